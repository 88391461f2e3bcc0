//! `cargo xtask bench`: how long a person waits for a new key, against the server alone. Not a test.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::{build, bundle, release, run, setup, workspace};

/// How often the key is regenerated, unless the caller says so.
const RUNS: u32 = 50;
/// The same for `bench rotation`.
const ROTATION_RUNS: u32 = 200;
/// How often the app is started for `bench scale`, for each size of the account.
const SCALE_RUNS: u32 = 5;

/// How often each program is started for `bench startup`.
const STARTUP_RUNS: u32 = 10;
/// For so many minutes `bench background` lets the app be idle.
const IDLE_MINUTES: u32 = 10;

/// What is timed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A regenerate in the window, against the server alone.
    Regenerate,
    /// The same with a release build, over TLS too, and the seal.
    Rotation,
    /// A large account: first rows, search, decoding and what needs attention.
    Scale,
    /// Memory, processor time and wake-ups while nobody looks, beside `KeePassXC`.
    Background,
    /// Start and memory of the installed release, beside `KeePassXC`.
    Startup,
}

/// Builds everything and lets the tour's program measure.
pub fn run(what: What, runs: Option<u32>) -> Result<()> {
    setup::to_build()?;
    setup::to_drive_the_window()?;
    build::ui()?;
    match what {
        What::Regenerate => {
            build::programs()?;
            let program = workspace::program("tour")?;
            start(&program, &["--bench".into(), runs.unwrap_or(RUNS).to_string().into()])
        }
        What::Rotation => with_release("--bench-rotation", runs.unwrap_or(ROTATION_RUNS)),
        What::Scale => with_release("--bench-scale", runs.unwrap_or(SCALE_RUNS)),
        What::Background => {
            setup::to_compare()?;
            with_release("--bench-background", runs.unwrap_or(IDLE_MINUTES))
        }
        What::Startup => bundle::bench(runs.unwrap_or(STARTUP_RUNS)),
    }
}

fn with_release(bench: &str, runs: u32) -> Result<()> {
    let app = release::build(&["miftah", "tour"])?;
    let tour = app.with_file_name("tour");
    start(&tour, &[bench.into(), runs.to_string().into(), app.into()])
}

fn start(program: &Path, arguments: &[OsString]) -> Result<()> {
    let mut program = Command::new(program);
    program.current_dir(workspace::root()).args(arguments);
    run::run(setup::with_tools(&mut program)?)
}
