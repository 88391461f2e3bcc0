//! `cargo xtask check-platforms`: the whole app type-checked for Windows and macOS on Linux, and the keychain adapter of
//! Windows and its package run under Wine.
//!
//! It takes nothing but packages: Debian's compiler, which brings the sources of the standard library, so that one can be
//! built for any system; its C compiler for Windows; and `zig cc` from Python's registry for what is C in an app for
//! macOS. Nothing is linked for macOS, and nothing runs there: that is left to the workflow.

mod apple;
mod msi;
mod windows;

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::stages::Stages;
use crate::{build, run, setup, workspace};

/// All of it, in stages.
pub fn run() -> Result<()> {
    ensure!(cfg!(target_os = "linux"), "on {} the app itself can be built", std::env::consts::OS);
    let mut stages = Stages::new();
    setup::to_build()?;
    build::ui()?;
    check_all(&mut stages)?;
    println!(
        "\nThe app is good for Windows and macOS, and the keychain of Windows keeps its contract: {}",
        stages.times()
    );
    Ok(())
}

/// The same as one stage of the tests, where it can be run at all.
pub fn test() -> Result<()> {
    if !setup::is_debian() {
        println!(
            "Left out: only Debian has the compiler of Rust with the sources of its library as packages."
        );
        return Ok(());
    }
    check_all(&mut Stages::new())
}

fn check_all(stages: &mut Stages) -> Result<()> {
    stages.run("setup", setup::to_check_platforms)?;
    stages.run("windows", windows::check)?;
    stages.run("wine", windows::keychain)?;
    stages.run("msi", msi::installs)?;
    stages.run("macos", apple::check)
}

/// Debian's cargo and compiler, for another system.
fn cargo(command: &str, target: &str) -> Result<Command> {
    let mut cargo = Command::new("/usr/bin/cargo");
    // What rustup and the cargo above this program say of the person's own toolchain.
    for name in [
        "RUSTUP_TOOLCHAIN",
        "CARGO",
        "RUSTC_WRAPPER",
        "RUSTFLAGS",
        "CARGO_ENCODED_RUSTFLAGS",
        "CARGO_MANIFEST_DIR",
        "CARGO_PKG_NAME",
    ] {
        cargo.env_remove(name);
    }
    cargo.env("RUSTC", "/usr/bin/rustc").env("RUSTC_BOOTSTRAP", "1").env("CARGO_TARGET_DIR", folder()?);
    // Its symbols are not looked at, and they are most of what is written.
    cargo.env("CARGO_PROFILE_DEV_DEBUG", "0");
    cargo.args([command, "-Zbuild-std=std,panic_unwind", "--target", target]).current_dir(workspace::root());
    Ok(cargo)
}

/// Every program and library of the workspace, and the stories that need no window.
fn check(cargo: &mut Command) -> Result<()> {
    run::run(cargo.args(build::SELECTION).args(["--lib", "--bins", "--test", "it"]))
}

fn folder() -> Result<PathBuf> {
    Ok(workspace::target()?.join("platforms"))
}
