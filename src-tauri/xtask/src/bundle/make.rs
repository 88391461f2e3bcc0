//! The bundler of Tauri, on a program that is built already.
//!
//! It wants the program in the folder of cargo's release profile and writes into it, so it gets a copy in a target
//! folder of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use super::metainfo;
use crate::{run, workspace};

/// What the bundler can be asked for, and the endings of what it makes of it.
const FORMATS: [(&str, &str); 7] = [
    ("deb", "deb"),
    ("rpm", "rpm"),
    ("appimage", "AppImage"),
    ("nsis", "exe"),
    ("msi", "msi"),
    ("app", "app"),
    ("dmg", "dmg"),
];

/// The formats that this system's people want. An `AppImage` needs more of the network than a registry of packages, so
/// it is made where it is asked for.
pub fn usual() -> [&'static str; 2] {
    match std::env::consts::OS {
        "windows" => ["nsis", "msi"],
        "macos" => ["app", "dmg"],
        _ => ["deb", "rpm"],
    }
}

/// A format by its name.
pub fn format(name: &str) -> Result<String> {
    ending(name).map(|_| name.to_owned())
}

/// Makes packages of a program and gives their paths. Those of an earlier run are gone.
pub fn packages(app: &Path, formats: &[String]) -> Result<Vec<PathBuf>> {
    let folder = folder()?;
    workspace::empty_folder(&folder)?;
    fs::create_dir_all(folder.join("release"))?;
    let program = format!("miftah{}", std::env::consts::EXE_SUFFIX);
    fs::copy(app, folder.join("release").join(program)).context("the program cannot be copied")?;

    let ours = folder.join("config.json");
    fs::write(&ours, config_of(app, &metainfo::write(&folder)?)?)?;
    let cli = workspace::ui().join("node_modules/@tauri-apps/cli/tauri.js");
    let mut bundle = Command::new("node");
    bundle.arg(cli).args(["bundle", "--ci", "--bundles", &formats.join(",")]).arg("--config").arg(&ours);
    bundle.current_dir(workspace::root()).env("CARGO_TARGET_DIR", &folder);
    // The program is built, and so is what it shows.
    run::run(&mut bundle)?;
    let mut packages = Vec::new();
    for format in formats {
        let ending = ending(format)?;
        let found = found(ending)?;
        ensure!(!found.is_empty(), "the bundler made no .{ending}");
        packages.extend(found);
    }
    Ok(packages)
}

/// The packages with this ending that the last run made.
fn found(ending: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let made = folder()?.join("release/bundle");
    for format in fs::read_dir(made).context("nothing was bundled")? {
        for file in fs::read_dir(format?.path())? {
            let file = file?.path();
            if file.extension().is_some_and(|extension| extension == ending) {
                found.push(file);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn ending(format: &str) -> Result<&'static str> {
    let known = FORMATS.into_iter().find(|(name, _)| *name == format);
    match known {
        Some((_, ending)) => Ok(ending),
        None => bail!("the formats are {}", FORMATS.map(|(name, _)| name).join(", ")),
    }
}

fn folder() -> Result<PathBuf> {
    Ok(workspace::target()?.join("bundle"))
}

/// What only this run knows: the metadata with its release, and the C library that this program needs.
fn config_of(app: &Path, metainfo: &Path) -> Result<String> {
    let build = r#""build": { "beforeBundleCommand": null, "beforeBuildCommand": null }"#;
    let Some((major, minor)) = c_library(&fs::read(app)?) else {
        return Ok(format!("{{ {build} }}"));
    };
    let files = format!(r#""files": {{ "{}": "{}" }}"#, metainfo::INSTALLED, metainfo.display());
    Ok(format!(
        r#"{{ {build}, "bundle": {{ "linux": {{
            "deb": {{ {files}, "depends": ["libc6 (>= {major}.{minor})"] }},
            "rpm": {{ {files}, "depends": ["libc.so.6(GLIBC_{major}.{minor})(64bit)"] }},
            "appimage": {{ {files} }}
        }} }} }}"#
    ))
}

/// The newest version of glibc that a program asks for by name; none elsewhere than on Linux.
fn c_library(program: &[u8]) -> Option<(u32, u32)> {
    const NAME: &[u8] = b"GLIBC_";
    let numbers = |at: usize| -> Option<(u32, u32)> {
        let text: Vec<u8> =
            program.get(at..)?.iter().copied().take_while(|byte| *byte != 0).take(12).collect();
        let text = std::str::from_utf8(&text).ok()?;
        let (major, rest) = text.split_once('.')?;
        let minor = rest.split('.').next()?;
        Some((major.parse().ok()?, minor.parse().ok()?))
    };
    program
        .windows(NAME.len())
        .enumerate()
        .filter(|(_, window)| *window == NAME)
        .filter_map(|(at, _)| numbers(at + NAME.len()))
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_c_library_is_found_by_number() {
        let program = b"\0GLIBC_2.9\0GLIBC_2.36\0GLIBC_PRIVATE\0GLIBC_2.2.5\0";
        assert_eq!(c_library(program), Some((2, 36)));
        assert_eq!(c_library(b"MZ"), None);
    }

    #[test]
    fn a_format_is_known_by_its_name() {
        assert_eq!(ending("nsis").unwrap(), "exe");
        assert!(ending("zip").is_err());
    }
}
