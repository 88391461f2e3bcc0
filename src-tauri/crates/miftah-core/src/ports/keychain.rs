//! The system's keychain: the only place where a secret rests.

use async_trait::async_trait;

use crate::keys::{AccountId, KeyId};
use crate::secret::Secret;

/// Why the keychain could not do what was asked. No variant holds bytes of a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeychainError {
    /// There is none in this session.
    #[error("no keychain is available")]
    Unavailable,
    /// It is locked; the person can unlock it.
    #[error("the keychain is locked")]
    Locked,
    /// The person or the system refused.
    #[error("the keychain refused access")]
    Denied,
    /// It did not answer within 10 seconds.
    #[error("the keychain did not answer in time")]
    TimedOut,
    /// What it holds is not what was written: two items for one slot, or not a text.
    #[error("the keychain holds something else")]
    Corrupt,
}

/// What can be said of the keychain without asking the person for anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeychainState {
    /// Unlocked. `name` is what people call it, such as "GNOME Keyring".
    Ready {
        /// Its name, where it is known.
        name: Option<String>,
    },
    /// Locked: it would ask for a password.
    Locked {
        /// Its name, where it is known.
        name: Option<String>,
    },
    /// None in this session.
    Unavailable,
}

/// A place for one secret.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Slot {
    /// The value of a key that is in use: `<account>/<key id>/current`.
    Current(AccountId, KeyId),
    /// The value of a key that was issued and is not yet committed: `<account>/<key id>/pending`.
    Pending(AccountId, KeyId),
    /// The developer token: `<account>/session`.
    Session(AccountId),
    /// The key that seals the spool: `spool/wrapping`.
    Wrapping,
}

impl Slot {
    /// The slot's name in the keychain. Never changes: stored keys hang on it.
    pub fn name(&self) -> String {
        match self {
            Self::Current(account, key) => format!("{}/{}/current", account.as_str(), key.as_str()),
            Self::Pending(account, key) => format!("{}/{}/pending", account.as_str(), key.as_str()),
            Self::Session(account) => format!("{}/session", account.as_str()),
            Self::Wrapping => "spool/wrapping".into(),
        }
    }
}

/// Reads and writes slots. Every call ends within 10 seconds, but for [`Keychain::unlock`].
#[async_trait]
pub trait Keychain: Send + Sync {
    /// Looks, without ever raising a password prompt.
    async fn state(&self) -> KeychainState;

    /// Asks the person to unlock it: up to 2 minutes, nothing queued behind it. Dropping the future or
    /// [`Keychain::cancel_unlock`] gives up.
    async fn unlock(&self) -> Result<(), KeychainError>;

    /// Ends a waiting [`Keychain::unlock`] with [`KeychainError::Denied`].
    fn cancel_unlock(&self);

    /// Writes, reads back, compares and deletes a throw-away secret: the proof that a key could be kept now.
    async fn probe(&self) -> Result<(), KeychainError>;

    /// The secret in a slot, or `None`.
    async fn read(&self, slot: &Slot) -> Result<Option<Secret>, KeychainError>;

    /// Writes a slot, replacing what it held.
    async fn write(&self, slot: &Slot, secret: &Secret) -> Result<(), KeychainError>;

    /// Empties a slot; an empty one is fine.
    async fn delete(&self, slot: &Slot) -> Result<(), KeychainError>;
}
