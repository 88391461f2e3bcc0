//! R7: does the new key work? A check beside the rotation, never a gate.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::keys::{AccountId, ApiKey, KeyId, KnownKey, Status};
use crate::ports::{Developer, Me, Ports, RemoteError};
use crate::usage::OwnCall;

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
    /// DHMAD answered, and named another key.
    Mismatch,
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
    check_value(ports, &regenerated.known, &regenerated.key).await
}

/// The same for any value of a key that should work.
pub(super) async fn check_value(ports: &Ports, known: &KnownKey, value: &ApiKey) -> Check {
    let started = ports.clock.uptime();
    let mut last = RemoteError::Unauthorized;
    for call in 0..ports.timings.check_calls as usize {
        if let Some(pause) = call.checked_sub(1).and_then(|past| PAUSES.get(past)) {
            ports.clock.sleep(scaled(*pause, ports.timings.check_total)).await;
        }
        if ports.clock.uptime().saturating_sub(started) > ports.timings.check_total {
            break;
        }
        match ask(ports, &known.account, &known.key.id, value).await {
            Ok(me) => return compare(ports, known, value, me),
            Err(error) => last = error,
        }
        if last != RemoteError::Unauthorized {
            break;
        }
    }
    if last == RemoteError::Unauthorized { Check::Refused } else { Check::NotTested(last.into()) }
}

/// The pauses are made for 30 seconds in all; with another total they shrink or grow along.
fn scaled(pause: Duration, total: Duration) -> Duration {
    pause.mul_f64(total.as_secs_f64() / 30.0)
}

/// One call of `/v1/me`, remembered as Miftah's own: it must not make the key look used.
pub(crate) async fn ask(
    ports: &Ports,
    account: &AccountId,
    key: &KeyId,
    value: &ApiKey,
) -> Result<Me, RemoteError> {
    let (from, started) = (ports.clock.now(), ports.clock.uptime());
    let answer = ports.portal.me(value).await;
    if !matches!(answer, Err(RemoteError::Offline | RemoteError::TlsUntrusted)) {
        let dated = answer.as_ref().ok().and_then(|me| me.server_date);
        let took = SignedDuration::try_from(ports.clock.uptime().saturating_sub(started)).unwrap_or_default();
        let (from, to) = dated.map_or((from, ports.clock.now()), |date| (date - took, date));
        let call = OwnCall { account: account.clone(), key: key.clone(), from, to };
        if let Err(error) = ports.store.add_own_call(&call) {
            tracing::warn!(%error, "an own call was not remembered");
        }
    }
    answer
}

fn compare(ports: &Ports, known: &KnownKey, value: &ApiKey, me: Me) -> Check {
    let key = &known.key;
    let same = me.key.id == key.id
        && me.key.environment == key.environment
        && me.key.prefix.as_ref().is_none_or(|prefix| *prefix == value.prefix());
    if let Some(developer) = me.developer.filter(|_| same) {
        learn(ports, known, developer);
    }
    if same { Check::Works { at: ports.clock.now() } } else { Check::Mismatch }
}

/// A session opened with a token alone learns here whose account it is.
fn learn(ports: &Ports, key: &KnownKey, developer: Developer) {
    let accounts = ports.store.accounts().unwrap_or_default();
    if let Some(mut account) = accounts.into_iter().find(|known| known.id == key.account) {
        account.learn(developer);
        if let Err(error) = ports.store.save_account(&account) {
            tracing::warn!(%error, "the account's name was not remembered");
        }
    }
}
