//! What may be in a package, and in the program of a release.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use super::name;
use crate::{run, workspace};

/// In every build: what is searched is the program, and not something that was packed.
const ALWAYS: [&str; 2] = ["app.miftah.desktop", "dhmad.tn"];
/// Of the `demo` feature, of the stand-in and of the tests: never in a release. The variables all begin alike.
const NEVER: [&str; 5] =
    ["MIFTAH_", "miftah-demo", "app.miftah.desktop.demo", "dhmad-sandbox", "dhmad_sandbox"];
/// All that a package of a Linux desktop puts on the computer, besides folders.
const FILES: [&str; 10] = [
    "usr/bin/miftah",
    "usr/share/applications/Miftah.desktop",
    "usr/share/doc/miftah/copyright",
    "usr/share/icons/hicolor/128x128/apps/miftah.png",
    "usr/share/icons/hicolor/256x256@2/apps/miftah.png",
    "usr/share/icons/hicolor/32x32/apps/miftah.png",
    "usr/share/icons/hicolor/512x512/apps/miftah.png",
    "usr/share/icons/hicolor/scalable/apps/miftah.svg",
    "usr/share/licenses/miftah.txt",
    "usr/share/metainfo/app.miftah.desktop.metainfo.xml",
];

/// Refuses a program with something of the demo in it.
pub fn of_a_release(program: &[u8]) -> Result<()> {
    let has = |text: &str| program.windows(text.len()).any(|window| window == text.as_bytes());
    for text in ALWAYS {
        ensure!(has(text), "{text:?} is not in the program: the search finds nothing");
    }
    let found: Vec<_> = NEVER.into_iter().filter(|text| has(text)).collect();
    ensure!(found.is_empty(), "not for a release: {found:?} are in the program");
    Ok(())
}

/// Refuses a package with a file that nobody expects, and in a `release` one a program that is not for people.
/// Looks into deb and rpm: the other formats hold the same program, and their own systems' tools.
pub fn of_a_package(package: &Path, release: bool) -> Result<()> {
    let unpacked = workspace::target()?.join("bundle/unpacked");
    workspace::empty_folder(&unpacked)?;
    match package.extension().and_then(|ending| ending.to_str()) {
        Some("deb") => run::run(Command::new("dpkg-deb").arg("--extract").arg(package).arg(&unpacked))?,
        Some("rpm") => {
            let unpack =
                "rpm2cpio \"$1\" | cpio --extract --quiet --make-directories --no-absolute-filenames";
            let mut shell = Command::new("sh");
            run::run(shell.args(["-ec", unpack, "sh"]).arg(package).current_dir(&unpacked))?;
        }
        _ => return Ok(()),
    }
    let mut files = Vec::new();
    list(&unpacked, &unpacked, &mut files)?;
    let odd: Vec<_> = files.iter().filter(|file| !FILES.contains(&file.as_str())).collect();
    ensure!(odd.is_empty(), "{} holds what nobody expects: {odd:?}", name(package));
    let program = unpacked.join("usr/bin/miftah");
    let program = fs::read(&program).with_context(|| format!("{} holds no program", name(package)))?;
    if release { of_a_release(&program) } else { Ok(()) }
}

fn list(root: &Path, folder: &Path, found: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(root, &path, found)?;
        } else if let Some(inside) = path.strip_prefix(root)?.to_str() {
            found.push(inside.to_owned());
        } else {
            bail!("{} has an odd name", path.display());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_of_the_demo_is_no_release() {
        let plain = b"app.miftah.desktop https://dhmad.tn";
        assert!(of_a_release(plain).is_ok());
        assert!(of_a_release(b"something else").is_err());
        for text in NEVER {
            assert!(of_a_release(&[plain, text.as_bytes()].concat()).is_err(), "{text}");
        }
    }
}
