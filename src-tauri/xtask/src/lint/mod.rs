//! `cargo xtask lint`: what can be said about the sources without running them.

mod dependencies;
mod files;
mod systems;
mod workflows;

use anyhow::Result;

use crate::run::{cargo, npm, run as run_command};
use crate::{build, setup};

/// Runs every check; `fix` formats first.
pub fn run(fix: bool) -> Result<()> {
    let mut format = cargo();
    format.args(["fmt", "--all"]);
    if !fix {
        format.arg("--check");
    }
    run_command(&mut format)?;
    files::check()?;
    systems::check()?;
    workflows::check()?;
    dependencies::check()?;
    setup::to_build()?;
    run_command(npm().args(["run", "--silent", "check"]))?;
    run_command(npm().args(["run", "--silent", "lint"]))?;
    clippy(build::SELECTION.into_iter().chain(["--all-targets"]))?;
    // What people get is another program: without the demo.
    clippy(["--package", "miftah", "--lib", "--bins"])
}

fn clippy<'a>(what: impl IntoIterator<Item = &'a str>) -> Result<()> {
    // Who expects a lint to fire says why.
    let strict = ["--", "-D", "warnings", "-D", "clippy::allow_attributes_without_reason"];
    run_command(cargo().arg("clippy").args(what).args(strict))
}
