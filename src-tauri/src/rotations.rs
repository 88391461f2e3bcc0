//! Drives the steps of a safe rotation: a fresh read, the system's dialog where a key stops, then the core's
//! operation.

use std::sync::Arc;

use miftah_core::keys::{KeyId, KnownKey, refresh};
use miftah_core::operations::{Operation, Stage};
use miftah_core::rotation::safe::{self, SwitchError};
use miftah_core::session::Session;

use crate::app::{App, lock};
use crate::ipc::errors::{ErrorCode, IpcError};
use crate::native::confirm::{self, Answer, Question};

/// Makes the second key.
pub(crate) async fn start(app: &Arc<App>, key: KeyId) -> Result<(), IpcError> {
    let session = app.session()?;
    if app.is_leaving() || !lock(&app.starting).insert(key.clone()) {
        return Err(IpcError::silent(ErrorCode::RotationBusy));
    }
    app.tell_operations();
    let started = safe::start(&app.ports, &app.locks, &session, &key).await;
    lock(&app.starting).remove(&key);
    app.look_at_keychain().await;
    let ended = match started {
        Ok(started) => {
            if let Some(check) = started.check {
                lock(&app.checks).insert(started.operation.id.clone(), check);
            }
            if started.operation.stage.is_unsettled() {
                app.resolve(started.operation);
            }
            // So that the second key stands in the list at once.
            if let Err(error) = refresh(&app.ports, &session).await {
                tracing::info!(%error, "the list was not read again");
            }
            Ok(())
        }
        Err(error) => Err(error.into()),
    };
    app.tell_operations();
    ended
}

/// Tests the successor again.
pub(crate) async fn test(app: &Arc<App>, operation: &Operation) {
    let check = safe::test_successor(&app.ports, operation).await;
    lock(&app.checks).insert(operation.id.clone(), check);
    app.tell_operations();
}

/// Switches off what the rotation points at: the old key, or an orphan.
pub(crate) async fn switch_off(app: &Arc<App>, mut operation: Operation) -> Result<bool, IpcError> {
    let session = app.session()?;
    let orphan = operation.stage == Stage::Orphan;
    let id = if orphan { operation.issued_id.clone() } else { None };
    let known = read(app, &session, &id.unwrap_or_else(|| operation.subject.key.clone())).await?;
    let ready = orphan || app.watch(&operation)?.ready;
    let question = Question::switch_off(&known, app.ports.clock.now(), !ready);
    if confirm::ask(app, question).await != Answer::Act {
        return Ok(false);
    }
    let done = safe::switch_off(&app.ports, &session, &mut operation).await;
    follow(app, &session, operation, done).await?;
    Ok(true)
}

/// Switches the old key on again.
pub(crate) async fn switch_on(app: &Arc<App>, mut operation: Operation) -> Result<(), IpcError> {
    let session = app.session()?;
    let done = safe::switch_on(&app.ports, &session, &mut operation).await;
    follow(app, &session, operation, done).await
}

/// Deletes the old key.
pub(crate) async fn delete(app: &Arc<App>, mut operation: Operation) -> Result<bool, IpcError> {
    let session = app.session()?;
    let known = read(app, &session, &operation.subject.key.clone()).await?;
    let question = Question::delete(&known, app.ports.clock.now(), operation.off, app.ports.timings.soak);
    if confirm::ask(app, question).await != Answer::Act {
        return Ok(false);
    }
    let done = safe::delete_old(&app.ports, &session, &mut operation).await;
    follow(app, &session, operation, done).await?;
    Ok(true)
}

/// What DHMAD says of the key now: the dialog names nothing older.
async fn read(app: &App, session: &Session, id: &KeyId) -> Result<KnownKey, IpcError> {
    let listing = refresh(&app.ports, session).await?;
    let found = listing.keys.into_iter().find(|known| known.key.id == *id);
    found.ok_or_else(|| IpcError::silent(ErrorCode::NotFound))
}

/// An unknown outcome is found out in the background; everything else shows in the list.
async fn follow(
    app: &Arc<App>,
    session: &Session,
    operation: Operation,
    done: Result<(), SwitchError>,
) -> Result<(), IpcError> {
    let unknown = matches!(done, Err(SwitchError::Unknown(_)));
    if unknown {
        app.resolve(operation);
    } else if let Err(error) = refresh(&app.ports, session).await {
        tracing::info!(%error, "the list was not read again");
    }
    app.tell_operations();
    // The card shows that it is being found out: no error beside it.
    if unknown { Ok(()) } else { Ok(done?) }
}
