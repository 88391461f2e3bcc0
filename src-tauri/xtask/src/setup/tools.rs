//! Programs that cargo installs: the test runner, and the driver of the window.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::run::{cargo, on_path, run};
use crate::workspace;

/// One program and how it is installed.
pub struct Tool {
    name: &'static str,
    args: &'static [&'static str],
}

/// Runs the Rust tests: each in a process of its own, with a time limit. Built without its self-update.
pub const NEXTEST: Tool = Tool {
    name: "cargo-nextest",
    args: &["--version", "^0.9.100", "--no-default-features", "--features", "default-no-update"],
};

/// Stands between a test and `WebKitWebDriver`, and starts the app as Tauri wants it started.
pub const TAURI_DRIVER: Tool = Tool { name: "tauri-driver", args: &["--version", "^2"] };

/// Writes the list of crates into a release. Nothing else of the build changes. It builds what people get, so it is one
/// version and no other.
pub const AUDITABLE: Tool = Tool { name: "cargo-auditable", args: &["--version", "=0.7.7"] };

/// Licences, sources and duplicates of crates, by `.deny.toml`.
pub const DENY: Tool = Tool { name: "cargo-deny", args: &["--version", "^0.20"] };

/// Dependencies that nothing uses.
pub const MACHETE: Tool = Tool { name: "cargo-machete", args: &["--version", "^0.9"] };

/// Installs a tool into the target folder, unless it is there or on the path.
///
/// Unoptimised: it is compiled in half the time, and nothing waits for it.
pub fn install(tool: &Tool) -> Result<()> {
    if !cfg!(target_os = "linux") && tool.name == TAURI_DRIVER.name {
        return Ok(());
    }
    if on_path(tool.name) || installed(tool.name)?.is_file() {
        return Ok(());
    }
    let tools = workspace::tools()?;
    let build = tools.join("build");
    let mut install = cargo();
    install
        .args(["install", tool.name, "--locked", "--debug", "--force"])
        .args(tool.args)
        .arg("--root")
        .arg(&tools);
    run(install.env("CARGO_TARGET_DIR", &build).env("CARGO_PROFILE_DEV_DEBUG", "0"))?;
    // Hundreds of megabytes that nobody needs again.
    fs::remove_dir_all(build).or_else(|error| {
        if error.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(error.into()) }
    })
}

/// The test runner, in the workspace's folder.
pub fn nextest() -> Result<Command> {
    install(&NEXTEST)?;
    let mut command = cargo();
    with_tools(command.arg("nextest"))?;
    Ok(command)
}

/// Puts the installed tools on a program's path.
pub fn with_tools(command: &mut Command) -> Result<&mut Command> {
    let tools = workspace::tools()?.join("bin");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path: OsString = std::env::join_paths(std::iter::once(tools).chain(std::env::split_paths(&path)))?;
    Ok(command.env("PATH", path))
}

fn installed(name: &str) -> Result<PathBuf> {
    Ok(workspace::tools()?.join("bin").join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}
