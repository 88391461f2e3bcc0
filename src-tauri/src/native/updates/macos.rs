//! macOS: the bundle is swapped whole by the plugin. A program that is in none was built by hand.

use std::path::Path;

use miftah_updates::{SystemDisk, can_stage};
use tauri::AppHandle;

use super::Way;

/// The way of this program.
///
/// Where the person may not write beside the bundle, the plugin would ask for an administrator's password: at each end of the
/// app, and from somebody who has none.
pub(crate) fn way(_handle: &AppHandle) -> Way {
    let Ok(program) = std::env::current_exe() else { return Way::Page };
    match bundle(&program) {
        Some(bundle) if can_stage(&SystemDisk, bundle).is_ok() => Way::Plugin,
        _ => Way::Page,
    }
}

/// `Miftah.app` of `Miftah.app/Contents/MacOS/miftah`.
fn bundle(program: &Path) -> Option<&Path> {
    let folder = program.parent().filter(|folder| folder.ends_with("Contents/MacOS"))?;
    folder.ancestors().nth(2)
}
