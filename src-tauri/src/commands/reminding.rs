//! The settings of reminders and of the background.

use miftah_core::settings::save_reminding;
use tauri::command;

use super::{Answer, Shell};
use crate::ipc::errors::{ErrorCode, IpcError};
use crate::ipc::views::{PreviewView, ReminderSettings, RemindersView};
use crate::native::autostart;

/// The settings, and what the system makes of them.
#[command]
#[specta::specta]
pub(crate) fn reminder_settings(app: Shell<'_>) -> Answer<RemindersView> {
    app.reminders_view()
}

/// Keeps the settings in place of those before.
#[command]
#[specta::specta]
pub(crate) fn set_reminders(app: Shell<'_>, request: ReminderSettings) -> Answer<RemindersView> {
    // Started without a window, an app that is not to go on without one would be of no use, and in nobody's sight.
    let wanted = request.autostart && request.background;
    let request = ReminderSettings { autostart: wanted, ..request };
    let autostart =
        autostart::is_on().and_then(|is| if is == wanted { Ok(()) } else { autostart::set(wanted) });
    autostart.map_err(|error| IpcError::new(ErrorCode::StorageDenied, &error))?;
    save_reminding(&*app.ports.store, request.into())?;
    app.tell();
    app.look_after();
    app.reminders_view()
}

/// What such settings would make of the keys now. Nothing is kept.
#[command]
#[specta::specta]
pub(crate) fn preview_reminders(app: Shell<'_>, request: ReminderSettings) -> Answer<PreviewView> {
    app.preview(request.into())
}

/// Sends a notification, and says whether the system took it.
#[command]
#[specta::specta]
pub(crate) async fn test_notification(app: Shell<'_>) -> Answer<RemindersView> {
    app.test_notification().await?;
    app.reminders_view()
}
