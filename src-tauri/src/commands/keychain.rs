//! Unlocking the keychain: an operation of its own, which only a click starts.

use tauri::command;

use super::{Answer, Shell};
use crate::ipc::views::KeychainView;

/// Opens the system's prompt and waits for it, up to 2 minutes.
#[command]
#[specta::specta]
pub(crate) async fn unlock_keychain(app: Shell<'_>) -> Answer<KeychainView> {
    let unlocked = app.ports.keychain.unlock().await;
    let view = app.look_at_keychain().await;
    unlocked?;
    app.take_up().await;
    app.resolving.poke_all();
    Ok(view)
}

/// Stops waiting for the prompt.
#[command]
#[specta::specta]
pub(crate) fn cancel_unlock(app: Shell<'_>) {
    app.ports.keychain.cancel_unlock();
}
