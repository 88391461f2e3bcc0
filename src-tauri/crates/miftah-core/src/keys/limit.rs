//! Gives a key another rate limit.

use super::change::{ChangeKeyError, Done, begin, confirm};
use super::{Key, KnownKey};
use crate::ports::Ports;
use crate::rotation::KeyLocks;
use crate::session::Session;

/// What a person may ask for, in requests a minute. Ours: DHMAD documents no bounds.
const ALLOWED: std::ops::RangeInclusive<u32> = 1..=1_000_000;

/// Why the key keeps its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LimitError {
    /// Not between 1 and 1,000,000.
    #[error("the limit is out of bounds")]
    OutOfBounds,
    /// As for every change.
    #[error(transparent)]
    Change(#[from] ChangeKeyError),
}

/// Changes the limit of the key that the person was shown, to so many requests a minute.
pub async fn limit_key(
    ports: &Ports,
    locks: &KeyLocks,
    session: &Session,
    shown: &KnownKey,
    rate_limit: u32,
) -> Result<KnownKey, LimitError> {
    if !ALLOWED.contains(&rate_limit) {
        return Err(LimitError::OutOfBounds);
    }
    let _guard = begin(ports, locks, session, shown).await?;
    let sent = ports.portal.limit_key(&session.token, &shown.key.id, rate_limit).await;
    let done = Done {
        is: |key: &Key| key.rate_limit == Some(rate_limit),
        like: Key { rate_limit: Some(rate_limit), ..shown.key.clone() },
    };
    Ok(confirm(ports, session, shown, sent, done).await?)
}
