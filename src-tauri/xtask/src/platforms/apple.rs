//! macOS. What is C in an app is compiled by `zig cc`, so that build scripts end well; what is Objective-C is left out,
//! since a check links nothing.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::{cargo, folder};
use crate::setup;

const TARGET: &str = "aarch64-apple-darwin";
const COMPILER: &str = include_str!("apple-cc.sh");

pub(super) fn check() -> Result<()> {
    let folder = folder()?.join("apple");
    let sdk = folder.join("sdk");
    fs::create_dir_all(&sdk)?;
    let empty = folder.join("empty.c");
    fs::write(&empty, "")?;
    let [c, cxx, archive] = ["cc", "c++", "ar"].map(|name| script(&folder, name));
    let mut cargo = cargo("check", TARGET)?;
    cargo.env("CC_aarch64_apple_darwin", c?).env("CXX_aarch64_apple_darwin", cxx?);
    cargo.env("AR_aarch64_apple_darwin", archive?);
    cargo.env("APPLE_CC_ZIG", setup::zig()?).env("APPLE_CC_EMPTY", empty);
    // Otherwise Apple's own tools are asked where theirs is.
    cargo.env("SDKROOT", sdk).env("MACOSX_DEPLOYMENT_TARGET", "11.0");
    super::check(&mut cargo)
}

/// The compiler's script under the name by which it knows what it is.
fn script(folder: &Path, name: &str) -> Result<PathBuf> {
    let file = folder.join(name);
    fs::write(&file, COMPILER)?;
    crate::run::run(std::process::Command::new("chmod").args([OsStr::new("+x"), file.as_os_str()]))?;
    Ok(file)
}
