//! The key on the clipboard: longer, or gone.

use tauri::command;

use super::Shell;

/// "+30 s".
#[command]
#[specta::specta]
pub(crate) fn clipboard_extend(app: Shell<'_>) {
    app.clipboard.extend(app.ports.timings.clipboard);
}

/// "Clear now".
#[command]
#[specta::specta]
pub(crate) fn clipboard_clear(app: Shell<'_>) {
    app.clipboard.clear_now();
}
