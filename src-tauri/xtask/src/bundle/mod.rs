//! `cargo xtask bundle`: the packages of a release, and a look into each before anybody gets it.

mod inside;
mod make;
mod metainfo;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail, ensure};

use crate::{build, release, run, setup, workspace};

pub use make::format;

/// More than this is no small program any more: `KeePassXC`'s package has 6.9 MB.
const MOST_BYTES: u64 = 6_000_000;
/// What an installer for Windows carries besides: the loader of its web engine, for computers without one.
const LOADER: u64 = 3_000_000;

/// The packages asked for, or those of this system.
pub fn run(formats: &[String]) -> Result<()> {
    let usual = make::usual().map(str::to_owned);
    let formats = if formats.is_empty() { &usual[..] } else { formats };
    for_people(formats).map(drop)
}

/// What the installed release costs to start and to keep, beside `KeePassXC`, in so many runs each.
pub fn bench(runs: u32) -> Result<()> {
    setup::to_drive_the_window()?;
    setup::to_compare()?;
    let packages = for_people(&["deb".to_owned()])?;
    build::programs()?;
    let runs = std::iter::once(OsString::from(runs.to_string()));
    installed("startup", runs.chain(packages.into_iter().map(OsString::from)))
}

/// Builds a release, makes packages of it, and refuses any with something in it that is not for people.
fn for_people(formats: &[String]) -> Result<Vec<PathBuf>> {
    setup::to_bundle()?;
    build::ui()?;
    let app = release::for_people()?;
    inside::of_a_release(&fs::read(&app)?)?;
    let packages = make::packages(&app, formats)?;
    let mut over = Vec::new();
    for package in &packages {
        let bytes = fs::metadata(package)?.len();
        println!("{} {}", megabytes(bytes), package.display());
        inside::of_a_package(package, true)?;
        if most(package).is_some_and(|most| bytes > most) {
            over.push(package);
        }
    }
    ensure!(over.is_empty(), "larger than they may be: {over:?}");
    Ok(packages)
}

/// The most bytes that a package may have, if there is a limit.
fn most(package: &Path) -> Option<u64> {
    match package.extension()?.to_str()? {
        // It carries the web engine along, which the others find on the computer.
        "AppImage" => None,
        "exe" | "msi" => Some(MOST_BYTES + LOADER),
        _ => Some(MOST_BYTES),
    }
}

/// Packages the demo build that the memory search made, and lets the program of the tests package install, start and
/// remove it. It is not for people, and that has to be noticed.
pub fn test() -> Result<()> {
    let app = release::build(&["miftah"])?;
    if inside::of_a_release(&fs::read(&app)?).is_ok() {
        bail!("nobody would notice a demo build in a release: the marks are wrong");
    }
    let packages = make::packages(&app, &make::usual().map(str::to_owned))?;
    for package in &packages {
        println!("{} {}", megabytes(fs::metadata(package)?.len()), package.display());
        inside::of_a_package(package, false)?;
    }
    installed("check", packages.into_iter().map(OsString::from))
}

/// Lets the tests' program run `what` in file systems of its own, so that a package can be installed for real and the
/// machine stays as it is.
fn installed(what: &str, arguments: impl IntoIterator<Item = OsString>) -> Result<()> {
    let program = workspace::program("package")?;
    let mut command = setup::as_root("unshare")?;
    command.args(["--mount", "--propagation", "private", "--"]).arg(program).arg(what).args(arguments);
    run::run(setup::with_tools(command.current_dir(workspace::root()))?)
}

fn megabytes(bytes: u64) -> String {
    let hundredths = bytes / 10_000;
    format!("{}.{:02} MB", hundredths / 100, hundredths % 100)
}

/// A file's name, for what is told of it.
fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
