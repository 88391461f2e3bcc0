//! Install, start, remove, look.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use miftah_tests::fixture::{Fixture, row};

use crate::layers::Layers;
use crate::libraries;
use crate::manager::{Manager, PACKAGE, run as output};

const PROGRAM: &str = "/usr/bin/miftah";
const ENTRY: &str = "/usr/share/applications/Miftah.desktop";
const METAINFO: &str = "/usr/share/metainfo/app.miftah.desktop.metainfo.xml";
const ICON: &str = "/usr/share/icons/hicolor/scalable/apps/miftah.svg";
const KEY: &str = "Production shop";
/// Where the package managers write down what they did: that Miftah was here stays in their records and logs.
const RECORDS: [&str; 4] = ["/var/log", "/var/lib/dpkg", "/var/lib/rpm-of-the-test", "/var/cache"];

/// Both packages, one after the other.
pub(crate) fn run(deb: &Path, rpm: &Path) -> Result<()> {
    let layers = Layers::lay()?;
    for (manager, package) in [(Manager::Dpkg, deb), (Manager::Rpm, rpm)] {
        whole_life(&layers, manager, package).with_context(|| format!("{manager:?}"))?;
    }
    Ok(())
}

fn whole_life(layers: &Layers, manager: Manager, package: &Path) -> Result<()> {
    ensure!(!Path::new(PROGRAM).exists(), "{PROGRAM} is there already");
    manager.install(package)?;
    let put = ours(layers)?;
    ensure!(put.contains(&PathBuf::from(PROGRAM)), "it was not installed: {put:?}");
    let needs = manager.needs(package)?;
    println!("{manager:?}: {} paths; needs {}", put.len(), needs.join(", "));
    if manager == Manager::Dpkg {
        println!("{} libraries come with what it needs", libraries::all_come_with(&needs, PROGRAM.as_ref())?);
    } else {
        for need in ["libwebkit2gtk-4.1.so.0", "libgtk-3.so.0", "libc.so.6(GLIBC_"] {
            ensure!(needs.iter().any(|named| named.starts_with(need)), "{need} is not needed");
        }
    }
    the_desktop_takes_it()?;

    let fixture = Fixture::plan().program(PROGRAM.as_ref()).signed_in().start()?;
    row(&fixture.main_window()?, KEY)?;
    let windows = output(fixture.session().command("wmctrl").arg("-lx"))?;
    let class = value(&fs::read_to_string(ENTRY)?, "StartupWMClass")?;
    let ours_on_screen = windows.lines().any(|line| {
        line.split_whitespace().nth(2).is_some_and(|found| found.split('.').next() == Some(class.as_str()))
    });
    ensure!(
        ours_on_screen,
        "no window of the class {class:?}, so the desktop does not know whose it is:\n{windows}"
    );
    let fixture = fixture.without_app()?;
    let data = fixture.session().home().join(".local/share/miftah-demo");
    ensure!(data.is_dir(), "the app kept nothing");

    manager.remove()?;
    ensure!(data.is_dir(), "the person's data went with the program");
    let left = ours(layers)?;
    ensure!(left.is_empty(), "left behind: {left:?}");
    let changed = layers.changed()?;
    let mentioned = mentioning(&changed)?;
    ensure!(mentioned.is_empty(), "still spoken of in {mentioned:?}");
    println!("{manager:?}: started, removed, nothing left but the person's data");
    Ok(())
}

/// What the desktop reads of a program it never saw.
fn the_desktop_takes_it() -> Result<()> {
    output(Command::new("desktop-file-validate").arg(ENTRY))?;
    output(Command::new("appstreamcli").args(["validate", "--no-net"]).arg(METAINFO))?;
    let entry = fs::read_to_string(ENTRY)?;
    let program = value(&entry, "Exec")?;
    ensure!(Path::new("/usr/bin").join(&program) == Path::new(PROGRAM), "it would start {program:?}");
    ensure!(value(&entry, "Icon")? == PACKAGE && Path::new(ICON).is_file(), "the entry has no icon");
    let metainfo = fs::read_to_string(METAINFO)?;
    let named = Path::new(ENTRY).file_name().and_then(|name| name.to_str()).context("an odd name")?;
    ensure!(metainfo.contains(&format!(">{named}</launchable>")), "the metadata starts another entry");
    Ok(())
}

fn value(entry: &str, key: &str) -> Result<String> {
    let found = entry.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
    found.map(str::to_owned).with_context(|| format!("the entry has no {key}"))
}

/// Whatever carries our name, records apart.
fn ours(layers: &Layers) -> Result<Vec<PathBuf>> {
    let named = |path: &PathBuf| path.to_string_lossy().to_lowercase().contains(PACKAGE);
    Ok(layers.changed()?.into_iter().filter(|path| named(path) && !recorded(path)).collect())
}

/// Files in which our name still stands: lists and caches of the desktop.
fn mentioning(files: &[PathBuf]) -> Result<Vec<&PathBuf>> {
    let mut found = Vec::new();
    for file in files.iter().filter(|file| file.is_file() && !recorded(file)) {
        let text = String::from_utf8_lossy(&fs::read(file)?).to_lowercase();
        if text.contains(PACKAGE) {
            found.push(file);
        }
    }
    Ok(found)
}

fn recorded(path: &Path) -> bool {
    RECORDS.iter().any(|folder| path.starts_with(folder))
}
