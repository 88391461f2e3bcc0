//! The commands of the two windows. Each parses its request, calls one operation and maps the result.
//!
//! Which window may call which stands in `names.rs`, from which `build.rs` makes the permissions.

#![expect(clippy::needless_pass_by_value, reason = "tauri hands a command its arguments by value")]

pub(crate) mod app;
pub(crate) mod changes;
pub(crate) mod checklist;
pub(crate) mod clipboard;
pub(crate) mod creating;
pub(crate) mod diagnosis;
pub(crate) mod guided;
pub(crate) mod inbox;
pub(crate) mod keychain;
pub(crate) mod keys;
#[cfg(test)]
pub(crate) mod names;
pub(crate) mod places;
pub(crate) mod regenerate;
pub(crate) mod remarks;
pub(crate) mod reminding;
pub(crate) mod rotations;
pub(crate) mod session;
pub(crate) mod timed_off;
pub(crate) mod troubles;
pub(crate) mod updates;

use std::sync::Arc;

use miftah_core::keys::{KeyId, KnownKey, list_known};
use miftah_core::operations::{Operation, OperationId};
use miftah_core::rotation::open_operations;

use crate::app::App;
use crate::ipc::errors::{ErrorCode, IpcError};

type Answer<T> = Result<T, IpcError>;
type Shell<'a> = tauri::State<'a, Arc<App>>;

fn key_id(text: &str) -> Answer<KeyId> {
    KeyId::parse(text).map_err(|_| IpcError::field("key_id", "not_an_id"))
}

fn operation_id(text: &str) -> Answer<OperationId> {
    OperationId::parse(text).map_err(|_| IpcError::field("operation", "not_an_id"))
}

/// The operation the window means, if it is not over.
fn open_operation(app: &App, id: &str) -> Answer<Operation> {
    let id = operation_id(id)?;
    let open = open_operations(&app.ports)?.into_iter().find(|operation| operation.id == id);
    open.ok_or_else(|| IpcError::silent(ErrorCode::NotNow))
}

fn known_key(app: &App, id: &str) -> Answer<KnownKey> {
    let id = key_id(id)?;
    let access = app.ports.store.settings()?.access;
    let known = list_known(&app.ports, &access)?.keys.into_iter().find(|known| known.key.id == id);
    known.ok_or_else(|| IpcError::silent(ErrorCode::NotFound))
}
