//! What the person notes about a key.

use miftah_core::remarks::{self, Advice};
use tauri::command;

use super::{Answer, Shell, known_key};
use crate::ipc::requests::{AdviseKeyRequest, NoteKeyRequest};
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

/// Keeps after how long the key's value should be changed.
#[command]
#[specta::specta]
pub(crate) fn advise_key(app: Shell<'_>, request: AdviseKeyRequest) -> Answer<KeyView> {
    let known = known_key(&app, &request.key_id)?;
    remarks::advise(&app.ports, &known, Advice::of_days(request.change_after_days))?;
    app.tell_keys();
    app.key_view(&known)
}
