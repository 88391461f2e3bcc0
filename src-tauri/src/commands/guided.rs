//! Guided mode: the portal page and the clipboard.

use miftah_core::guided::{self, Taken};
use miftah_core::settings::Access;
use tauri::command;
use tokio::sync::MutexGuard;

use super::{Answer, Shell, key_id, known_key};
use crate::app::{App, lock};
use crate::ipc::errors::{ErrorCode, IpcError};
use crate::ipc::requests::{AnswerTakenRequest, KeyRequest, RenameKnownKeyRequest, TakeKeyRequest};
use crate::ipc::views::{KeyView, TakenView};

/// Opens the portal page in the browser.
#[command]
#[specta::specta]
pub(crate) fn open_portal(app: Shell<'_>) -> Answer<()> {
    open::that_detached(app.ports.portal.portal_page())
        .map_err(|error| IpcError::new(ErrorCode::Internal, &error))
}

/// Takes the key on the clipboard. Reads the clipboard once.
#[command]
#[specta::specta]
pub(crate) async fn take_key(app: Shell<'_>, request: TakeKeyRequest) -> Answer<TakenView> {
    let _one_at_a_time = guided_only(&app).await?;
    let expected = request.expected_key_id.as_deref().map(key_id).transpose()?;
    let taken = guided::take_key(&app.ports, expected.as_ref()).await;
    app.look_at_keychain().await;
    Ok(shown(&app, taken?).await)
}

/// The person's answer about a taken key.
#[command]
#[specta::specta]
pub(crate) async fn answer_taken(app: Shell<'_>, request: AnswerTakenRequest) -> Answer<Option<TakenView>> {
    let _one_at_a_time = guided_only(&app).await?;
    let waiting = lock(&app.waiting_key).take();
    let waiting = *waiting.ok_or_else(|| IpcError::silent(ErrorCode::NotFound))?;
    if !request.accept {
        waiting.discard(&app.ports).await?;
        return Ok(None);
    }
    let taken = guided::accept_key(&app.ports, waiting).await?;
    Ok(Some(shown(&app, taken).await))
}

/// What the person calls a key here.
#[command]
#[specta::specta]
pub(crate) fn rename_known_key(app: Shell<'_>, request: RenameKnownKeyRequest) -> Answer<KeyView> {
    let known = guided::rename_key(&app.ports, &key_id(&request.key_id)?, &request.name)?;
    app.tell_keys();
    Ok(KeyView::of(&known, app.ports.clock.now()))
}

/// Asks DHMAD about a key that was kept without a test.
#[command]
#[specta::specta]
pub(crate) async fn check_known_key(app: Shell<'_>, request: KeyRequest) -> Answer<TakenView> {
    let _one_at_a_time = guided_only(&app).await?;
    let taken = guided::check_key(&app.ports, &known_key(&app, &request.key_id)?).await?;
    Ok(shown(&app, taken).await)
}

/// These commands are guided mode's own, and each looks before it writes: one after the other.
async fn guided_only(app: &App) -> Answer<MutexGuard<'_, ()>> {
    let turn = app.guided.lock().await;
    match app.ports.store.settings()?.access {
        Access::Guided { .. } => Ok(turn),
        Access::Full(_) | Access::SignedOut => Err(IpcError::silent(ErrorCode::NotOffered)),
    }
}

/// Keeps a key that waits for an answer, and tells the window of one that is stored.
async fn shown(app: &App, taken: Taken) -> TakenView {
    let view = TakenView::of(&taken, app.ports.clock.now());
    match taken {
        Taken::Question(waiting) => {
            let before = lock(&app.waiting_key).replace(waiting);
            if let Some(before) = before
                && let Err(error) = before.discard(&app.ports).await
            {
                tracing::warn!(%error, "a key that nobody answered for was not forgotten");
            }
        }
        Taken::Stored { .. } => app.tell_keys(),
    }
    view
}
