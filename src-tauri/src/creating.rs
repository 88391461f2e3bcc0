//! Drives the making of a key, and shows it as a regenerated one is shown.

use std::sync::Arc;

use miftah_core::keys::refresh;
use miftah_core::places;
use miftah_core::remarks::{self, KeyAdvice};
use miftah_core::rotation::{self, CreateError, Kept, Wish};

use crate::app::{App, lock};
use crate::ipc::errors::{ErrorCode, IpcError};
use crate::ipc::requests::NewPlace;
use crate::regenerate;

/// Makes a key and puts it on the clipboard. Returns once it is kept, or why it is not.
pub(crate) async fn create(
    app: &Arc<App>,
    wish: Wish,
    place: Option<NewPlace>,
    advice: KeyAdvice,
) -> Result<(), IpcError> {
    let session = app.session()?;
    let busy = lock(&app.operation).as_ref().is_some_and(|operation| !operation.is_over());
    if busy || app.is_leaving() || app.holds_only_copy() {
        return Err(IpcError::silent(ErrorCode::RotationBusy));
    }
    let _at_work = app.at_work()?;
    let made = match rotation::create(&app.ports, &app.locks, &session, &wish).await {
        Ok(made) => made,
        Err(error) => {
            if let CreateError::Unknown(operation) = &error {
                app.resolve((**operation).clone());
            }
            app.look_at_keychain().await;
            app.tell_operations();
            return Err(error.into());
        }
    };
    if let (Some(NewPlace { name, keeper }), Kept::Keychain) = (place, made.kept)
        && let Err(error) = places::add_place(&app.ports, &made.known, &name, keeper.as_deref(), None)
    {
        tracing::warn!(%error, "the place of a new key was not noted");
    }
    if advice != KeyAdvice::default()
        && made.kept == Kept::Keychain
        && let Err(error) = remarks::advise(&app.ports, &made.known, advice)
    {
        tracing::warn!(%error, "when to change a new key was not noted");
    }
    // So that its row is there.
    if let Err(error) = refresh(&app.ports, &session).await {
        tracing::info!(%error, "the list was not read again");
    }
    app.tell_operations();
    regenerate::show(app, *made);
    Ok(())
}
