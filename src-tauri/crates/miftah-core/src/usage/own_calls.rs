//! Calls that Miftah itself made with a key: they must not make it look used.

use jiff::{SignedDuration, Timestamp};

use crate::keys::{AccountId, KeyId};
use crate::ports::{Store, StoreError};

/// Either side of an own call, clocks and rounding considered.
pub(super) const SLACK: SignedDuration = SignedDuration::from_secs(5);

/// One call of `/v1/me` with a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnCall {
    /// The account.
    pub account: AccountId,
    /// The key.
    pub key: KeyId,
    /// When it was sent: DHMAD's `Date` less the time the call took, or our own clock.
    pub from: Timestamp,
    /// When it was answered: DHMAD's `Date`, or our own clock.
    pub to: Timestamp,
}

/// Whether a last use may be nothing but one of these calls.
pub fn explains(calls: &[OwnCall], last_use: Timestamp) -> bool {
    if calls.is_empty() {
        return false;
    }
    let earlier = last_use.saturating_sub(SLACK).unwrap_or(last_use);
    let later = last_use.saturating_add(SLACK).unwrap_or(last_use);
    calls.iter().any(|call| call.from <= later && earlier <= call.to)
}

/// A key that was called under a provisional id keeps its calls when it gets its own.
pub(crate) fn hand_on_calls(
    store: &dyn Store,
    from: (&AccountId, &KeyId),
    to: (&AccountId, &KeyId),
) -> Result<(), StoreError> {
    if from == to {
        return Ok(());
    }
    let known = store.own_calls(to.0, to.1)?;
    for call in store.own_calls(from.0, from.1)? {
        let call = OwnCall { account: to.0.clone(), key: to.1.clone(), ..call };
        if !known.contains(&call) {
            store.add_own_call(&call)?;
        }
    }
    Ok(())
}
