//! R7: does the new key work? A check beside the rotation, never a gate.

use std::time::Duration;

use jiff::Timestamp;

use crate::keys::Status;
use crate::ports::{Me, Ports, RemoteError};

use super::Regenerated;

/// Pauses between the calls, one less than `Timings::check_calls`; together they stay within its total.
const PAUSES: [Duration; 5] = [
    Duration::from_secs(1),
    Duration::from_secs(2),
    Duration::from_secs(4),
    Duration::from_secs(8),
    Duration::from_secs(14),
];

/// What the check found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// DHMAD answered the new key, and named the same id, prefix and environment.
    Works {
        /// When.
        at: Timestamp,
    },
    /// Nobody could tell.
    NotTested(Untested),
    /// DHMAD does not accept it yet.
    Refused,
}

/// Why a key was not tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untested {
    /// It was switched off before.
    WasInactive,
    /// It had expired before.
    WasExpired,
    /// No network.
    Offline,
    /// Too many requests from this address.
    RateLimited,
    /// No answer that says anything.
    NoAnswer,
}

impl From<RemoteError> for Untested {
    fn from(error: RemoteError) -> Self {
        match error {
            RemoteError::Offline => Self::Offline,
            RemoteError::RateLimited { .. } => Self::RateLimited,
            _ => Self::NoAnswer,
        }
    }
}

/// Asks DHMAD with the new key, at most 6 times in 30 seconds: a new key may take a moment to be known.
pub async fn check(ports: &Ports, regenerated: &Regenerated) -> Check {
    let key = &regenerated.known.key;
    if key.status == Status::Inactive {
        return Check::NotTested(Untested::WasInactive);
    }
    if key.expires_at.is_some_and(|at| at <= ports.clock.now()) {
        return Check::NotTested(Untested::WasExpired);
    }
    let started = ports.clock.uptime();
    let mut last = RemoteError::Unauthorized;
    for call in 0..ports.timings.check_calls as usize {
        if let Some(pause) = call.checked_sub(1).and_then(|past| PAUSES.get(past)) {
            ports.clock.sleep(*pause).await;
        }
        if ports.clock.uptime().saturating_sub(started) > ports.timings.check_total {
            break;
        }
        match ports.portal.me(&regenerated.key).await {
            Ok(me) => return compare(ports, regenerated, me),
            Err(error) => last = error,
        }
        if last != RemoteError::Unauthorized {
            break;
        }
    }
    if last == RemoteError::Unauthorized { Check::Refused } else { Check::NotTested(last.into()) }
}

fn compare(ports: &Ports, regenerated: &Regenerated, me: Me) -> Check {
    let key = &regenerated.known.key;
    let same = me.key.id == key.id
        && me.key.environment == key.environment
        && me.key.prefix.as_ref().is_none_or(|prefix| *prefix == regenerated.new_prefix);
    if let Some(developer) = me.developer.filter(|_| same) {
        learn(ports, regenerated, developer);
    }
    if same { Check::Works { at: ports.clock.now() } } else { Check::NotTested(Untested::NoAnswer) }
}

/// A session opened with a token alone learns here whose account it is.
fn learn(ports: &Ports, regenerated: &Regenerated, developer: crate::ports::Developer) {
    let accounts = ports.store.accounts().unwrap_or_default();
    if let Some(mut account) = accounts.into_iter().find(|known| known.id == regenerated.known.account) {
        account.learn(developer);
        if let Err(error) = ports.store.save_account(&account) {
            tracing::warn!(%error, "the account's name was not remembered");
        }
    }
}
