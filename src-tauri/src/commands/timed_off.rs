//! Switching a key off for a while.

use miftah_core::timed_off;
use tauri::command;

use super::{Answer, Shell, key_id};
use crate::changes;
use crate::ipc::requests::{KeyRequest, SwitchOffForRequest};
use crate::ipc::views::AskedView;

/// Switches a key off, after the system's dialog, and on again by itself after so many minutes.
#[command]
#[specta::specta]
pub(crate) async fn switch_off_for(app: Shell<'_>, request: SwitchOffForRequest) -> Answer<AskedView> {
    changes::switch_off_for(&app, &key_id(&request.key_id)?, request.minutes).await
}

/// The key stays off: it does not come back by itself any more.
#[command]
#[specta::specta]
pub(crate) fn keep_off(app: Shell<'_>, request: KeyRequest) -> Answer<()> {
    timed_off::call_off(&app.ports, &key_id(&request.key_id)?)?;
    app.tell_keys();
    app.look_after();
    Ok(())
}
