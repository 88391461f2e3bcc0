//! Safe rotations: each step is a click.

use miftah_core::operations::{Operation, Stage};
use miftah_core::rotation::safe;
use tauri::command;

use super::{Answer, Shell, key_id, open_operation, operation_id};
use crate::ipc::requests::{InstalledRequest, KeyRequest, OperationRequest, RareUseRequest};
use crate::ipc::views::RotationView;
use crate::rotations;

/// The rotations under way.
#[command]
#[specta::specta]
pub(crate) fn list_rotations(app: Shell<'_>) -> Answer<Vec<RotationView>> {
    app.rotations()
}

/// Makes the second key. Returns once it is kept and tested, or why it is not.
#[command]
#[specta::specta]
pub(crate) async fn rotation_start(app: Shell<'_>, request: KeyRequest) -> Answer<()> {
    rotations::start(&app, key_id(&request.key_id)?).await
}

/// Copies the new key.
#[command]
#[specta::specta]
pub(crate) async fn rotation_copy(app: Shell<'_>, request: OperationRequest) -> Answer<()> {
    let _at_work = app.at_work()?;
    let operation = open_operation(&app, &request.operation)?;
    Ok(safe::copy_successor(&app.ports, &operation).await?)
}

/// Everything uses the new key, says the person; or not after all.
#[command]
#[specta::specta]
pub(crate) fn rotation_installed(app: Shell<'_>, request: InstalledRequest) -> Answer<()> {
    let mut operation = open_operation(&app, &request.operation)?;
    safe::set_installed(&app.ports, &mut operation, request.installed)?;
    app.tell_operations();
    Ok(())
}

/// Switches the old key (or an orphan) off, after the system's dialog. `false` if the person declined there.
#[command]
#[specta::specta]
pub(crate) async fn rotation_switch_off(app: Shell<'_>, request: OperationRequest) -> Answer<bool> {
    rotations::switch_off(&app, &operation_id(&request.operation)?).await
}

/// Switches the old key on again.
#[command]
#[specta::specta]
pub(crate) async fn rotation_switch_on(app: Shell<'_>, request: OperationRequest) -> Answer<()> {
    rotations::switch_on(&app, open_operation(&app, &request.operation)?).await
}

/// Deletes the old key, after the system's dialog. `false` if the person declined there.
#[command]
#[specta::specta]
pub(crate) async fn rotation_delete(app: Shell<'_>, request: OperationRequest) -> Answer<bool> {
    rotations::delete(&app, &operation_id(&request.operation)?).await
}

/// Ends the rotation; both keys stay as they are.
#[command]
#[specta::specta]
pub(crate) fn rotation_stop(app: Shell<'_>, request: OperationRequest) -> Answer<()> {
    let mut operation = open_operation(&app, &request.operation)?;
    safe::stop(&app.ports, &mut operation)?;
    app.tell_operations();
    Ok(())
}

/// Looks again now: tests the new key, or finds out what became of a request.
#[command]
#[specta::specta]
pub(crate) async fn rotation_try(app: Shell<'_>, request: OperationRequest) -> Answer<()> {
    app.take_up().await;
    let operation = open_operation(&app, &request.operation)?;
    if operation.stage.is_unsettled() {
        app.resolve(operation);
    } else if is_tested(&operation) {
        rotations::test(&app, &operation).await;
    }
    Ok(())
}

/// The answer to "does anything use it less than once a day?".
#[command]
#[specta::specta]
pub(crate) fn rotation_rare_use(app: Shell<'_>, request: RareUseRequest) -> Answer<()> {
    let operation = open_operation(&app, &request.operation)?;
    app.ports.store.save_rare_use(operation.id.as_str(), request.rare)?;
    app.tell_operations();
    Ok(())
}

fn is_tested(operation: &Operation) -> bool {
    matches!(operation.stage, Stage::Stored | Stage::Installed)
}
