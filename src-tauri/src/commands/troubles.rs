//! Operations on a key that are not over.

use miftah_core::keys::KnownKey;
use miftah_core::operations::Operation;
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

/// The person has dealt with it: a colleague has the new key.
#[command]
#[specta::specta]
pub(crate) async fn trouble_close(app: Shell<'_>, request: OperationRequest) -> Answer<()> {
    close(&app.ports, &open_operation(&app, &request.operation)?).await?;
    app.tell_operations();
    Ok(())
}

/// Copies what is sealed, or what the app still has in memory of it.
#[command]
#[specta::specta]
pub(crate) async fn trouble_copy(app: Shell<'_>, request: OperationRequest) -> Answer<()> {
    let operation = open_operation(&app, &request.operation)?;
    let unkept = lock(&app.unkept).clone().filter(|unkept| unkept.operation.id == operation.id);
    if let Some(unkept) = unkept {
        let (label, lasting) = (CopiedKey::of(&unkept.known), app.ports.timings.clipboard);
        return Ok(app.ports.clipboard.offer(label, unkept.key.secret(), lasting).await?);
    }
    let known = known(&app, &operation)?;
    Ok(copy_sealed(&app.ports, &operation, &known).await?)
}

fn known(app: &App, operation: &Operation) -> Answer<KnownKey> {
    let keys = app.ports.store.keys(&operation.subject.account)?;
    let found = keys.into_iter().find(|known| known.key.id == operation.subject.key);
    found.ok_or_else(|| IpcError::silent(ErrorCode::NotFound))
}
