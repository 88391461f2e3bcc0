//! The package for Windows Installer: made of our template by `wixl`, then installed, updated and removed under Wine.
//!
//! Neither knows all that Microsoft's own do. The shortcut's identity, the web view's installer and that the start with
//! Windows stays over an update are left to Windows.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::folder;
use crate::{run, workspace};

const TEMPLATE: &str = "src-tauri/packaging/windows/main.wxs";
const PROGRAM: &str = "src-tauri/xtask/src/platforms/installed.c";
const ICON: &str = "icons/icon.ico";
const OLD: &str = "1.0.0";
const NEW: &str = "1.1.0";
const APP: &str = "app.miftah.desktop";
const OURS: &str = r"HKCU\Software\app.miftah.desktop";
/// What Windows Installer knows one person by themselves to have installed.
const FOR_ONE: &str = r"HKCU\Software\Microsoft\Installer\Products";
const START: &str = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run";
const APPROVED: &str = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run";

/// For one person, replaced by a newer one only, and nothing left of it in the end.
pub(super) fn installs() -> Result<()> {
    let folder = folder()?.join("msi");
    workspace::empty_folder(&folder)?;
    let (old, new) = (package(&folder, OLD)?, package(&folder, NEW)?);
    let computer = Computer(folder);

    ensure!(computer.msiexec(&["/i", "1.0.0.msi", "/qn"])?, "it was not installed");
    let home = computer.home()?;
    let installed = home.join("AppData/Local/Programs/Miftah");
    let program = installed.join("miftah.exe");
    let shortcut = home.join("AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Miftah.lnk");
    ensure!(fs::read(&program)? == old, "another program was installed");
    ensure!(shortcut.is_file(), "the start menu has no entry");
    ensure!(computer.has(OURS, "InstallDir")?, "the person's registry says nothing of it");
    let for_one = run::succeeds(computer.wine("reg").args(["query", FOR_ONE]))?;
    ensure!(for_one, "it was installed for the whole computer");

    // The words of the updater.
    let update =
        ["/i", "1.1.0.msi", "/passive", "/promptrestart", "AUTOLAUNCHAPP=True", "LAUNCHAPPARGS=--hidden"];
    ensure!(computer.msiexec(&update)?, "it was not updated");
    ensure!(fs::read(&program)? == new, "the update left the old program");
    ensure!(shortcut.is_file(), "the update took the start menu's entry away");
    let started =
        fs::read_to_string(home.join("started.txt")).context("the update did not start it again")?;
    ensure!(started == "1.1.0 --hidden\n", "the update started something else: {started}");

    ensure!(!computer.msiexec(&["/i", "1.0.0.msi", "/qn"])?, "an older version was taken");
    ensure!(fs::read(&program)? == new, "an older version replaced it");

    for (key, value) in [(START, APP), (APPROVED, APP), (START, "another")] {
        run::run(computer.wine("reg").args(["add", key, "/v", value, "/d", "x", "/f"]))?;
    }
    ensure!(computer.msiexec(&["/x", "1.1.0.msi", "/qn"])?, "it was not removed");
    ensure!(!installed.exists() && !shortcut.exists(), "files are left of it");
    for (key, value) in [(OURS, "InstallDir"), (START, APP), (APPROVED, APP)] {
        ensure!(!computer.has(key, value)?, "{key} still has {value}");
    }
    ensure!(computer.has(START, "another")?, "what others start with Windows is gone too");
    Ok(())
}

/// Makes the package of a version, and gives the program in it.
fn package(folder: &Path, version: &str) -> Result<Vec<u8>> {
    let root = workspace::root();
    // `wixl` finds files by paths relative to where it runs only.
    let inside = folder.join(version);
    fs::create_dir_all(&inside)?;
    fs::copy(root.join(ICON), inside.join("icon.ico"))?;
    let program = inside.join("miftah.exe");
    let mut compiler = Command::new("x86_64-w64-mingw32-gcc");
    compiler.args(["-O1", "-mwindows", &format!("-DVERSION=\"{version}\""), "-o"]).arg(&program);
    run::run(compiler.arg(root.join(PROGRAM)))?;

    let template = fs::read_to_string(root.join(TEMPLATE))?;
    fs::write(inside.join("main.wxs"), for_wixl(&filled(&template, version)))?;
    let mut wixl = Command::new("wixl");
    wixl.args(["--arch", "x64", "--output", &format!("../{version}.msi"), "main.wxs"]);
    // It names the attributes that it does not know.
    run::run(wixl.current_dir(&inside))?;
    Ok(fs::read(program)?)
}

/// As the bundler fills it in, where no condition of it holds.
fn filled(template: &str, version: &str) -> String {
    let mut text = template.replace(r"\\", r"\");
    while let Some((before, (_, after))) =
        text.split_once("{{#if ").and_then(|(before, rest)| Some((before, rest.split_once("{{/if}}")?)))
    {
        text = format!("{before}{after}");
    }
    for (name, value) in [
        ("{{product_name}}", "Miftah"),
        ("{{version}}", version),
        ("{{manufacturer}}", "The Miftah authors"),
        ("{{bundle_id}}", APP),
        ("{{upgrade_code}}", "f86588e9-b5f0-4bdb-8239-cdb1073fd705"),
        ("{{path_component_guid}}", "5e04f5e9-7c39-5b50-8e6c-0d7f6e1c9a11"),
        ("{{icon_path}}", "icon.ico"),
        ("{{main_binary_path}}", "miftah.exe"),
        ("!(loc.TauriLanguage)", "1033"),
        ("!(loc.DowngradeErrorMessage)", "There is a newer one."),
    ] {
        text = text.replace(name, value);
    }
    text
}

/// Without an element that it refuses, and with the order that it does not take from `MajorUpgrade`.
fn for_wixl(text: &str) -> String {
    let known = |line: &&str| !line.contains("<ShortcutProperty ");
    let lines: String = text.split_inclusive('\n').filter(known).collect();
    let sequence = "<InstallExecuteSequence>";
    lines.replacen(sequence, &format!("{sequence}<RemoveExistingProducts Sequence=\"1501\" />"), 1)
}

/// A Windows of Wine on which nothing was ever installed.
struct Computer(PathBuf);

impl Computer {
    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        // Nothing of it in the menus of the person who runs this.
        command
            .env("WINEDLLOVERRIDES", "winemenubuilder.exe=d")
            .env("WINEDEBUG", "-all")
            .env_remove("DISPLAY");
        command.env("WINEPREFIX", self.0.join("wine")).current_dir(&self.0);
        command
    }

    fn wine(&self, program: &str) -> Command {
        let mut wine = self.command("wine");
        wine.arg(program);
        wine
    }

    /// Whether the installer took it, once all that it started has ended.
    fn msiexec(&self, args: &[&str]) -> Result<bool> {
        let taken = run::succeeds(self.wine("msiexec").args(args))?;
        run::run(self.command("wineserver").arg("--wait"))?;
        Ok(taken)
    }

    fn has(&self, key: &str, value: &str) -> Result<bool> {
        run::succeeds(self.wine("reg").args(["query", key, "/v", value]))
    }

    /// The folder of the only person.
    fn home(&self) -> Result<PathBuf> {
        for home in fs::read_dir(self.0.join("wine/drive_c/users"))? {
            let home = home?;
            if home.file_name() != "Public" {
                return Ok(home.path());
            }
        }
        anyhow::bail!("nobody lives in this Wine")
    }
}
