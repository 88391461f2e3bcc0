//! What differs from system to system has its places: `native` in the shell, and the adapters. Anywhere else, a
//! condition on the system is code that is compiled where nobody works and runs where nobody looks.

use std::fs;

use anyhow::{Result, ensure};

use super::files;
use crate::workspace;

/// Below these a condition may stand. The tests drive Linux's desktop, and this program prepares machines.
const PLACES: [&str; 8] = [
    "src-tauri/src/native/",
    "src-tauri/crates/dhmad-sandbox/",
    "src-tauri/crates/miftah-dhmad/",
    "src-tauri/crates/miftah-keychain/",
    "src-tauri/crates/miftah-store/",
    "src-tauri/crates/miftah-updates/",
    "src-tauri/xtask/",
    "tests/",
];
/// The one attribute that only a program's first file can have: no console beside the window.
const CONSOLE: &str = "windows_subsystem";

/// Refuses conditions on the system anywhere else.
pub fn check() -> Result<()> {
    let mut found = Vec::new();
    for path in files::rust()? {
        let text = fs::read_to_string(workspace::root().join(&path))?;
        found.extend(misplaced(&path, &text).into_iter().map(|line| format!("{path}:{line}")));
    }
    ensure!(
        found.is_empty(),
        "conditions on the system belong into src-tauri/src/native or an adapter: {}",
        found.join(", ")
    );
    Ok(())
}

/// The lines of conditions on the system where none may be.
fn misplaced(path: &str, text: &str) -> Vec<usize> {
    let lines = || text.lines().enumerate().filter(|(_, line)| !line.contains(CONSOLE) && asks(line));
    let placed = PLACES.iter().any(|place| path.starts_with(place));
    // In its place too, the choice of a file is made once for an ability: where its trait is.
    let chooser = path.ends_with("/mod.rs") || path.ends_with("/lib.rs") || path.ends_with("/main.rs");
    let shipped = path.starts_with("src-tauri/src/") || path.starts_with("src-tauri/crates/");
    let refused = |line: &str| !placed || (shipped && !chooser && line.contains("path ="));
    lines().filter(|(_, line)| refused(line)).map(|(at, _)| at + 1).collect()
}

/// Does a line ask for the system? An attribute over several lines is known by the line that names the system.
fn asks(line: &str) -> bool {
    let line = line.trim_start();
    if line.starts_with("//") {
        return false;
    }
    let condition = ["cfg(", "cfg_attr(", "cfg!("].iter().find_map(|begin| line.split_once(begin));
    let condition = condition.map_or("", |(_, rest)| rest.split(")]").next().unwrap_or(rest));
    let word = |text: &str| {
        condition.split(|char: char| !char.is_alphanumeric() && char != '_').any(|word| word == text)
    };
    line.contains("target_os") || line.contains("target_family") || word("unix") || word("windows")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_has_its_place() {
        const OWN: &str = "src-tauri/src/native/notify/mod.rs";
        let conditions = [
            "#[cfg(target_os = \"linux\")]",
            "    target_os = \"linux\",",
            "if cfg!(windows) {",
            "#[cfg(all(test, not(unix)))]",
        ];
        for line in conditions {
            assert_eq!(misplaced("src-tauri/src/app.rs", &format!("\n{line}")), [2], "{line}");
            assert_eq!(misplaced("src-tauri/crates/miftah-core/src/clock.rs", line), [1], "{line}");
            assert!(misplaced(OWN, line).is_empty(), "{line}");
        }
        for line in ["#[cfg(test)]", "mod windows;", "// cfg(windows)", "#[cfg(feature = \"demo\")] // unix"]
        {
            assert!(misplaced("src-tauri/src/app.rs", line).is_empty(), "{line}");
        }
    }

    #[test]
    fn a_file_of_a_system_is_chosen_once() {
        let chosen = "#[cfg_attr(target_os = \"linux\", path = \"linux.rs\")]";
        assert!(misplaced("src-tauri/src/native/tray/mod.rs", chosen).is_empty());
        assert_eq!(misplaced("src-tauri/src/native/tray/click.rs", chosen), [1]);
    }
}
