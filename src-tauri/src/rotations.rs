//! Drives the steps of a safe rotation: a fresh read, the system's dialog where a key stops, then the core's
//! operation.

use std::sync::Arc;

use miftah_core::keys::{KeyId, KnownKey, Status, refresh};
use miftah_core::operations::{Operation, OperationId, Stage};
use miftah_core::rotation::open_operations;
use miftah_core::rotation::safe::{self, SwitchError};
use miftah_core::session::Session;

use crate::app::{App, lock};
use crate::ipc::errors::{ErrorCode, IpcError};
use crate::native::confirm::{self, Answer, Question};

/// Makes the second key.
pub(crate) async fn start(app: &Arc<App>, key: KeyId) -> Result<(), IpcError> {
    let session = app.session()?;
    if !lock(&app.starting).insert(key.clone()) {
        return Err(IpcError::silent(ErrorCode::RotationBusy));
    }
    // In this order: a sign-out looks whether something is being made after it said that it leaves.
    if app.is_leaving() {
        lock(&app.starting).remove(&key);
        return Err(IpcError::silent(ErrorCode::RotationBusy));
    }
    app.tell_operations();
    let started = safe::start(&app.ports, &app.locks, &session, &key).await;
    lock(&app.starting).remove(&key);
    app.resolve_key(&key);
    app.look_at_keychain().await;
    let ended = match started {
        Ok(started) => {
            if let Some(check) = started.check {
                lock(&app.checks).insert(started.operation.id.clone(), check);
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
    app.quit_if_hidden();
    ended
}

/// Tests the successor again.
pub(crate) async fn test(app: &Arc<App>, operation: &Operation) {
    let check = safe::test_successor(&app.ports, operation).await;
    lock(&app.checks).insert(operation.id.clone(), check);
    app.tell_operations();
}

/// Switches off what the rotation points at: the old key, or an orphan.
pub(crate) async fn switch_off(app: &Arc<App>, id: &OperationId) -> Result<bool, IpcError> {
    let session = app.session()?;
    let _at_work = app.at_work()?;
    let (known, operation) = read(app, &session, id).await?;
    let ready = operation.stage == Stage::Orphan || app.watch(&operation)?.ready;
    let question = Question::switch_off(&known, app.ports.clock.now(), !ready);
    if confirm::ask(app, question).await != Answer::Act {
        return Ok(false);
    }
    let mut operation = still(app, &session, &known, &operation).await?;
    let done = safe::switch_off(&app.ports, &session, &mut operation).await;
    follow(app, &session, operation, done).await?;
    Ok(true)
}

/// Switches the old key on again.
pub(crate) async fn switch_on(app: &Arc<App>, mut operation: Operation) -> Result<(), IpcError> {
    let session = app.session()?;
    let _at_work = app.at_work()?;
    let done = safe::switch_on(&app.ports, &session, &mut operation).await;
    follow(app, &session, operation, done).await
}

/// Deletes the old key.
pub(crate) async fn delete(app: &Arc<App>, id: &OperationId) -> Result<bool, IpcError> {
    let session = app.session()?;
    let _at_work = app.at_work()?;
    let (known, operation) = read(app, &session, id).await?;
    if operation.stage != Stage::Off || known.key.status != Status::Inactive {
        return Err(IpcError::silent(ErrorCode::NotNow));
    }
    let question = Question::delete(&known, app.ports.clock.now(), operation.off, app.ports.timings.soak);
    if confirm::ask(app, question).await != Answer::Act {
        return Ok(false);
    }
    let mut operation = still(app, &session, &known, &operation).await?;
    let done = safe::delete_old(&app.ports, &session, &mut operation).await;
    follow(app, &session, operation, done).await?;
    Ok(true)
}

/// What DHMAD says of the key now, and where the rotation stands after that: the dialog names nothing older.
async fn read(app: &App, session: &Session, id: &OperationId) -> Result<(KnownKey, Operation), IpcError> {
    let listing = refresh(&app.ports, session).await?;
    let operation = open(app, id)?;
    let target = safe::target(&operation);
    let found = listing.keys.into_iter().find(|known| known.key.id == target);
    found.map(|known| (known, operation)).ok_or_else(|| IpcError::silent(ErrorCode::NotFound))
}

/// The same after the person has answered: what they were shown must still be so.
async fn still(
    app: &App,
    session: &Session,
    shown: &KnownKey,
    before: &Operation,
) -> Result<Operation, IpcError> {
    let (known, operation) = read(app, session, &before.id).await?;
    let same = known.key.id == shown.key.id
        && known.key.prefix == shown.key.prefix
        && known.key.status == shown.key.status
        && operation.stage == before.stage;
    if same { Ok(operation) } else { Err(IpcError::silent(ErrorCode::NotNow)) }
}

fn open(app: &App, id: &OperationId) -> Result<Operation, IpcError> {
    let found = open_operations(&app.ports)?.into_iter().find(|operation| operation.id == *id);
    found.ok_or_else(|| IpcError::silent(ErrorCode::NotNow))
}

/// An unknown outcome is found out in the background; everything else shows in the list.
async fn follow(
    app: &Arc<App>,
    session: &Session,
    operation: Operation,
    done: Result<(), SwitchError>,
) -> Result<(), IpcError> {
    let unknown = matches!(done, Err(SwitchError::Unknown(_)));
    app.resolve_key(&operation.subject.key);
    if unknown {
        tracing::info!("what became of a change is being found out");
    } else if let Err(error) = refresh(&app.ports, session).await {
        tracing::info!(%error, "the list was not read again");
    }
    app.tell_operations();
    // The card shows that it is being found out: no error beside it.
    if unknown { Ok(()) } else { Ok(done?) }
}
