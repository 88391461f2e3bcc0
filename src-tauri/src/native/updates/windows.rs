//! Windows: the installer this one came with installs the next one too. A bare program was built by hand.

use tauri::AppHandle;
use tauri::utils::platform::bundle_type;

use super::Way;

/// The way of this program.
pub(crate) fn way(_handle: &AppHandle) -> Way {
    bundle_type().map_or(Way::Page, |_| Way::Plugin)
}
