//! The settings of reminders and of the background.

use miftah_core::settings::save_reminding;
use tauri::command;

use super::{Answer, Shell};
use crate::ipc::views::{PreviewView, ReminderSettings, RemindersView};

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
    app.set_autostart(request.autostart)?;
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
