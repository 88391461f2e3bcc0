//! Windows: the Credential Manager. It is open while the person is signed in; nothing unlocks it.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use keyring_core::{CredentialStore, Entry};
use miftah_core::ports::{KeychainError, KeychainState};
use tokio::sync::oneshot;
use windows_native_keyring_store::Store;

use crate::SERVICE;
use crate::backend::{Backend, Refusal};

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
        KeychainState::Ready { name: Some("Windows Credential Manager".into()) }
    }

    fn entry(&mut self, account: &str) -> Result<Entry, KeychainError> {
        let store = self.store.as_ref().ok_or(KeychainError::Unavailable)?;
        // A target of our own, so that no divider of the store's can make two slots one; "Local", so that
        // the item does not roam to other computers. The store refuses more than 2,560 bytes.
        let target = format!("{SERVICE}/{account}");
        let modifiers = HashMap::from([("target", target.as_str()), ("persistence", "Local")]);
        store.build(SERVICE, account, Some(&modifiers)).map_err(|_| KeychainError::Denied)
    }

    fn explain(&mut self, refusal: Refusal) -> KeychainError {
        match refusal {
            // No logon session, as in a service or over some remote shells.
            Refusal::NoAccess(_) => KeychainError::Unavailable,
            Refusal::Failed(_) => KeychainError::Denied,
        }
    }
}

/// Implicit on this system.
#[expect(clippy::unnecessary_wraps, reason = "the shape it has on Linux")]
pub(crate) fn unlock(_: Duration, _: oneshot::Receiver<()>) -> Result<(), KeychainError> {
    Ok(())
}
