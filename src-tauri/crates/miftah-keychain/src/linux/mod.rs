//! Linux: the Secret Service (GNOME Keyring, KWallet, `KeePassXC`), over the session bus.
//!
//! The store's reads are a search and then an unlock that blocks in a prompt. So every call first looks over
//! a connection of our own, which asks the person for nothing, and goes no further where something is locked.

mod service;
mod unlock;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use futures_executor::block_on;
use keyring_core::{CredentialStore, Entry};
use miftah_core::ports::{KeychainError, KeychainState};
use zbus::names::OwnedUniqueName;
use zbus_secret_service_keyring_store::Store;

use crate::SERVICE;
use crate::backend::{Backend, Refusal};
use service::{Failed, Service};
pub(crate) use unlock::unlock;

pub(crate) struct Platform {
    patience: Duration,
    service: Option<Service>,
    opened: Option<Opened>,
}

/// A store belongs to the process that answered when it was opened: its session dies with that one.
struct Opened {
    owner: OwnedUniqueName,
    store: Arc<CredentialStore>,
}

impl Platform {
    pub(crate) fn new(call: Duration) -> Self {
        // The caller stops waiting after `call`. The thread waits somewhat longer before it gives an answer
        // up for lost, so that meanwhile other calls see that it hangs.
        Self { patience: call * 3, service: None, opened: None }
    }

    fn service(&mut self) -> Result<&Service, KeychainError> {
        if self.service.is_none() {
            self.service = Some(block_on(Service::connect(self.patience)).map_err(Failed::into_port)?);
        }
        self.service.as_ref().ok_or(KeychainError::Unavailable)
    }

    fn look(&mut self, account: &str) -> Result<OwnedUniqueName, KeychainError> {
        let service = self.service()?;
        let seen = block_on(async {
            let locked = service.is_locked().await? || service.has_locked_items(account).await?;
            Ok((locked, service.owner().await?))
        });
        match seen.map_err(Failed::into_port) {
            Ok((false, owner)) => Ok(owner),
            Ok((true, _)) => Err(KeychainError::Locked),
            Err(error) => {
                self.forget();
                Err(error)
            }
        }
    }

    fn store(&mut self, owner: OwnedUniqueName) -> Result<Arc<CredentialStore>, KeychainError> {
        if let Some(opened) = &self.opened
            && opened.owner == owner
        {
            return Ok(Arc::clone(&opened.store));
        }
        self.opened = None;
        let store: Arc<CredentialStore> = Store::new().map_err(|_| KeychainError::Unavailable)?;
        self.opened = Some(Opened { owner, store: Arc::clone(&store) });
        Ok(store)
    }

    fn forget(&mut self) {
        self.service = None;
        self.opened = None;
    }
}

impl Backend for Platform {
    fn state(&mut self) -> KeychainState {
        let Ok(service) = self.service() else {
            return KeychainState::Unavailable;
        };
        let seen = block_on(async {
            let locked = service.is_locked().await?;
            Ok::<_, Failed>((locked, service.name().await))
        });
        match seen {
            Ok((true, name)) => KeychainState::Locked { name },
            Ok((false, name)) => KeychainState::Ready { name },
            Err(_) => {
                self.forget();
                KeychainState::Unavailable
            }
        }
    }

    fn entry(&mut self, account: &str) -> Result<Entry, KeychainError> {
        let owner = self.look(account)?;
        let label = format!("Miftah: {account}");
        let modifiers = HashMap::from([("label", label.as_str())]);
        self.store(owner)?.build(SERVICE, account, Some(&modifiers)).map_err(|_| KeychainError::Denied)
    }

    fn explain(&mut self, refusal: Refusal) -> KeychainError {
        self.forget();
        match (refusal, self.state()) {
            (_, KeychainState::Unavailable) | (Refusal::Failed(_), KeychainState::Ready { .. }) => {
                KeychainError::Unavailable
            }
            (_, KeychainState::Locked { .. }) => KeychainError::Locked,
            (Refusal::NoAccess(_), KeychainState::Ready { .. }) => KeychainError::Denied,
        }
    }
}
