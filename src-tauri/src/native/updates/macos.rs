//! macOS: the bundle is swapped whole by the plugin. A program that is in none was built by hand.

use std::path::Path;

use tauri::AppHandle;

use super::Way;

/// The way of this program.
pub(crate) fn way(_handle: &AppHandle) -> Way {
    let bundled = |program: &Path| program.parent().is_some_and(|folder| folder.ends_with("Contents/MacOS"));
    match std::env::current_exe() {
        Ok(program) if bundled(&program) => Way::Plugin,
        _ => Way::Page,
    }
}
