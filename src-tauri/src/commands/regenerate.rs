//! Regenerate, from the click to "Done".

use std::sync::Arc;

use tauri::command;

use super::{Answer, Shell, key_id};
use crate::app::{App, lock};
use crate::ipc::requests::{OperationRequest, RegenerateRequest};
use crate::ipc::views::{CancelledWhy, RegenerateEvent};
use crate::regenerate::{self, Operation};

/// Starts a regenerate. Its confirmation happens outside the page.
#[command]
#[specta::specta]
pub(crate) fn regenerate(app: Shell<'_>, request: RegenerateRequest) -> Answer<RegenerateEvent> {
    regenerate::start(&app, key_id(&request.key_id)?, request.leaked)
}

/// The page is alive and shows the countdown.
#[command]
#[specta::specta]
pub(crate) fn regenerate_heartbeat(app: Shell<'_>, request: OperationRequest) {
    if let Some(operation) = meant(&app, &request) {
        operation.beat(app.ports.clock.uptime());
    }
}

/// Cancel or Esc.
#[command]
#[specta::specta]
pub(crate) fn regenerate_cancel(app: Shell<'_>, request: OperationRequest) {
    if let Some(operation) = meant(&app, &request) {
        operation.cancel(CancelledWhy::Person);
    }
}

/// "Done": the row closes.
#[command]
#[specta::specta]
pub(crate) fn regenerate_dismiss(app: Shell<'_>, request: OperationRequest) {
    lock(&app.operation).take_if(|operation| operation.is(&request.operation) && operation.is_over());
}

fn meant(app: &App, request: &OperationRequest) -> Option<Arc<Operation>> {
    lock(&app.operation).as_ref().filter(|operation| operation.is(&request.operation)).cloned()
}
