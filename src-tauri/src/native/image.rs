//! The `AppImage` that this program came in.

use std::path::PathBuf;

use tauri::utils::config::BundleType;
use tauri::utils::platform::bundle_type;

/// The image's own file, if there is one. What runs is in a folder that goes with this process.
///
/// The variable alone says nothing: whatever another image starts inherits it, a terminal and all that is started there.
pub(crate) fn file() -> Option<PathBuf> {
    let bundled = bundle_type() == Some(BundleType::AppImage);
    if bundled { std::env::var_os("APPIMAGE").map(PathBuf::from) } else { None }
}
