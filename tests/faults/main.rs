//! The fault harness: the core as a child process on a real data folder, against a real stand-in, with one or two
//! things going wrong in each run; then a checker that compares what DHMAD did, what this computer has, and what
//! the person was told.
//!
//! Nothing in the product knows of it. Every effect of the core goes through a port, so the boundaries of the
//! ports are the named points at which a run is killed, and wrappers around the ports carry the faults.

#![cfg_attr(
    target_os = "linux",
    expect(
        clippy::disallowed_methods,
        reason = "a program of the tests: it writes its own files and times its runs"
    )
)]

#[cfg(target_os = "linux")]
mod check;
#[cfg(target_os = "linux")]
mod child;
#[cfg(target_os = "linux")]
mod jobs;
#[cfg(target_os = "linux")]
mod network;
#[cfg(target_os = "linux")]
mod plan;
#[cfg(target_os = "linux")]
mod report;
#[cfg(target_os = "linux")]
mod runner;
#[cfg(target_os = "linux")]
mod swap;
#[cfg(target_os = "linux")]
mod wire;

#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use lexopt::{Arg, ValueExt};
    let mut parser = lexopt::Parser::from_env();
    let mut wanted = runner::Wanted::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Value(value) if value == "child" => {
                return child::main(&parser.value()?.string()?);
            }
            Arg::Value(value) if value == "swap" => {
                let (program, package) = (parser.value()?, parser.value()?);
                return swap::main(program.as_ref(), package.as_ref(), parser.value()?.parse()?);
            }
            Arg::Long("seeds") => wanted.seeds = parser.value()?.parse()?,
            Arg::Long("mutate") => wanted.mutation = Some(parser.value()?.parse()?),
            Arg::Long("quick") => wanted.quick = true,
            Arg::Long("only") => wanted.only = Some(parser.value()?.parse()?),
            Arg::Long("report") => wanted.report = Some(parser.value()?.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    runner::run(&wanted)
}

#[cfg(not(target_os = "linux"))]
fn main() {}
