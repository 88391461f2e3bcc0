//! Linux: a program of a package belongs to the package manager, and only it may change it. An `AppImage` and a bare
//! program are one file of the person's own.

use miftah_updates::Form;
use tauri::AppHandle;
use tauri::utils::config::BundleType;
use tauri::utils::platform::bundle_type;

use super::Way;
use crate::native::image;

/// The way of this program.
pub(crate) fn way(_handle: &AppHandle) -> Way {
    let (program, form) = match bundle_type() {
        Some(BundleType::AppImage) => (image::file(), Form::AppImage),
        None => (std::env::current_exe().ok(), Form::Bare),
        Some(_) => return Way::Page,
    };
    // Through links: what they lead to is what is replaced.
    let program = program.and_then(|program| program.canonicalize().ok());
    program.map_or(Way::Page, |program| Way::Swap { program, form })
}
