//! The list of keys, and copying one again.

use miftah_core::keys::{ListKeysError, copy_as, list_known, refresh};
use miftah_core::ports::{CopiedKey, RemoteError};
use miftah_core::session::{Session, fall_back};
use miftah_core::settings::Access;
use tauri::command;

use super::{Answer, Shell, known_key};
use crate::app::{App, lock};
use crate::ipc::requests::{CopyKeyRequest, KeyRequest, ListKeysRequest};
use crate::ipc::views::{KeyListView, UsageView};

/// The list: as it is known, or freshly asked of DHMAD. A failed refresh shows the known list and says why.
#[command]
#[specta::specta]
pub(crate) async fn list_keys(app: Shell<'_>, request: ListKeysRequest) -> Answer<KeyListView> {
    let access = app.ports.store.settings()?.access;
    if !request.refresh || !matches!(access, Access::Full(_)) {
        return app.list_view(&list_known(&app.ports, &access)?);
    }
    app.take_up().await;
    let problem = match app.session() {
        Err(error) => error,
        Ok(session) => match refresh(&app.ports, &session).await {
            Ok(listing) => {
                app.heard();
                return app.list_view(&listing);
            }
            Err(ListKeysError::Remote(RemoteError::NotOffered)) => return go_guided(&app, &session).await,
            Err(error) => error.into(),
        },
    };
    let known = app.list_view(&list_known(&app.ports, &access)?)?;
    Ok(KeyListView { problem: Some(problem), ..known })
}

/// DHMAD does not offer the list: the app says so once and goes on in guided mode.
async fn go_guided(app: &App, session: &Session) -> Answer<KeyListView> {
    if fall_back(&app.ports, &session.account).await? {
        app.forget_session();
        app.tell();
    }
    app.list_view(&list_known(&app.ports, &app.ports.store.settings()?.access)?)
}

/// Copies a held key again. A new key that the keychain has not taken yet is offered to it first.
#[command]
#[specta::specta]
pub(crate) async fn copy_key(app: Shell<'_>, request: CopyKeyRequest) -> Answer<()> {
    let _at_work = app.at_work()?;
    let form = miftah_core::keys::CopyForm::from(request.form);
    let known = known_key(&app, &request.key_id)?;
    let unkept = lock(&app.unkept).clone().filter(|unkept| {
        unkept.known.key.id == known.key.id && known.key.prefix.as_ref() == Some(&unkept.new_prefix)
    });
    if let Some(unkept) = unkept {
        let label = CopiedKey::of(&unkept.known);
        let text = form.text(unkept.key.secret());
        let offered = app.ports.clipboard.offer(label, &text, app.ports.timings.clipboard).await;
        app.resolve(unkept.operation.clone());
        return Ok(offered?);
    }
    let copied = copy_as(&app.ports, &known, form).await;
    app.look_at_keychain().await;
    Ok(copied?)
}

/// On which days of the last year a key was seen in use.
#[command]
#[specta::specta]
pub(crate) fn key_usage(app: Shell<'_>, request: KeyRequest) -> Answer<UsageView> {
    app.usage(&known_key(&app, &request.key_id)?)
}
