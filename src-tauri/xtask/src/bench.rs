//! `cargo xtask bench`: how long a person waits for a new key, against the server alone. Not a test.

use std::process::Command;

use anyhow::Result;

use crate::{build, run, setup, workspace};

/// How often the key is regenerated, unless the caller says so.
pub const RUNS: u32 = 50;
/// The same for `bench rotation`.
pub const ROTATION_RUNS: u32 = 200;

/// Builds everything and lets the tour's program measure.
pub fn run(runs: u32) -> Result<()> {
    setup::to_build()?;
    setup::to_drive_the_window()?;
    build::ui()?;
    build::programs()?;
    let mut program = Command::new(workspace::program("tour")?);
    program.current_dir(workspace::root()).args(["--bench", &runs.to_string()]);
    run::run(setup::with_tools(&mut program)?)
}
