//! `cargo xtask bindings`: writes `ui/src/ipc/bindings.ts` anew.
//!
//! The shell's own test does the export, because only the shell knows its commands. The app never writes it.

use std::fs;

use anyhow::{Context, Result};

use crate::{build, run, setup, workspace};

/// Runs the export and says whether it changed anything.
pub fn run() -> Result<()> {
    setup::to_build()?;
    let file = workspace::ui().join("src/ipc/bindings.ts");
    let before = fs::read(&file).unwrap_or_default();
    run::run(
        setup::nextest()?
            .args(["run", "--lib", "--filterset", "package(miftah) and test(bindings_are_current)"])
            .args(build::SELECTION)
            .env("UPDATE_BINDINGS", "1"),
    )?;
    let after = fs::read(&file).with_context(|| format!("{} was not written", file.display()))?;
    println!("ui/src/ipc/bindings.ts {}", if before == after { "was current" } else { "is written anew" });
    Ok(())
}
