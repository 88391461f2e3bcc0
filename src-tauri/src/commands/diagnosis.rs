//! Why a key does not work.

use miftah_core::diagnosis::{self, Source};
use tauri::command;

use super::{Answer, Shell, key_id};
use crate::ipc::requests::DiagnoseRequest;
use crate::ipc::views::DiagnosisView;

/// Looks at the key on the clipboard, which is read once and stays there, or at the held value of a known key.
#[command]
#[specta::specta]
pub(crate) async fn diagnose(app: Shell<'_>, request: DiagnoseRequest) -> Answer<DiagnosisView> {
    let source = match &request.key_id {
        Some(id) => Source::Key(key_id(id)?),
        None => Source::Clipboard,
    };
    app.take_up().await;
    let session = app.session().ok();
    let found = diagnosis::diagnose(&app.ports, session.as_deref(), &source).await;
    app.look_at_keychain().await;
    app.tell_keys();
    Ok(DiagnosisView::of(&found?, &source))
}

/// Puts the key on the clipboard without what was copied along with it.
#[command]
#[specta::specta]
pub(crate) async fn diagnose_copy_mended(app: Shell<'_>) -> Answer<()> {
    Ok(diagnosis::copy_mended(&app.ports).await?)
}
