//! Operations on a key that are not over.

use jiff::Timestamp;
use miftah_core::keys::{Key, KeyId, KnownKey, LastUse, Status};
use miftah_core::operations::{Kind, Operation, Stage};
use miftah_core::ports::CopiedKey;
use miftah_core::rotation::{close, copy_sealed};
use tauri::command;

use super::{Answer, Shell, open_operation};
use crate::app::{App, lock};
use crate::ipc::errors::{ErrorCode, IpcError};
use crate::ipc::requests::OperationRequest;

/// Looks again now.
#[command]
#[specta::specta]
pub(crate) async fn trouble_try(app: Shell<'_>, request: OperationRequest) -> Answer<()> {
    app.take_up().await;
    app.resolve(open_operation(&app, &request.operation)?);
    Ok(())
}

/// The person has dealt with it: a colleague has the new key, or the portal told how it ended. What is sealed goes, so a
/// sealed key must have been copied first.
#[command]
#[specta::specta]
pub(crate) async fn trouble_close(app: Shell<'_>, request: OperationRequest) -> Answer<()> {
    let operation = open_operation(&app, &request.operation)?;
    if operation.stage == Stage::Received && !lock(&app.copied).contains(&operation.id) {
        return Err(IpcError::silent(ErrorCode::NotNow));
    }
    close(&app.ports, &operation).await?;
    lock(&app.unkept).take_if(|unkept| unkept.operation.id == operation.id);
    app.tell_operations();
    Ok(())
}

/// Copies what is sealed, or what the app still has in memory of it.
#[command]
#[specta::specta]
pub(crate) async fn trouble_copy(app: Shell<'_>, request: OperationRequest) -> Answer<()> {
    let _at_work = app.at_work()?;
    let operation = open_operation(&app, &request.operation)?;
    let unkept = lock(&app.unkept).clone().filter(|unkept| unkept.operation.id == operation.id);
    if let Some(unkept) = unkept {
        let (label, lasting) = (CopiedKey::of(&unkept.known), app.ports.timings.clipboard);
        app.ports.clipboard.offer(label, unkept.key.secret(), lasting).await?;
    } else {
        copy_sealed(&app.ports, &operation, &known(&app, &operation)?).await?;
    }
    lock(&app.copied).insert(operation.id);
    Ok(())
}

fn known(app: &App, operation: &Operation) -> Answer<KnownKey> {
    let subject = &operation.subject;
    let keys = app.ports.store.keys(&subject.account)?;
    let made = operation.issued_id.as_ref().filter(|_| subject.kind == Kind::Create);
    let id = made.unwrap_or(&subject.key);
    let found = keys.into_iter().find(|known| known.key.id == *id);
    match (found, subject.kind) {
        (Some(known), _) => Ok(known),
        // No list has described it yet.
        (None, Kind::Create) => Ok(unlisted(operation, id, app.ports.clock.now())),
        (None, _) => Err(IpcError::silent(ErrorCode::NotFound)),
    }
}

fn unlisted(operation: &Operation, id: &KeyId, now: Timestamp) -> KnownKey {
    let prefix = operation.prefix.clone();
    let key = Key {
        id: id.clone(),
        name: prefix.as_ref().map_or_else(String::new, |prefix| prefix.as_str().to_owned()),
        environment: operation.subject.environment,
        prefix,
        status: Status::Unknown,
        last_use: LastUse::Unknown,
        created_at: None,
        expires_at: None,
        rate_limit: None,
    };
    KnownKey::first_seen(operation.subject.account.clone(), key, now)
}
