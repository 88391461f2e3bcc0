//! What Miftah remembers between starts. No secret is ever given to it.

use jiff::Timestamp;

use crate::keys::{AccountId, KeyId, KnownKey};
use crate::places::{Place, PlaceId};
use crate::remarks::Remark;
use crate::reminders::Mark;
use crate::session::Account;
use crate::settings::Settings;
use crate::timed_off::TimedOff;
use crate::usage::{OwnCall, UsageSample};

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
    /// Another Miftah has the data folder open.
    #[error("another Miftah uses the data")]
    InUse,
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

    /// The places of all keys, in the order they were added.
    fn all_places(&self) -> Result<Vec<Place>, StoreError>;
    /// Saves a place, replacing the one of the same id.
    fn save_place(&self, place: &Place) -> Result<(), StoreError>;
    /// Forgets a place, if it is there.
    fn remove_place(&self, place: &PlaceId) -> Result<(), StoreError>;
    /// Hands all places of a key to another key of the same account: its successor.
    fn move_places(&self, account: &AccountId, from: &KeyId, to: &KeyId) -> Result<(), StoreError>;

    /// What is noted about keys.
    fn all_remarks(&self) -> Result<Vec<Remark>, StoreError>;
    /// Saves a remark, replacing the one of its account and key; an empty one is forgotten.
    fn save_remark(&self, remark: &Remark) -> Result<(), StoreError>;
    /// Forgets a remark, if there is one.
    fn remove_remark(&self, account: &AccountId, key: &KeyId) -> Result<(), StoreError>;

    /// Adds samples in one transaction. One that says the same as the two newest of its key takes the place of the newer:
    /// what lies in between follows. The oldest go where a key has very many.
    fn add_samples(&self, samples: &[UsageSample]) -> Result<(), StoreError>;
    /// A key's samples from `since` on, oldest first.
    fn samples(
        &self,
        account: &AccountId,
        key: &KeyId,
        since: Timestamp,
    ) -> Result<Vec<UsageSample>, StoreError>;
    /// A key's newest sample from before `moment`.
    fn sample_before(
        &self,
        account: &AccountId,
        key: &KeyId,
        moment: Timestamp,
    ) -> Result<Option<UsageSample>, StoreError>;
    /// A key's newest sample.
    fn last_sample(&self, account: &AccountId, key: &KeyId) -> Result<Option<UsageSample>, StoreError>;

    /// Remembers a call that Miftah made with a key, and forgets those older than 400 days.
    fn add_own_call(&self, call: &OwnCall) -> Result<(), StoreError>;
    /// Miftah's calls with a key, oldest first.
    fn own_calls(&self, account: &AccountId, key: &KeyId) -> Result<Vec<OwnCall>, StoreError>;
    /// Miftah's calls with all keys, oldest first.
    fn all_own_calls(&self) -> Result<Vec<OwnCall>, StoreError>;

    /// What the person answered to "does anything use it less than once a day?", for a rotation.
    fn rare_use(&self, operation: &str) -> Result<Option<bool>, StoreError>;
    /// Remembers that answer.
    fn save_rare_use(&self, operation: &str, rare: bool) -> Result<(), StoreError>;

    /// What was done about findings.
    fn marks(&self) -> Result<Vec<Mark>, StoreError>;
    /// Saves a mark, replacing the one of its account, key and kind: the occasion before is over.
    fn save_mark(&self, mark: &Mark) -> Result<(), StoreError>;

    /// The keys that come back by themselves, in the order in which they were switched off.
    fn timed_offs(&self) -> Result<Vec<TimedOff>, StoreError>;
    /// Saves one, replacing the one of its account and key.
    fn save_timed_off(&self, timed: &TimedOff) -> Result<(), StoreError>;
    /// Forgets one, if it is there.
    fn remove_timed_off(&self, account: &AccountId, key: &KeyId) -> Result<(), StoreError>;

    /// A small thing remembered under a name of its own; never a secret.
    fn memo(&self, name: &str) -> Result<Option<String>, StoreError>;
    /// Remembers it in place of what was there.
    fn save_memo(&self, name: &str, value: &str) -> Result<(), StoreError>;
}
