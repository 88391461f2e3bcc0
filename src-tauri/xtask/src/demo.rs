//! `cargo xtask demo`: the app, signed in to a stand-in of DHMAD with keys of all ages.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::{build, run, setup, workspace};

/// Opens the app for a person where there is a display; drives it by itself elsewhere, or when `tour` asks.
pub fn run(tour: Option<&Path>) -> Result<()> {
    setup::to_build()?;
    if tour.is_some() || !has_display() {
        setup::to_drive_the_window()?;
        build::ui()?;
        build::programs()?;
        return drive(tour);
    }
    build::ui()?;
    build::programs()?;
    open()
}

fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// The tour is a program of the tests' package: it brings its own desktop session.
fn drive(tour: Option<&Path>) -> Result<()> {
    let folder = match tour {
        Some(folder) => std::path::absolute(folder)?,
        None => workspace::target()?.join("tour"),
    };
    let mut program = Command::new(workspace::program("tour")?);
    run::run(setup::with_tools(program.current_dir(workspace::root()).arg(&folder))?)?;
    println!("The tour is in {}", folder.display());
    Ok(())
}

/// Starts the stand-in and the app, and waits for the person to quit.
fn open() -> Result<()> {
    let mut portal = Portal::start()?;
    println!("The stand-in of DHMAD answers at {}. Quit the app from its tray icon to end.", portal.url);
    let mut app = Command::new(workspace::program("miftah")?);
    app.env("MIFTAH_PORTAL_URL", &portal.url).env("MIFTAH_DEMO_SIGN_IN", "1");
    for (name, folder) in own_folders()? {
        app.env(name, folder);
    }
    let ended = run::run(&mut app);
    portal.stop()?;
    ended
}

/// Data folders of the demo's own: a person's real ones are never opened.
fn own_folders() -> Result<Vec<(&'static str, PathBuf)>> {
    let demo = workspace::target()?.join("demo");
    let names = [
        ("XDG_DATA_HOME", "data"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_STATE_HOME", "state"),
    ];
    names
        .into_iter()
        .map(|(name, folder)| {
            let folder = demo.join(folder);
            fs::create_dir_all(&folder)?;
            Ok((name, folder))
        })
        .collect()
}

/// The stand-in as a process that ends when its standard input does, so also when this program is killed.
struct Portal {
    url: String,
    process: Child,
}

impl Portal {
    fn start() -> Result<Self> {
        let mut process = Command::new(workspace::program("dhmad-sandbox")?)
            .args(["--seed", "demo", "--latency-ms", "100", "--rate-limit", "1000", "--exit-with-stdin"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("the stand-in could not be started")?;
        let mut line = String::new();
        let stdout = process.stdout.take().context("the stand-in has no output")?;
        BufReader::new(stdout).read_line(&mut line)?;
        let Some(url) = url_in(&line) else {
            drop(process.stdin.take());
            process.wait()?;
            bail!("the stand-in did not say where it listens; it said {line:?}");
        };
        Ok(Self { url, process })
    }

    fn stop(&mut self) -> Result<()> {
        drop(self.process.stdin.take());
        self.process.wait()?;
        Ok(())
    }
}

/// The address in the one line of JSON that the stand-in prints. It holds no quotes and no escapes.
fn url_in(line: &str) -> Option<String> {
    let (_, rest) = line.split_once("\"url\"")?;
    let value = rest.trim_start_matches([':', ' ']).strip_prefix('"')?.split('"').next()?;
    value.starts_with("http").then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_read_from_the_first_line() {
        assert_eq!(
            url_in("{\"ca\":null,\"url\":\"http://127.0.0.1:4000\"}\n").as_deref(),
            Some("http://127.0.0.1:4000")
        );
        assert_eq!(url_in("dhmad-sandbox: no\n"), None);
        assert_eq!(url_in(""), None);
    }
}
