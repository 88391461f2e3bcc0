//! A build of the app with the settings of a release, but for the link-time optimisation that takes longer than CI has.

use std::path::PathBuf;

use anyhow::{Result, ensure};

use crate::{build, run, workspace};

/// The profile in the root `Cargo.toml`, and the name of its folder.
const PROFILE: &str = "memory";

/// Builds these programs and gives the path of the app, the first of them.
pub fn build(programs: &[&str]) -> Result<PathBuf> {
    let mut cargo = run::cargo();
    cargo.arg("build").args(build::SELECTION).args(["--profile", PROFILE]);
    run::run(cargo.args(programs.iter().flat_map(|program| ["--bin", program])))?;
    let app = workspace::target()?.join(PROFILE).join(format!("miftah{}", std::env::consts::EXE_SUFFIX));
    ensure!(app.is_file(), "the app was not built");
    Ok(app)
}
