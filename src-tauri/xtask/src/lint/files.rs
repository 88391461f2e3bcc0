//! The file budget: a file is looked at again at 400 lines and refused over 600. Tests and generated files apart.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use crate::workspace;

const LOOK_AGAIN: usize = 400;
const REFUSED: usize = 600;
const SOURCES: [&str; 5] = ["rs", "ts", "svelte", "css", "js"];
const NOT_OURS: [&str; 6] = ["target", "gen", "node_modules", "dist", "dist-fake", ".git"];
const GENERATED: [&str; 1] = ["ui/src/ipc/bindings.ts"];

/// Names long files, and refuses the longest.
pub fn check() -> Result<()> {
    let mut files = Vec::new();
    sources(workspace::root(), &mut files)?;
    files.retain(|(_, path)| has_budget(path));
    files.sort();
    let over = |limit| files.iter().filter(move |(lines, _)| *lines > limit);
    for (lines, path) in over(LOOK_AGAIN) {
        println!("{path}: {lines} lines; look again, the budget is {LOOK_AGAIN}");
    }
    match over(REFUSED).count() {
        0 => Ok(()),
        count => bail!("{count} files have more than {REFUSED} lines: split them"),
    }
}

/// Every Rust file of ours, with the folders below the root.
pub fn rust() -> Result<Vec<String>> {
    let mut files = Vec::new();
    sources(workspace::root(), &mut files)?;
    Ok(files.into_iter().map(|(_, path)| path).filter(|path| extension(path) == Some("rs")).collect())
}

/// Collects `(lines, path)` of every source file under a folder.
fn sources(folder: &Path, found: &mut Vec<(usize, String)>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            if !NOT_OURS.contains(&name.as_str()) {
                sources(&path, found)?;
            }
        } else if let Ok(inside) = path.strip_prefix(workspace::root()) {
            let inside = inside.to_string_lossy().replace('\\', "/");
            if is_source(&inside) {
                found.push((fs::read_to_string(&path)?.lines().count(), inside));
            }
        }
    }
    Ok(())
}

fn is_source(path: &str) -> bool {
    extension(path).is_some_and(|extension| SOURCES.contains(&extension))
}

fn extension(path: &str) -> Option<&str> {
    path.rsplit_once('.').map(|(_, extension)| extension)
}

fn has_budget(path: &str) -> bool {
    let test = path.contains(".test.") || format!("/{path}").contains("/tests/");
    is_source(path) && !test && !GENERATED.contains(&path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_and_generated_files_have_no_budget() {
        assert!(has_budget("src-tauri/src/lib.rs"));
        assert!(has_budget("ui/src/features/keys/Row.svelte"));
        assert!(!has_budget("ui/src/ipc/bindings.ts"));
        assert!(!has_budget("tests/it/layout.rs"));
        assert!(!has_budget("src-tauri/crates/miftah-core/tests/x.rs"));
        assert!(!has_budget("README.md"));
    }
}
