//! The packages of Debian and its relatives. Elsewhere: one sentence that says what to install.

use std::fs;
use std::process::Command;

use anyhow::{Result, bail};

use crate::run::{on_path, output, run};

/// What the app is compiled and linked with.
pub const BUILD: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libgtk-3-dev",
    "libwebkit2gtk-4.1-dev",
    "librsvg2-dev",
    "libayatana-appindicator3-dev",
];

/// A desktop without a screen: display, sessions, keyring, notifications, and the tools that look at them.
pub const DESKTOP: &[&str] = &[
    "webkit2gtk-driver",
    "xvfb",
    "openbox",
    "sway",
    "dbus-daemon",
    "dbus-x11",
    "gnome-keyring",
    "libsecret-tools",
    "dunst",
    "libglib2.0-bin",
    "xclip",
    "wl-clipboard",
    "xdotool",
    "wmctrl",
    "imagemagick",
    "procps",
    "fonts-dejavu-core",
];

/// What packages are made with, looked into and installed by.
pub const PACKAGES: &[&str] = &["rpm", "cpio", "appstream", "desktop-file-utils"];

/// Compilers for other systems, and Windows as far as a keychain and an installer go. Debian's compiler of Rust, as the
/// web browsers are built with, brings the sources of the standard library along: rustup's needs rustup's own server for
/// another target.
pub const PLATFORMS: &[&str] = &[
    "rustc-web",
    "cargo-web",
    "rust-web-src",
    "gcc-mingw-w64-x86-64",
    "wine",
    "wine64",
    "wixl",
    "python3-pip",
];

/// Installs those of `packages` that are missing.
pub fn install(packages: &[&str]) -> Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    if !on_path("dpkg-query") {
        println!("This is not a Debian system. Needed here, under the names it has: {}", packages.join(" "));
        return Ok(());
    }
    let missing = missing(packages)?;
    if missing.is_empty() {
        return Ok(());
    }
    let Some(prefix) = as_root()? else {
        bail!(
            "these packages are missing and only root can install them: apt-get install {}",
            missing.join(" ")
        );
    };
    run(&mut apt_get(prefix, &["update", "--quiet"]))?;
    let mut install = apt_get(prefix, &["install", "--yes", "--quiet", "--no-install-recommends"]);
    run(install.args(missing))
}

/// The packages of the list that dpkg does not know as installed.
fn missing<'a>(packages: &[&'a str]) -> Result<Vec<&'a str>> {
    let known = output(Command::new("dpkg-query").args(["-W", "-f", "${db:Status-Status} ${Package}\n"]))?;
    Ok(not_installed(packages, &known))
}

fn not_installed<'a>(packages: &[&'a str], known: &str) -> Vec<&'a str> {
    let installed: Vec<_> = known.lines().filter_map(|line| line.strip_prefix("installed ")).collect();
    packages.iter().copied().filter(|package| !installed.contains(package)).collect()
}

/// The words before a command that needs root: none for root itself, sudo where it asks nothing.
fn as_root() -> Result<Option<&'static [&'static str]>> {
    let is_root = fs::read_to_string("/proc/self/status")?
        .lines()
        .any(|line| line.strip_prefix("Uid:").is_some_and(|ids| ids.split_whitespace().nth(1) == Some("0")));
    if is_root {
        return Ok(Some(&[]));
    }
    let sudo = on_path("sudo") && Command::new("sudo").args(["-n", "true"]).status()?.success();
    Ok(sudo.then_some(&["sudo", "-n"]))
}

/// A program started as root, if this is root or sudo asks nothing.
pub fn rooted(program: &str) -> Result<Command> {
    let Some(prefix) = as_root()? else { bail!("only root can run {program} here") };
    Ok(command(&[prefix, &[program]].concat()))
}

/// Whether this is Debian itself, and not one of its relatives: they have other packages.
pub fn is_debian() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=debian"))
}

fn apt_get(prefix: &[&str], args: &[&str]) -> Command {
    // `env` passes the variable through sudo, which drops it otherwise.
    let words = [
        prefix,
        &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300"],
        args,
    ];
    command(&words.concat())
}

/// The first word is the program.
fn command(words: &[&str]) -> Command {
    let mut command = Command::new(words[0]);
    command.args(&words[1..]);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_removed_package_counts_as_missing() {
        let known = "installed xvfb\nconfig-files dunst\nnot-installed sway\ninstalled libgtk-3-dev\n";
        assert_eq!(
            not_installed(&["xvfb", "dunst", "sway", "xdotool", "libgtk-3-dev"], known),
            ["dunst", "sway", "xdotool"]
        );
    }
}
