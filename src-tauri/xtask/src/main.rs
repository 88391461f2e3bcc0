//! The project's own commands: `cargo xtask help` lists them.
//!
//! It is compiled before anything is installed, so it links nothing that needs the machine prepared. Whatever
//! drives a window is therefore not here but in the `tests` package, as binaries that these commands start.
#![expect(
    clippy::disallowed_methods,
    reason = "tooling: it times its own stages and writes no data of a person"
)]

mod args;
mod bench;
mod bindings;
mod build;
mod bundle;
mod demo;
mod faults;
mod junit;
mod lint;
mod memory;
mod nightly;
mod platforms;
mod release;
mod run;
mod setup;
mod stages;
mod test;
mod workspace;

use std::process::ExitCode;

use args::Command;

fn main() -> ExitCode {
    let done = args::parse(std::env::args_os()).and_then(|command| match command {
        Command::Help => {
            print!("{}", args::USAGE);
            Ok(())
        }
        Command::Setup => setup::everything(),
        Command::Demo { tour } => demo::run(tour.as_deref()),
        Command::Test { only } => test::run(only),
        Command::Lint { fix } => lint::run(fix),
        Command::Bindings => bindings::run(),
        Command::Bench { what, runs } => bench::run(what, runs),
        Command::Faults { options } => faults::run(&options),
        Command::Bundle { formats } => bundle::run(&formats),
        Command::CheckPlatforms => platforms::run(),
        Command::Nightly => nightly::run(),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
