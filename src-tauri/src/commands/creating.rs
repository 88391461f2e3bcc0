//! Making a key.

use miftah_core::remarks::{Advice, KeyAdvice};
use miftah_core::rotation::Wish;
use tauri::command;

use super::{Answer, Shell};
use crate::creating;
use crate::ipc::requests::CreateKeyRequest;

/// Makes a key and puts it on the clipboard.
#[command]
#[specta::specta]
pub(crate) async fn create_key(app: Shell<'_>, request: CreateKeyRequest) -> Answer<()> {
    let CreateKeyRequest { name, environment, rate_limit, place, change_after_days } = request;
    let wish = Wish { name, environment: environment.into(), rate_limit };
    creating::create(&app, wish, place, KeyAdvice::stale(Advice::of_days(change_after_days))).await
}
