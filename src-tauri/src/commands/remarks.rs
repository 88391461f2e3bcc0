//! What the person notes about a key.

use miftah_core::remarks;
use tauri::command;

use super::{Answer, Shell, known_key};
use crate::ipc::requests::{AdviseKeyRequest, FavourKeyRequest, NoteKeyRequest};
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

/// Keeps when something about this key is worth a word, where that differs from its environment's rules.
#[command]
#[specta::specta]
pub(crate) fn advise_key(app: Shell<'_>, request: AdviseKeyRequest) -> Answer<KeyView> {
    let known = known_key(&app, &request.key_id)?;
    remarks::advise(&app.ports, &known, request.advice.into())?;
    app.tell_keys();
    app.look_after();
    app.key_view(&known)
}

/// Puts a key among those that the tray offers to copy, or takes it off them.
#[command]
#[specta::specta]
pub(crate) fn favour_key(app: Shell<'_>, request: FavourKeyRequest) -> Answer<KeyView> {
    let known = known_key(&app, &request.key_id)?;
    remarks::favour(&app.ports, &known, request.favourite)?;
    app.tell_keys();
    app.look_after();
    app.key_view(&known)
}
