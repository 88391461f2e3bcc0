//! What waits for the person, and what they say about it.

use miftah_core::reminders::{self, Item, Kind};
use tauri::command;

use super::{Answer, Shell, key_id};
use crate::app::App;
use crate::ipc::errors::{ErrorCode, IpcError};
use crate::ipc::requests::{DismissRequest, RestoreRequest, SnoozeRequest};
use crate::ipc::views::{InboxView, ReminderKind};

/// The inbox.
#[command]
#[specta::specta]
pub(crate) fn list_inbox(app: Shell<'_>) -> Answer<InboxView> {
    app.inbox_view()
}

/// Puts something off until a moment.
#[command]
#[specta::specta]
pub(crate) fn snooze_reminder(app: Shell<'_>, request: SnoozeRequest) -> Answer<InboxView> {
    let item = item(&app, &request.key_id, request.kind)?;
    reminders::snooze(&app.ports, &item, app.snoozed_until(&request.until)?)?;
    app.look_after();
    app.inbox_view()
}

/// Puts something off for good, on this occasion.
#[command]
#[specta::specta]
pub(crate) fn dismiss_reminder(app: Shell<'_>, request: DismissRequest) -> Answer<InboxView> {
    let item = item(&app, &request.key_id, request.kind)?;
    reminders::dismiss(&app.ports, &item, request.reason.into())?;
    app.look_after();
    app.inbox_view()
}

/// Takes back what was said about something.
#[command]
#[specta::specta]
pub(crate) fn restore_reminder(app: Shell<'_>, request: RestoreRequest) -> Answer<InboxView> {
    let item = item(&app, &request.key_id, request.kind)?;
    reminders::restore(&app.ports, &item)?;
    app.look_after();
    app.inbox_view()
}

/// What the person means; it may have cleared itself meanwhile.
fn item(app: &App, key: &str, kind: ReminderKind) -> Answer<Item> {
    let (key, kind) = (key_id(key)?, Kind::from(kind));
    let inbox = app.inbox()?;
    let mut items = inbox.open.into_iter().chain(inbox.put_off);
    let found = items.find(|item| item.known.key.id == key && item.reminder.kind() == kind);
    found.ok_or_else(|| IpcError::silent(ErrorCode::NotNow))
}
