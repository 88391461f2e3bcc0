//! DHMAD does not offer the list after all: guided mode, and the token that opens nothing goes.

use crate::keys::AccountId;
use crate::ports::{Ports, Slot, StoreError};
use crate::settings::{Access, GuidedBecause};

/// Goes on in guided mode, unless the person has signed out or in elsewhere meanwhile. Returns whether it did;
/// the caller then drops the session.
pub async fn fall_back(ports: &Ports, account: &AccountId) -> Result<bool, StoreError> {
    let mut settings = ports.store.settings()?;
    if settings.access != Access::Full(account.clone()) {
        return Ok(false);
    }
    settings.access = Access::Guided { because: GuidedBecause::NotOffered };
    ports.store.save_settings(&settings)?;
    ports.portal.forget_connections();
    if let Err(error) = ports.keychain.delete(&Slot::Session(account.clone())).await {
        tracing::warn!(%error, "the developer token stays in the keychain until the next sign-out");
    }
    Ok(true)
}
