//! Windows, by its GNU target.

use std::fs;
use std::process::Command;

use anyhow::{Result, ensure};

use super::{cargo, folder};
use crate::{run, workspace};

const TARGET: &str = "x86_64-pc-windows-gnu";
const CONTRACT: &str = "keychain::the_credential_manager_keeps_the_contract";
/// Where Rust takes randomness from. Wine 8 has not got it.
const RANDOMNESS: &str = "src-tauri/xtask/src/platforms/bcryptprimitives.c";

pub(super) fn check() -> Result<()> {
    super::check(&mut cargo("check", TARGET)?)
}

/// The contract of the keychain on the Credential Manager of Wine.
pub(super) fn keychain() -> Result<()> {
    let tests = || -> Result<Command> {
        let mut cargo = cargo("test", TARGET)?;
        cargo.args(["--package", "miftah-tests", "--test", "it"]);
        Ok(cargo)
    };
    run::run(tests()?.arg("--no-run"))?;
    // Beside the program, where Windows looks first.
    let beside = folder()?.join(TARGET).join("debug/deps");
    let mut compiler = Command::new("x86_64-w64-mingw32-gcc");
    compiler.args(["-shared", "-O1", "-o"]).arg(beside.join("bcryptprimitives.dll"));
    run::run(compiler.arg(workspace::root().join(RANDOMNESS)).arg("-ladvapi32"))?;

    let prefix = folder()?.join("wine");
    fs::create_dir_all(&prefix)?;
    let mut contract = tests()?;
    contract.env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER", "wine");
    contract.env("WINEPREFIX", &prefix).env("WINEDEBUG", "-all").env_remove("DISPLAY");
    let said = run::output(contract.args(["--", "--exact", CONTRACT]))?;
    println!("{}", said.trim());
    ensure!(said.contains("1 passed; 0 failed"), "the contract was not kept under Wine");
    Ok(())
}
