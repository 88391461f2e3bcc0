//! The port, over the worker and the attempts to unlock.

use std::time::Duration;

use async_trait::async_trait;
use miftah_core::ports::{Keychain, KeychainError, KeychainState, Slot};
use miftah_core::secret::Secret;

use crate::attempt::Attempts;
use crate::items;
use crate::platform::{self, Platform};
use crate::worker::Worker;

/// How long the keychain and the person may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// One call.
    pub call: Duration,
    /// One password prompt.
    pub unlock: Duration,
}

impl Bounds {
    /// The values the product promises.
    pub const fn product() -> Self {
        Self { call: Duration::from_secs(10), unlock: Duration::from_mins(2) }
    }
}

/// The keychain of this session. Cheap to make: it connects with the first call, and again after a loss.
pub struct SystemKeychain {
    worker: Worker<Platform>,
    attempts: Attempts,
    bounds: Bounds,
}

impl SystemKeychain {
    /// Starts the thread; connects to nothing yet.
    pub fn new(bounds: Bounds) -> Self {
        Self {
            worker: Worker::start(bounds.call, move || Platform::new(bounds.call)),
            attempts: Attempts::default(),
            bounds,
        }
    }

    /// Ends once no call hangs: until then every call fails with [`KeychainError::TimedOut`] at once.
    pub async fn answers_again(&self) {
        self.worker.answers_again().await;
    }
}

#[async_trait]
impl Keychain for SystemKeychain {
    async fn state(&self) -> KeychainState {
        use crate::backend::Backend as _;
        self.worker.call(|backend| Ok(backend.state())).await.unwrap_or(KeychainState::Unavailable)
    }

    async fn unlock(&self) -> Result<(), KeychainError> {
        let call = self.bounds.call;
        self.attempts.join(self.bounds.unlock, move |cancelled| platform::unlock(call, cancelled)).await
    }

    fn cancel_unlock(&self) {
        self.attempts.cancel();
    }

    async fn probe(&self) -> Result<(), KeychainError> {
        self.worker.call(items::probe).await
    }

    async fn read(&self, slot: &Slot) -> Result<Option<Secret>, KeychainError> {
        let account = slot.name();
        self.worker.call(move |backend| items::read(backend, &account)).await
    }

    async fn write(&self, slot: &Slot, secret: &Secret) -> Result<(), KeychainError> {
        let (account, secret) = (slot.name(), secret.duplicate());
        self.worker.call(move |backend| items::write(backend, &account, &secret)).await
    }

    async fn delete(&self, slot: &Slot) -> Result<(), KeychainError> {
        let account = slot.name();
        self.worker.call(move |backend| items::delete(backend, &account)).await
    }
}
