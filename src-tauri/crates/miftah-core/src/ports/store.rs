//! What Miftah remembers between starts. No secret is ever given to it.

use crate::keys::{AccountId, KeyId, KnownKey};
use crate::session::Account;
use crate::settings::Settings;

/// Why the store could not be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// The folder or file cannot be read or written.
    #[error("the data folder cannot be used")]
    Denied,
    /// The data comes from a newer version of Miftah.
    #[error("the data comes from a newer version")]
    Newer,
    /// The data is damaged.
    #[error("the data is damaged")]
    Corrupt,
}

/// Settings, accounts and known keys. Calls are short and block; a change is durable when its call returns.
pub trait Store: Send + Sync {
    /// The settings; the defaults if none were saved.
    fn settings(&self) -> Result<Settings, StoreError>;
    /// Saves the settings.
    fn save_settings(&self, settings: &Settings) -> Result<(), StoreError>;

    /// All accounts ever used here.
    fn accounts(&self) -> Result<Vec<Account>, StoreError>;
    /// Saves an account, replacing the one of the same id.
    fn save_account(&self, account: &Account) -> Result<(), StoreError>;

    /// The keys of an account, in the order they were first seen.
    fn keys(&self, account: &AccountId) -> Result<Vec<KnownKey>, StoreError>;
    /// The keys of all accounts.
    fn all_keys(&self) -> Result<Vec<KnownKey>, StoreError>;
    /// Saves these keys in one transaction: each replaces the one of its account and id.
    fn save_keys(&self, keys: &[KnownKey]) -> Result<(), StoreError>;
    /// Forgets a key.
    fn forget_key(&self, account: &AccountId, key: &KeyId) -> Result<(), StoreError>;
}
