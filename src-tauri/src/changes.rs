//! Drives the changes of a key that are no operation of their own: a fresh read, the system's dialog where something
//! stops, then the core's operation.

use std::sync::Arc;

use jiff::SignedDuration;
use miftah_core::keys::{
    self, ChangeKeyError, Deletable, KeyId, deletable, is_last_active, look_up, no_active_left,
};
use miftah_core::timed_off::{arm, may_arm};

use crate::app::App;
use crate::ipc::errors::{ErrorCode, IpcError};
use crate::ipc::views::{AskedView, KeyView};
use crate::native::confirm::{self, Answer, Question};

/// Gives a key another name at DHMAD.
pub(crate) async fn rename(app: &Arc<App>, id: &KeyId, name: &str) -> Result<KeyView, IpcError> {
    let session = app.session()?;
    let _at_work = app.at_work()?;
    keys::check_name(name)?;
    let shown = look_up(&app.ports, &session, id).await?;
    let renamed = keys::rename(&app.ports, &app.locks, &session, &shown, name).await;
    app.tell_keys();
    app.key_view(&renamed?)
}

/// Gives a key another rate limit.
pub(crate) async fn limit(app: &Arc<App>, id: &KeyId, rate_limit: u32) -> Result<KeyView, IpcError> {
    let session = app.session()?;
    let _at_work = app.at_work()?;
    let shown = look_up(&app.ports, &session, id).await?;
    let limited = keys::limit_key(&app.ports, &app.locks, &session, &shown, rate_limit).await;
    app.tell_keys();
    app.key_view(&limited?)
}

/// Switches a key on, or off after the system's dialog.
pub(crate) async fn switch(app: &Arc<App>, id: &KeyId, active: bool) -> Result<AskedView, IpcError> {
    let session = app.session()?;
    let _at_work = app.at_work()?;
    let shown = look_up(&app.ports, &session, id).await?;
    if !active {
        let last = is_last_active(&app.ports.store.keys(&session.account)?, &shown);
        let question = Question::switch_off(&shown, app.ports.clock.now(), false).of_the_last(last);
        if let Some(ended) = not_agreed(app, question).await {
            return Ok(ended);
        }
    }
    let switched = keys::switch_key(&app.ports, &app.locks, &session, &shown, active).await;
    app.tell_operations();
    switched?;
    Ok(AskedView::Done)
}

/// Switches a key off after the system's dialog, to come back by itself.
pub(crate) async fn switch_off_for(app: &Arc<App>, id: &KeyId, minutes: u32) -> Result<AskedView, IpcError> {
    let session = app.session()?;
    let _at_work = app.at_work()?;
    // The way back needs an app that goes on without its window, or that starts by itself.
    if !app.comes_back() {
        return Err(IpcError::silent(ErrorCode::NeedsBackground));
    }
    let shown = look_up(&app.ports, &session, id).await?;
    let lasting =
        SignedDuration::try_from(app.ports.timings.minute.saturating_mul(minutes)).unwrap_or_default();
    let now = app.ports.clock.now();
    // The core looks once more, after the dialog.
    may_arm(&app.with_latest_use(&shown)?, &app.ports.timings, app.now().1)?;
    let question = Question::switch_off_for(&shown, now, now.saturating_add(lasting).unwrap_or(now));
    if let Some(ended) = not_agreed(app, question).await {
        return Ok(ended);
    }
    let armed = arm(&app.ports, &app.locks, &session, &shown, lasting).await;
    app.tell_operations();
    armed?;
    Ok(AskedView::Done)
}

/// Deletes a switched-off key, after the system's dialog.
pub(crate) async fn delete(app: &Arc<App>, id: &KeyId) -> Result<AskedView, IpcError> {
    let session = app.session()?;
    let _at_work = app.at_work()?;
    let shown = look_up(&app.ports, &session, id).await?;
    let now = app.ports.clock.now();
    match deletable(&shown, &app.ports.timings, now) {
        Deletable::Now => {}
        Deletable::StillOn => return Err(ChangeKeyError::StillOn.into()),
        Deletable::From(_) => return Err(ChangeKeyError::TooEarly.into()),
    }
    let last = no_active_left(&app.ports.store.keys(&session.account)?, &shown);
    let question =
        Question::delete(&shown, now, shown.off_since, std::time::Duration::ZERO).of_the_last(last);
    if let Some(ended) = not_agreed(app, question).await {
        return Ok(ended);
    }
    let deleted = keys::delete_key(&app.ports, &app.locks, &session, &shown).await;
    app.tell_operations();
    deleted?;
    Ok(AskedView::Done)
}

/// How a change ends that the person did not agree to; `None` if they did.
async fn not_agreed(app: &Arc<App>, question: Question) -> Option<AskedView> {
    match confirm::ask(app, question).await {
        Answer::Act => None,
        Answer::Cancel => Some(AskedView::Declined),
        Answer::Instead => Some(AskedView::MakeAnother),
    }
}
