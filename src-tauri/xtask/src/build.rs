//! The two builds everything else stands on: the UI, then the workspace.
//!
//! Every cargo command of this program asks for the same packages and features, so that a dependency is compiled
//! once. A build of programs alone would leave out what only the tests ask of a dependency (tokio's clock, say)
//! and compile half the tree again for the tests: [`programs`] asks for one small test as well, for that reason.

use anyhow::Result;

use crate::run::{cargo, npm, run};

/// The selection that every build, check and test shares.
pub const SELECTION: [&str; 3] = ["--workspace", "--features", "miftah/demo"];

/// Builds `ui/dist`, which the app embeds when it is compiled.
pub fn ui() -> Result<()> {
    run(npm().args(["run", "--silent", "build"]))
}

/// Builds every program: the app, the stand-in, the tour.
pub fn programs() -> Result<()> {
    run(cargo().arg("build").args(SELECTION).args(["--bins", "--test", "e2e"]))
}

/// Builds every program and every test.
pub fn everything() -> Result<()> {
    run(cargo().arg("build").args(SELECTION).arg("--all-targets"))
}
