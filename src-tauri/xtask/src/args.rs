//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Result, bail};
use lexopt::{Arg, Parser, ValueExt};

use crate::bench::What;
use crate::bundle;
use crate::test::Stage;

/// What `cargo xtask help` prints.
pub const USAGE: &str = "\
cargo xtask <command>

  demo [--tour DIR]    open the app, signed in to a stand-in of DHMAD with keys of all ages. Without a display,
                       or with --tour: drive the real window through the main job in a desktop session of its
                       own, and leave screenshots and tour.json in DIR (default: target/tour)
  test [--only STAGE]  everything that must hold: setup, ui, lint, build, rust, faults, memory,
                       bundle, platforms
  lint [--fix]         format, clippy, UI checks, file sizes; --fix formats
  faults [--seeds N] [--mutate NAME] [--only RUN]
                       break a rotation in every place and see that no key is lost silently; NAME switches a guard
                       off: preflight, spool, read-back, journal-order, no-retry. Report: target/faults/report.json
  bundle [FORMAT...]   the packages of a release, looked into before anybody gets them: deb and rpm; on Windows nsis
                       and msi; on macOS app and dmg
  check-platforms      type-check the whole app for Windows and macOS, and run the keychain of Windows under Wine;
                       about 6 minutes on Linux
  nightly              what takes too long for every change: 200 seeds of faults, each guard switched off,
                       the packages of a release
  bench [rotation|scale|background|startup] [--runs N]
                       from confirm to clipboard, beside the server's own answer time; rotation: with a release build,
                       over TLS too, and what sealing an answer costs beside a bare write; scale: first rows and search
                       with 100 and 1,000 keys, decoding and attention with 10,000; background: memory, processor time
                       and wake-ups over N idle minutes while nobody looks, beside KeePassXC; startup: the installed release
                       from start to first rows and its memory, beside KeePassXC, N runs each
  bindings             write ui/src/ipc/bindings.ts anew
  setup                install what the machine lacks, and nothing else
";

/// One command with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Print the usage.
    Help,
    /// Install what is missing.
    Setup,
    /// Open the app, or drive it.
    Demo {
        /// Where the tour leaves its files; asks for the tour even where there is a display.
        tour: Option<PathBuf>,
    },
    /// Run the checks and tests.
    Test {
        /// Only this stage.
        only: Option<Stage>,
    },
    /// Run the checks that need no running code.
    Lint {
        /// Format instead of complaining.
        fix: bool,
    },
    /// Write the generated bindings.
    Bindings,
    /// Time the main job.
    Bench {
        /// Which benchmark.
        what: What,
        /// How many times, if the caller says so.
        runs: Option<u32>,
    },
    /// Break a rotation in every place.
    Faults {
        /// What the harness is told, as it takes it.
        options: Vec<String>,
    },
    /// Make the packages of a release.
    Bundle {
        /// Which kinds, or those that this system makes.
        formats: Vec<String>,
    },
    /// Look at the systems that are not here.
    CheckPlatforms,
    /// What takes too long for every change.
    Nightly,
}

/// Reads a command line, program name first.
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Command> {
    let mut parser = Parser::from_iter(args);
    let mut command = match parser.next()? {
        None | Some(Arg::Long("help") | Arg::Short('h')) => return Ok(Command::Help),
        Some(Arg::Value(name)) => match name.string()?.as_str() {
            "help" => return Ok(Command::Help),
            "setup" => Command::Setup,
            "demo" => Command::Demo { tour: None },
            "test" => Command::Test { only: None },
            "lint" => Command::Lint { fix: false },
            "bindings" => Command::Bindings,
            "bench" => Command::Bench { what: What::Regenerate, runs: None },
            "faults" => Command::Faults { options: Vec::new() },
            "bundle" => Command::Bundle { formats: Vec::new() },
            "check-platforms" => Command::CheckPlatforms,
            "nightly" => Command::Nightly,
            other => bail!("there is no command {other:?}\n\n{USAGE}"),
        },
        Some(other) => return Err(other.unexpected().into()),
    };
    while let Some(arg) = parser.next()? {
        match (&mut command, arg) {
            (_, Arg::Long("help") | Arg::Short('h')) => return Ok(Command::Help),
            (Command::Demo { tour }, Arg::Long("tour")) => *tour = Some(parser.value()?.into()),
            (Command::Test { only }, Arg::Long("only")) => *only = Some(parser.value()?.parse()?),
            (Command::Bench { runs, .. }, Arg::Long("runs")) => *runs = Some(parser.value()?.parse()?),
            (Command::Bench { what, .. }, Arg::Value(asked)) if asked == "rotation" => *what = What::Rotation,
            (Command::Bench { what, .. }, Arg::Value(asked)) if asked == "scale" => *what = What::Scale,
            (Command::Bench { what, .. }, Arg::Value(asked)) if asked == "background" => {
                *what = What::Background;
            }
            (Command::Bench { what, .. }, Arg::Value(asked)) if asked == "startup" => *what = What::Startup,
            (Command::Faults { options }, Arg::Long(name @ ("seeds" | "mutate" | "only"))) => {
                let name = format!("--{name}");
                options.extend([name, parser.value()?.string()?]);
            }
            (Command::Bundle { formats }, Arg::Value(format)) => {
                formats.push(bundle::format(&format.string()?)?);
            }
            (Command::Lint { fix }, Arg::Long("fix")) => *fix = true,
            (_, other) => return Err(other.unexpected().into()),
        }
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command> {
        parse(line.split(' ').map(OsString::from))
    }

    #[test]
    fn commands_take_their_own_options_only() {
        assert_eq!(parsed("xtask").unwrap(), Command::Help);
        assert_eq!(parsed("xtask lint --fix").unwrap(), Command::Lint { fix: true });
        assert_eq!(parsed("xtask demo --tour out").unwrap(), Command::Demo { tour: Some("out".into()) });
        assert_eq!(parsed("xtask test --only rust").unwrap(), Command::Test { only: Some(Stage::Rust) });
        let bench = Command::Bench { what: What::Rotation, runs: Some(9) };
        assert_eq!(parsed("xtask bench --runs 9 rotation").unwrap(), bench);
        assert_eq!(parsed("xtask bench scale").unwrap(), Command::Bench { what: What::Scale, runs: None });
        let formats = vec!["deb".to_owned()];
        assert_eq!(parsed("xtask bundle deb").unwrap(), Command::Bundle { formats });
        assert!(parsed("xtask bundle zip").is_err());
        assert!(parsed("xtask demo --fix").is_err());
        assert!(parsed("xtask test --only everything").is_err());
        assert!(parsed("xtask dance").is_err());
    }
}
