//! Signing in and out.

use miftah_core::session::{self, StoredKeys, TokenError, check_token};
use miftah_core::settings::{Access, GuidedBecause};
use tauri::command;

use super::{Answer, Shell};
use crate::app::lock;
use crate::ipc::errors::{ErrorCode, IpcError};
use crate::ipc::requests::{SignInRequest, SignOutRequest};
use crate::ipc::views::{PasswordSignIn, SignInOptionsView, TokenView};

/// Whether a password can be used: asked of DHMAD before the form is shown.
#[command]
#[specta::specta]
pub(crate) async fn sign_in_options(app: Shell<'_>) -> Answer<SignInOptionsView> {
    Ok(match app.ports.portal.password_offered().await {
        Ok(true) => SignInOptionsView { password: PasswordSignIn::Offered, problem: None },
        Ok(false) => SignInOptionsView { password: PasswordSignIn::NotOffered, problem: None },
        Err(error) => SignInOptionsView { password: PasswordSignIn::Unknown, problem: Some(error.into()) },
    })
}

/// Signs in with e-mail and password, then destroys the window they were typed into.
#[command]
#[specta::specta]
pub(crate) async fn sign_in(app: Shell<'_>, request: SignInRequest) -> Answer<()> {
    let entered = session::sign_in(&app.ports, request.email.trim(), request.password.0).await?;
    app.entered(entered)
}

/// Looks for a developer token on the clipboard, once. Nothing is sent yet.
#[command]
#[specta::specta]
pub(crate) async fn peek_token(app: Shell<'_>) -> Answer<TokenView> {
    let token = check_token(&app.ports.clipboard.take().await?).map_err(|error| match error {
        TokenError::NotAToken => IpcError::silent(ErrorCode::ClipboardNoToken),
        TokenError::AnApiKey => IpcError {
            detail: IpcError::field("clipboard", "api_key").detail,
            ..IpcError::silent(ErrorCode::ClipboardNoToken)
        },
    })?;
    let length = u32::try_from(token.len()).unwrap_or(u32::MAX);
    *lock(&app.seen_token) = Some(token);
    Ok(TokenView { length, host: app.ports.portal.portal_host() })
}

/// Sends the token that was seen, and takes it off the clipboard once it is accepted.
#[command]
#[specta::specta]
pub(crate) async fn sign_in_with_token(app: Shell<'_>) -> Answer<()> {
    let token = lock(&app.seen_token).take();
    let token = token.ok_or_else(|| IpcError::silent(ErrorCode::ClipboardNoToken))?;
    let entered = session::sign_in_with_token(&app.ports, token.duplicate()).await?;
    // A token that the next start will not find may be shown nowhere else: it stays where the person put it.
    let kept = matches!(&entered, session::Entered::Full(session) if session.kept);
    if kept && let Err(error) = app.ports.clipboard.clear_if(&token).await {
        tracing::warn!(%error, "the clipboard was not cleared after a token was taken");
    }
    app.entered(entered)
}

/// "Start with the keys I have".
#[command]
#[specta::specta]
pub(crate) fn start_guided(app: Shell<'_>) -> Answer<()> {
    let mut settings = app.ports.store.settings()?;
    settings.access = Access::Guided { because: GuidedBecause::Chosen };
    app.ports.store.save_settings(&settings)?;
    app.entered(session::Entered::Guided)
}

/// Signs out. The keys stay on this computer unless the person says otherwise.
#[command]
#[specta::specta]
pub(crate) async fn sign_out(app: Shell<'_>, request: SignOutRequest) -> Answer<()> {
    let _leaving = app.leave()?;
    let keys = if request.remove_keys { StoredKeys::Remove } else { StoredKeys::Keep };
    session::sign_out(&app.ports, keys).await?;
    app.left()
}
