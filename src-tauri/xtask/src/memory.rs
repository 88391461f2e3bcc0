//! The search through the memory of a release build of the app.

use std::process::Command;

use anyhow::Result;

use crate::{release, run, setup, workspace};

/// Builds the app and lets the program of the tests package drive and search it.
pub fn run() -> Result<()> {
    let app = release::build(&["miftah"])?;
    let mut program = Command::new(workspace::program("memory")?);
    program.current_dir(workspace::root()).arg(app);
    run::run(setup::with_tools(&mut program)?)
}
