//! The `AppImage` that this program came in.

use std::path::PathBuf;

use tauri::utils::config::BundleType;
use tauri::utils::platform::bundle_type;

/// The image's own file, if there is one. What runs is in a folder that goes with this process.
pub(crate) fn file() -> Option<PathBuf> {
    // The tests here are in no bundle, and play one.
    named(cfg!(test) || bundle_type() == Some(BundleType::AppImage))
}

/// The variable alone says nothing: whatever another image starts inherits it, a terminal and all that is started there.
fn named(bundled: bool) -> Option<PathBuf> {
    if bundled { std::env::var_os("APPIMAGE").map(PathBuf::from) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(unsafe_code, reason = "the image's place is in the environment")]
    fn the_image_of_another_program_is_not_ours() {
        // SAFETY: nextest gives the test a process of its own, and nothing else that runs in it reads the environment.
        unsafe { std::env::set_var("APPIMAGE", "/opt/editor.AppImage") }
        assert_eq!(named(false), None);
        assert_eq!(named(true), Some("/opt/editor.AppImage".into()));
    }
}
