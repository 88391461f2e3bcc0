//! What the person notes about a key.

use miftah_core::remarks;
use tauri::command;

use super::{Answer, Shell, known_key};
use crate::ipc::requests::NoteKeyRequest;
use crate::ipc::views::KeyView;

/// Keeps a note and tags in place of those before.
#[command]
#[specta::specta]
pub(crate) fn note_key(app: Shell<'_>, request: NoteKeyRequest) -> Answer<KeyView> {
    let known = known_key(&app, &request.key_id)?;
    remarks::note(&app.ports, &known, &request.note, &request.tags)?;
    app.tell_keys();
    app.key_view(&known)
}
