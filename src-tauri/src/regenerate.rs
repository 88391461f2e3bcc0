//! Drives a regenerate through its confirmation: preflight, countdown or dialog, then the core's operation.

mod countdown;
mod operation;

use std::sync::Arc;

use miftah_core::keys::KeyId;
use miftah_core::operations::Kind;
use miftah_core::rotation::{
    Confirm, Executed, Kept, Prepared, RegenerateError, Regenerated, check, execute, prepare,
};
use miftah_core::session::Session;

use crate::app::{App, lock};
use crate::ipc::errors::{ErrorCode, IpcError};
use crate::ipc::views::{CancelledWhy, CheckView, KeptWhere, RegenerateEvent, RegenerateState};
use crate::native::confirm::{self, Answer, Question};

pub(crate) use operation::Operation;

/// Starts a regenerate. A second one while one is under way is refused.
pub(crate) fn start(app: &Arc<App>, key: KeyId, leaked: bool) -> Result<RegenerateEvent, IpcError> {
    let session = app.session()?;
    let operation = {
        let mut current = lock(&app.operation);
        let busy = current.as_ref().is_some_and(|operation| !operation.is_over());
        if busy || app.is_leaving() || app.holds_only_copy() {
            return Err(IpcError::silent(ErrorCode::RotationBusy));
        }
        let operation = Arc::new(Operation::new(key, leaked));
        *current = Some(Arc::clone(&operation));
        operation
    };
    let view = operation.view();
    let app = Arc::clone(app);
    tauri::async_runtime::spawn(async move {
        let last = drive(&app, &session, &operation).await;
        let told = must_be_seen(&last);
        app.resolve_key(&operation.key);
        operation.go(&app, last);
        if told {
            app.come_forward(None, None);
        } else {
            app.quit_if_hidden();
        }
    });
    Ok(view)
}

/// Shows a key that was just made, as one that was regenerated: copied, kept, tested.
pub(crate) fn show(app: &Arc<App>, made: Regenerated) {
    let operation = Arc::new(Operation::new(made.known.key.id.clone(), false));
    *lock(&app.operation) = Some(Arc::clone(&operation));
    let app = Arc::clone(app);
    tauri::async_runtime::spawn(async move {
        let last = received(&app, &operation, made).await;
        let told = must_be_seen(&last);
        operation.go(&app, last);
        if told {
            app.come_forward(None, None);
        } else {
            app.quit_if_hidden();
        }
    });
}

/// Runs to the end and returns the state to show last.
async fn drive(app: &Arc<App>, session: &Session, operation: &Arc<Operation>) -> RegenerateState {
    let mut prepared = match prepare(&app.ports, &app.locks, session, &operation.key).await {
        Ok(prepared) => prepared,
        Err(error) => return failed(app, error.into(), None).await,
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
            Err(RegenerateError::Unknown(_) | RegenerateError::Unreadable) => {
                return unknown(app, operation, old_prefix).await;
            }
            Err(error) => return failed(app, error.into(), old_prefix).await,
        }
    }
}

/// Waits for the person, in the way that this key needs. "This key leaked" was said in a menu: it is always
/// asked about.
async fn confirmed(
    app: &Arc<App>,
    operation: &Arc<Operation>,
    prepared: &Prepared,
) -> Result<(), CancelledWhy> {
    let now = app.ports.clock.now();
    let question = match prepared.confirm {
        _ if operation.leaked => Question::leaked(&prepared.known, now),
        Confirm::Countdown => return countdown::run(app, operation).await,
        Confirm::Ask { untraceable } => Question::regenerate(&prepared.known, now, untraceable),
    };
    operation.go(app, RegenerateState::Asking);
    match confirm::ask(app, question).await {
        Answer::Act => Ok(()),
        Answer::Instead => Err(CancelledWhy::Rotating),
        Answer::Cancel => Err(CancelledWhy::Declined),
    }
}

/// Whether the person must be told even though they have closed the window.
fn must_be_seen(last: &RegenerateState) -> bool {
    matches!(
        last,
        RegenerateState::Unknown { .. }
            | RegenerateState::Done { kept: KeptWhere::Nowhere | KeptWhere::Sealed, .. }
    )
}

async fn failed(app: &App, error: IpcError, old_prefix: Option<String>) -> RegenerateState {
    app.tell_keys();
    app.look_at_keychain().await;
    RegenerateState::Failed { error, old_prefix }
}

/// What became of the request is found out in the background, at once and at every start until it is known.
async fn unknown(app: &Arc<App>, operation: &Operation, old_prefix: Option<String>) -> RegenerateState {
    app.resolve_key(&operation.key);
    app.look_at_keychain().await;
    RegenerateState::Unknown { old_prefix }
}

/// Shows the new key as copied at once, then what the check found.
async fn received(app: &Arc<App>, operation: &Arc<Operation>, regenerated: Regenerated) -> RegenerateState {
    let regenerated = Arc::new(regenerated);
    if regenerated.kept != Kept::Keychain {
        *lock(&app.unkept) = Some(Arc::clone(&regenerated));
    }
    operation.go(app, done(app, &regenerated, CheckView::Checking));
    let milliseconds = regenerated.to_clipboard.as_secs_f64() * 1000.0;
    tracing::info!(milliseconds, "from confirm to clipboard");
    app.tell_keys();
    let found = check(&app.ports, &regenerated).await;
    if regenerated.kept != Kept::Keychain {
        app.resolve(regenerated.operation.clone());
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
        made: regenerated.operation.subject.kind == Kind::Create,
        kept: if unkept { regenerated.kept.into() } else { KeptWhere::Keychain },
        keychain_name: app.keychain_name(),
        check,
    }
}
