//! The two builds of the app with the settings of a release: one that is driven and searched, without the link-time
//! optimisation that takes longer than CI has, and the one for people.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};

use crate::{build, run, setup, workspace};

/// The profile in the root `Cargo.toml`, and the name of its folder.
const PROFILE: &str = "memory";

/// Builds these programs and gives the path of the app, the first of them.
pub fn build(programs: &[&str]) -> Result<PathBuf> {
    let mut cargo = run::cargo();
    cargo.arg("build").args(build::SELECTION).args(["--profile", PROFILE]);
    run::run(cargo.args(programs.iter().flat_map(|program| ["--bin", program])))?;
    app_in(PROFILE)
}

/// The app alone, without the `demo` feature, and with the list of its crates in it (`cargo audit bin` reads it).
///
/// Whose computer built it is nowhere in it: the same sources give the same program.
pub fn for_people() -> Result<PathBuf> {
    let mut cargo = run::cargo();
    setup::with_tools(cargo.args([
        "auditable",
        "build",
        "--release",
        "--locked",
        "--package",
        "miftah",
        "--bin",
        "miftah",
    ]))?;
    let mut flags = std::env::var_os("RUSTFLAGS").unwrap_or_default();
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    for (folder, name) in [(home.as_deref(), "cargo"), (Some(workspace::root()), ".")] {
        if let Some(folder) = folder {
            flags.push(renamed(folder, name));
        }
    }
    run::run(cargo.env("RUSTFLAGS", flags))?;
    app_in("release")
}

fn renamed(folder: &Path, name: &str) -> OsString {
    let mut flag = OsString::from(" --remap-path-prefix=");
    flag.push(folder);
    flag.push("=");
    flag.push(name);
    flag
}

fn app_in(profile: &str) -> Result<PathBuf> {
    let app = workspace::target()?.join(profile).join(format!("miftah{}", std::env::consts::EXE_SUFFIX));
    ensure!(app.is_file(), "the app was not built");
    Ok(app)
}
