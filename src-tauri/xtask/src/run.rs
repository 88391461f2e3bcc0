//! Starting other programs: each is named on the screen before it runs, and each failure says which it was.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::workspace;

/// Cargo itself, in the workspace's folder.
pub fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(workspace::root());
    // `cargo xtask` sets these for this program; a cargo of its own must not take them for the caller's wish.
    for name in ["CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH", "CARGO_PKG_NAME"] {
        cargo.env_remove(name);
    }
    cargo
}

/// npm, in the UI's folder.
pub fn npm() -> Command {
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(workspace::ui());
    npm
}

/// Runs a program to its end, with its output on the screen.
pub fn run(command: &mut Command) -> Result<()> {
    if succeeds(command)? {
        return Ok(());
    }
    bail!("`{}` failed", line(command))
}

/// As [`run`], but a failure is an answer.
pub fn succeeds(command: &mut Command) -> Result<bool> {
    println!("$ {}", line(command));
    let status = command.status().with_context(|| format!("`{}` could not be started", line(command)))?;
    Ok(status.success())
}

/// Runs a program quietly and gives what it wrote; a failing program is an error unless it wrote something.
pub fn output(command: &mut Command) -> Result<String> {
    let out = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .with_context(|| format!("`{}` could not be started", line(command)))?;
    if !out.status.success() && out.stdout.is_empty() {
        bail!("`{}` failed", line(command));
    }
    Ok(String::from_utf8_lossy(&out.stdout).into_owned())
}

/// Is a program of this name on the path?
pub fn on_path(name: &str) -> bool {
    let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|dir| dir.join(&name).is_file()))
}

/// The command as a person would type it, without the folders of our own programs.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = if program.is_absolute() { program.file_name() } else { Some(program.as_os_str()) };
    std::iter::once(program.unwrap_or_default())
        .chain(command.get_args())
        .map(|part| part.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_program_is_named() {
        let error = run(Command::new("cargo").arg("no-such-command")).unwrap_err();
        assert_eq!(error.to_string(), "`cargo no-such-command` failed");
    }

    #[test]
    fn an_absolute_program_is_shown_by_its_name() {
        assert_eq!(
            line(Command::new(std::env::current_exe().unwrap()).arg("x")).split(' ').nth(1),
            Some("x")
        );
    }
}
