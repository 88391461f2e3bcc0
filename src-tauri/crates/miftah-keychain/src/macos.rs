//! macOS: the login keychain. The system itself asks when an item is touched; nothing can be asked ahead.

use std::sync::Arc;
use std::time::Duration;

use apple_native_keyring_store::keychain::Store;
use keyring_core::{CredentialStore, Entry};
use miftah_core::ports::{KeychainError, KeychainState};
use tokio::sync::oneshot;

use crate::SERVICE;
use crate::backend::{Backend, Refusal};

/// `errSecUserCanceled`: the person closed the question.
const USER_CANCELED: i32 = -128;
/// `errSecAuthFailed`: a wrong password, or an access list that does not hold us.
const AUTH_FAILED: i32 = -25_293;
/// `errSecInteractionNotAllowed`: locked, and nobody can be asked (as over SSH).
const INTERACTION_NOT_ALLOWED: i32 = -25_308;

pub(crate) struct Platform {
    store: Option<Arc<CredentialStore>>,
}

impl Platform {
    pub(crate) fn new(_: Duration) -> Self {
        // It only names the store; each call opens it anew.
        Self { store: Store::new().ok().map(|store| -> Arc<CredentialStore> { store }) }
    }
}

impl Backend for Platform {
    fn state(&mut self) -> KeychainState {
        KeychainState::Ready { name: Some("Keychain".into()) }
    }

    fn entry(&mut self, account: &str) -> Result<Entry, KeychainError> {
        let store = self.store.as_ref().ok_or(KeychainError::Unavailable)?;
        store.build(SERVICE, account, None).map_err(|_| KeychainError::Denied)
    }

    fn explain(&mut self, refusal: Refusal) -> KeychainError {
        let (source, otherwise) = match refusal {
            Refusal::NoAccess(source) => (source, KeychainError::Denied),
            Refusal::Failed(source) => (source, KeychainError::Unavailable),
        };
        match source.downcast_ref::<security_framework::base::Error>().map(|error| error.code()) {
            Some(USER_CANCELED | AUTH_FAILED) => KeychainError::Denied,
            Some(INTERACTION_NOT_ALLOWED) => KeychainError::Locked,
            _ => otherwise,
        }
    }
}

/// Implicit on this system.
#[expect(clippy::unnecessary_wraps, reason = "the shape it has on Linux")]
pub(crate) fn unlock(_: Duration, _: oneshot::Receiver<()>) -> Result<(), KeychainError> {
    Ok(())
}
