//! Drives a regenerate through its confirmation: preflight, countdown or dialog, then the core's operation.

mod countdown;
mod operation;

use std::sync::Arc;

use miftah_core::keys::KeyId;
use miftah_core::rotation::{
    Confirm, Executed, Prepared, RegenerateError, Regenerated, check, execute, keep, prepare,
};
use miftah_core::session::Session;

use crate::app::{App, lock};
use crate::ipc::errors::{ErrorCode, IpcError};
use crate::ipc::views::{CancelledWhy, CheckView, RegenerateEvent, RegenerateState, Sent};
use crate::native::{confirm, windows};

pub(crate) use operation::Operation;

/// Starts a regenerate. A second one while one is under way is refused.
pub(crate) fn start(app: &Arc<App>, key: KeyId) -> Result<RegenerateEvent, IpcError> {
    let session = app.session()?;
    let operation = {
        let mut current = lock(&app.operation);
        let busy = current.as_ref().is_some_and(|operation| !operation.is_over());
        if busy || app.is_leaving() || lock(&app.unkept).is_some() {
            return Err(IpcError::silent(ErrorCode::RotationBusy));
        }
        let operation = Arc::new(Operation::new(key));
        *current = Some(Arc::clone(&operation));
        operation
    };
    let view = operation.view();
    let app = Arc::clone(app);
    tauri::async_runtime::spawn(async move {
        let last = drive(&app, &session, &operation).await;
        let told = must_be_seen(&last);
        operation.go(&app, last);
        if told {
            windows::bring_to_front(&app.handle);
        } else {
            app.quit_if_hidden();
        }
    });
    Ok(view)
}

/// Runs to the end and returns the state to show last.
async fn drive(app: &Arc<App>, session: &Session, operation: &Arc<Operation>) -> RegenerateState {
    let mut prepared = match prepare(&app.ports, &app.locks, session, &operation.key).await {
        Ok(prepared) => prepared,
        Err(error) => return failed(app, error.into(), Sent::No, None).await,
    };
    app.tell_keys();
    loop {
        let old_prefix = prepared.known.key.prefix.as_ref().map(|prefix| prefix.as_str().to_owned());
        if let Err(why) = confirmed(app, operation, &prepared).await {
            return RegenerateState::Cancelled { why };
        }
        if let Err(why) = operation.begin_sending(app) {
            return RegenerateState::Cancelled { why };
        }
        match execute(&app.ports, session, prepared).await {
            Ok(Executed::Done(regenerated)) => return received(app, operation, *regenerated).await,
            Ok(Executed::ConfirmAgain(again)) => prepared = *again,
            Err(error) => return failed(app, error.into(), sent(&error), old_prefix).await,
        }
    }
}

/// Waits for the person, in the way that this key needs.
async fn confirmed(
    app: &Arc<App>,
    operation: &Arc<Operation>,
    prepared: &Prepared,
) -> Result<(), CancelledWhy> {
    match prepared.confirm {
        Confirm::Countdown => countdown::run(app, operation).await,
        Confirm::Ask { untraceable } => {
            operation.go(app, RegenerateState::Asking);
            let question = confirm::Question::regenerate(&prepared.known, app.ports.clock.now(), untraceable);
            match confirm::ask(app, question).await {
                confirm::Answer::Regenerate => Ok(()),
                confirm::Answer::Cancel => Err(CancelledWhy::Declined),
            }
        }
    }
}

/// Whether the person must be told even though they have closed the window.
fn must_be_seen(last: &RegenerateState) -> bool {
    matches!(
        last,
        RegenerateState::Failed { sent: Sent::Unknown | Sent::Lost, .. }
            | RegenerateState::Done { kept: false, .. }
    )
}

fn sent(error: &RegenerateError) -> Sent {
    match error {
        RegenerateError::Preflight(_)
        | RegenerateError::ReplacedElsewhere
        | RegenerateError::Store(_)
        | RegenerateError::NotSent(_)
        | RegenerateError::Refused(_) => Sent::No,
        RegenerateError::Unknown(_) => Sent::Unknown,
        RegenerateError::Lost | RegenerateError::Unreadable => Sent::Lost,
    }
}

async fn failed(app: &App, error: IpcError, sent: Sent, old_prefix: Option<String>) -> RegenerateState {
    app.tell_keys();
    app.look_at_keychain().await;
    RegenerateState::Failed { error, sent, old_prefix }
}

/// Shows the new key as copied at once, then what the check found.
async fn received(app: &Arc<App>, operation: &Arc<Operation>, regenerated: Regenerated) -> RegenerateState {
    let regenerated = Arc::new(regenerated);
    if !regenerated.kept {
        *lock(&app.unkept) = Some(Arc::clone(&regenerated));
    }
    operation.go(app, done(app, &regenerated, CheckView::Checking));
    let milliseconds = regenerated.to_clipboard.as_secs_f64() * 1000.0;
    tracing::info!(milliseconds, "from confirm to clipboard");
    app.tell_keys();
    let found = check(&app.ports, &regenerated).await;
    if !regenerated.kept {
        keep_again(app, &regenerated).await;
    }
    app.tell();
    done(app, &regenerated, found.into())
}

fn done(app: &App, regenerated: &Arc<Regenerated>, check: CheckView) -> RegenerateState {
    let unkept = lock(&app.unkept).as_ref().is_some_and(|unkept| Arc::ptr_eq(unkept, regenerated));
    RegenerateState::Done {
        at: regenerated.at.to_string(),
        new_prefix: regenerated.new_prefix.as_str().to_owned(),
        old_prefix: regenerated.old_prefix.as_ref().map(|prefix| prefix.as_str().to_owned()),
        on_clipboard: regenerated.clipboard.is_ok(),
        kept: !unkept,
        keychain_name: app.keychain_name(),
        check,
    }
}

/// Offers the keychain a key that it has not taken yet. Until it does, the app holds the only copy.
pub(crate) async fn keep_again(app: &App, unkept: &Arc<Regenerated>) {
    let mut known = unkept.known.clone();
    match keep(&app.ports, &mut known, &unkept.key).await {
        Ok(()) => {
            lock(&app.unkept).take_if(|held| Arc::ptr_eq(held, unkept));
            app.tell_keys();
        }
        Err(error) => tracing::warn!(%error, "the keychain still does not take the new key"),
    }
}
