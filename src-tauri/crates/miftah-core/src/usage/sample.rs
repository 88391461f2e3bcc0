//! One look at a key's last use.

use jiff::{SignedDuration, Timestamp};

use crate::keys::{AccountId, KeyId, KnownKey, LastUse, Status};
use crate::ports::{Store, StoreError};

const SECOND: SignedDuration = SignedDuration::from_secs(1);
/// What the store tells apart.
const STEP: SignedDuration = SignedDuration::from_millis(1);

/// What DHMAD said of one key at one check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsageSample {
    /// The account.
    pub account: AccountId,
    /// The key.
    pub key: KeyId,
    /// When, by DHMAD's clock where it told the time.
    pub at: Timestamp,
    /// Its last use then.
    pub last_use: LastUse,
    /// Whether it was active then.
    pub status: Status,
}

/// Remembers what a check of the list said.
pub fn remember(store: &dyn Store, keys: &[KnownKey], at: Timestamp) -> Result<(), StoreError> {
    let mut fresh = Vec::new();
    for known in keys {
        let mut sample = UsageSample {
            account: known.account.clone(),
            key: known.key.id.clone(),
            at,
            last_use: known.key.last_use,
            status: known.key.status,
        };
        let before = store.last_sample(&sample.account, &sample.key)?;
        // DHMAD tells whole seconds: a later check within one must not take the place of the earlier.
        if let Some(before) =
            before.filter(|before| (SignedDuration::ZERO..SECOND).contains(&before.at.duration_since(at)))
        {
            sample.at = before.at + STEP;
        }
        fresh.push(sample);
    }
    if fresh.is_empty() { Ok(()) } else { store.add_samples(&fresh) }
}
