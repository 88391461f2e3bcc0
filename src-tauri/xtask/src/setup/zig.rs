//! The C compiler that compiles for macOS anywhere, from Python's registry.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::{run, workspace};

const PACKAGE: &str = "ziglang==0.17.1";

/// Where it is.
pub fn zig() -> Result<PathBuf> {
    Ok(workspace::tools()?.join("zig/ziglang/zig"))
}

/// Installs it into the target folder, unless it is there.
pub fn install() -> Result<()> {
    if zig()?.is_file() {
        return Ok(());
    }
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "install", "--quiet", "--no-deps", "--only-binary", ":all:", "--target"]);
    run::run(pip.arg(workspace::tools()?.join("zig")).arg(PACKAGE))
}
