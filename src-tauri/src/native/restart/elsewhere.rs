//! Windows and macOS: the web view's processes ended with the window, and its memory with them.

use tauri::AppHandle;

/// Nothing to give back.
pub(crate) fn hidden(_handle: &AppHandle) {}

/// Ends this process and starts the program again.
pub(crate) fn shown(handle: &AppHandle) {
    handle.request_restart();
}

/// Nothing was left behind.
pub(crate) fn reap() {}
