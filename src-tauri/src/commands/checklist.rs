//! The security checklist.

use tauri::command;

use super::{Answer, Shell};
use crate::ipc::views::ChecklistView;

/// The checklist, as it stands now.
#[command]
#[specta::specta]
pub(crate) fn security_checklist(app: Shell<'_>) -> Answer<ChecklistView> {
    app.checklist()
}
