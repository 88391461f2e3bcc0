//! Changing a key at DHMAD: its name, whether it is on, and its end.

use tauri::command;

use super::{Answer, Shell, key_id};
use crate::changes;
use crate::ipc::requests::{KeyRequest, LimitKeyRequest, RenameKeyRequest, SwitchKeyRequest};
use crate::ipc::views::{AskedView, KeyView};

/// Gives a key another name.
#[command]
#[specta::specta]
pub(crate) async fn rename_key(app: Shell<'_>, request: RenameKeyRequest) -> Answer<KeyView> {
    changes::rename(&app, &key_id(&request.key_id)?, &request.name).await
}

/// Gives a key another rate limit.
#[command]
#[specta::specta]
pub(crate) async fn limit_key(app: Shell<'_>, request: LimitKeyRequest) -> Answer<KeyView> {
    changes::limit(&app, &key_id(&request.key_id)?, request.rate_limit).await
}

/// Switches a key on, or off after the system's dialog.
#[command]
#[specta::specta]
pub(crate) async fn switch_key(app: Shell<'_>, request: SwitchKeyRequest) -> Answer<AskedView> {
    changes::switch(&app, &key_id(&request.key_id)?, request.active).await
}

/// Deletes a switched-off key, after the system's dialog.
#[command]
#[specta::specta]
pub(crate) async fn delete_key(app: Shell<'_>, request: KeyRequest) -> Answer<AskedView> {
    changes::delete(&app, &key_id(&request.key_id)?).await
}
