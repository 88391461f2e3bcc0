//! The search through the memory of a release build of the app: its own profile, because link-time optimisation
//! takes longer than CI has.

use std::process::Command;

use anyhow::{Result, ensure};

use crate::{build, run, setup, workspace};

/// The profile in the root `Cargo.toml`, and the name of its folder.
const PROFILE: &str = "memory";

/// Builds the app and lets the program of the tests package drive and search it.
pub fn run() -> Result<()> {
    run::run(run::cargo().arg("build").args(build::SELECTION).args([
        "--profile",
        PROFILE,
        "--bin",
        "miftah",
    ]))?;
    let app = workspace::target()?.join(PROFILE).join("miftah");
    ensure!(app.is_file(), "the app was not built");
    let mut program = Command::new(workspace::program("memory")?);
    program.current_dir(workspace::root()).arg(app);
    run::run(setup::with_tools(&mut program)?)
}
