//! The UI's packages, as its lock file names them.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, bail};

use crate::run::{npm, output, run};
use crate::workspace;

/// The oldest Node.js that the UI's tools run on, as in `engines` of `package.json`.
const NODE: (u32, u32) = (20, 19);

/// Installs `ui/node_modules` when it is missing or older than the lock file.
pub fn modules() -> Result<()> {
    let needed = format!("Node.js {}.{} or newer is needed to build the UI", NODE.0, NODE.1);
    let version = output(Command::new("node").arg("--version")).with_context(|| needed.clone())?;
    if version_of(&version).is_none_or(|found| found < NODE) {
        bail!("{needed}; found {}", version.trim());
    }
    let ui = workspace::ui();
    let wanted = changed(&ui.join("package-lock.json")).context("ui/package-lock.json is missing")?;
    // npm writes this file last: a broken install does not have it.
    if changed(&ui.join("node_modules/.package-lock.json")).is_some_and(|installed| installed >= wanted) {
        return Ok(());
    }
    run(npm().args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).ok()?.modified().ok()
}

fn version_of(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.trim().strip_prefix('v')?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_as_numbers() {
        assert_eq!(version_of("v20.20.2\n"), Some((20, 20)));
        assert!(version_of("v20.9.0") < Some(NODE));
        assert_eq!(version_of("garbage"), None);
    }
}
