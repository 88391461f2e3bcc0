//! Where things are.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folder of the root `Cargo.toml`.
pub fn root() -> &'static Path {
    const HERE: &str = env!("CARGO_MANIFEST_DIR");
    Path::new(HERE).ancestors().nth(2).unwrap_or(Path::new(HERE))
}

/// The UI's folder, the one with `package.json`.
pub fn ui() -> PathBuf {
    root().join("ui")
}

/// The folder cargo puts this profile's programs into: the one this program came from.
pub fn programs() -> Result<PathBuf> {
    let this = std::env::current_exe().context("this program's own path is not known")?;
    Ok(this.parent().context("this program has no folder")?.to_path_buf())
}

/// The target folder.
pub fn target() -> Result<PathBuf> {
    Ok(programs()?.parent().context("the target folder is not known")?.to_path_buf())
}

/// Makes a folder that has nothing in it, whatever an earlier run left there.
pub fn empty_folder(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(fs::create_dir_all(folder)?),
    }
}

/// Where tools that the tests need are installed, out of the person's own cargo folder.
pub fn tools() -> Result<PathBuf> {
    Ok(target()?.join("tools"))
}

/// A program the workspace builds.
pub fn program(name: &str) -> Result<PathBuf> {
    Ok(programs()?.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}
