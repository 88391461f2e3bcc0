//! Takes up the session of the last start, without asking the person for anything.

use crate::keys::AccountId;
use crate::ports::{KeychainError, Ports, Slot, StoreError};
use crate::settings::Access;

use super::Session;

/// How the app starts.
pub enum Resumed {
    /// With the sign-in window.
    SignedOut,
    /// In guided mode.
    Guided,
    /// Signed in.
    Full(Session),
    /// Signed in, but the token is out of reach until the keychain is open: the last known list is shown.
    Waiting(AccountId, KeychainError),
    /// Signed in, but the keychain does not hold the token: the person signs in again.
    TokenMissing(AccountId),
}

/// Reads how the app was left, and the developer token if the keychain is open.
pub async fn resume(ports: &Ports) -> Result<Resumed, StoreError> {
    Ok(match ports.store.settings()?.access {
        Access::SignedOut => Resumed::SignedOut,
        Access::Guided { .. } => Resumed::Guided,
        Access::Full(account) => match ports.keychain.read(&Slot::Session(account.clone())).await {
            Ok(Some(token)) => Resumed::Full(Session { account, token, kept: true }),
            Ok(None) => Resumed::TokenMissing(account),
            Err(error) => Resumed::Waiting(account, error),
        },
    })
}
