//! Guided mode: the portal page and the clipboard.

use miftah_core::guided;
use miftah_core::settings::Access;
use tauri::command;
use tokio::sync::MutexGuard;

use super::{Answer, Shell, key_id, known_key};
use crate::app::{App, lock};
use crate::ipc::errors::{ErrorCode, IpcError};
use crate::ipc::requests::{
    AnswerTakenRequest, KeyRequest, NoteSwitchedRequest, RenameKnownKeyRequest, TakeKeyRequest,
};
use crate::ipc::views::{KeyView, StandingView, TakenView};
use crate::native::confirm::{self, Question};

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
    Ok(app.show_taken(taken?))
}

/// The person's answer about a taken key.
#[command]
#[specta::specta]
pub(crate) async fn answer_taken(app: Shell<'_>, request: AnswerTakenRequest) -> Answer<Option<TakenView>> {
    let _one_at_a_time = guided_only(&app).await?;
    let waiting = lock(&app.waiting_key).take();
    let (waiting, _) = waiting.ok_or_else(|| IpcError::silent(ErrorCode::NotFound))?;
    app.tell();
    if !request.accept {
        waiting.discard(&app.ports);
        return Ok(None);
    }
    let taken = guided::accept_key(&app.ports, *waiting).await?;
    Ok(Some(app.show_taken(taken)))
}

/// What the person calls a key here.
#[command]
#[specta::specta]
pub(crate) fn rename_known_key(app: Shell<'_>, request: RenameKnownKeyRequest) -> Answer<KeyView> {
    let known = guided::rename_key(&app.ports, &key_id(&request.key_id)?, &request.name)?;
    app.tell_keys();
    app.key_view(&known)
}

/// Asks DHMAD about a key that was kept without a test.
#[command]
#[specta::specta]
pub(crate) async fn check_known_key(app: Shell<'_>, request: KeyRequest) -> Answer<TakenView> {
    let _one_at_a_time = guided_only(&app).await?;
    let taken = guided::check_key(&app.ports, &known_key(&app, &request.key_id)?).await?;
    Ok(app.show_taken(taken))
}

/// The person switched a key off or on, on the portal: asks DHMAD how it stands.
#[command]
#[specta::specta]
pub(crate) async fn note_switched(app: Shell<'_>, request: NoteSwitchedRequest) -> Answer<StandingView> {
    let _one_at_a_time = guided_only(&app).await?;
    let known = known_key(&app, &request.key_id)?;
    let standing = guided::note_switched(&app.ports, &known, request.active).await?;
    app.tell_keys();
    Ok(standing.into())
}

/// The person deleted a key on the portal: forgets it here, after the system's dialog. `false` if they declined there.
#[command]
#[specta::specta]
pub(crate) async fn forget_key(app: Shell<'_>, request: KeyRequest) -> Answer<bool> {
    let _one_at_a_time = guided_only(&app).await?;
    let known = known_key(&app, &request.key_id)?;
    if confirm::ask(&app, Question::forget(&known, app.ports.clock.now())).await != confirm::Answer::Act {
        return Ok(false);
    }
    guided::forget_key(&app.ports, &known).await?;
    app.tell_keys();
    Ok(true)
}

/// These commands are guided mode's own, and each looks before it writes: one after the other.
async fn guided_only(app: &App) -> Answer<MutexGuard<'_, ()>> {
    let turn = app.guided.lock().await;
    match app.ports.store.settings()?.access {
        Access::Guided { .. } => Ok(turn),
        Access::Full(_) | Access::SignedOut => Err(IpcError::silent(ErrorCode::NotOffered)),
    }
}
