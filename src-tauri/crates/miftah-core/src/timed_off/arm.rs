//! Switching off with a way back.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::{Stage, TimedOff};
use crate::Timings;
use crate::keys::{ChangeKeyError, Environment, KnownKey, LastUse, Status, switch_key};
use crate::ports::{Ports, StoreError};
use crate::rotation::KeyLocks;
use crate::session::Session;
use crate::usage::latest_possible_use;

/// Shorter than this shows nothing.
const FEWEST_MINUTES: u32 = 5;
/// A day.
const MOST_MINUTES: u32 = 24 * 60;

/// Why the key stays on. Nothing was sent, but for [`ArmError::Change`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ArmError {
    /// It is off already, or nobody knows.
    #[error("the key is not switched on")]
    NotOn,
    /// A live key that was used lately, or of which nobody knows when it was.
    #[error("the live key was used lately")]
    UsedLately,
    /// Not between 5 minutes and 24 hours.
    #[error("the time is out of bounds")]
    OutOfBounds,
    /// The switch-off itself.
    #[error(transparent)]
    Change(#[from] ChangeKeyError),
    /// The way back could not be written down.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Whether a key may be switched off for a while: a live one only if it is known that nothing used it lately. `known` is
/// from a read made just now, its last use the [`latest_possible_use`].
pub fn may_arm(known: &KnownKey, timings: &Timings, now: Timestamp) -> Result<(), ArmError> {
    if known.key.status != Status::Active {
        return Err(ArmError::NotOn);
    }
    let lately = SignedDuration::try_from(timings.in_use).unwrap_or(SignedDuration::MAX);
    let idle = match known.key.last_use {
        LastUse::Never => true,
        LastUse::At(at) => now.duration_since(at) >= lately,
        LastUse::Unknown => false,
    };
    if known.key.environment == Environment::Live && !idle { Err(ArmError::UsedLately) } else { Ok(()) }
}

/// Switches the key that the person was shown off, to be switched on again after `lasting`.
pub async fn arm(
    ports: &Ports,
    locks: &KeyLocks,
    session: &Session,
    shown: &KnownKey,
    lasting: SignedDuration,
) -> Result<TimedOff, ArmError> {
    let minute = ports.timings.minute;
    let lasts = Duration::try_from(lasting).unwrap_or(Duration::ZERO);
    if !(minute * FEWEST_MINUTES..=minute * MOST_MINUTES).contains(&lasts) {
        return Err(ArmError::OutOfBounds);
    }
    let now = ports.clock.now();
    let (samples, own_calls) = (
        ports.store.samples(&shown.account, &shown.key.id, Timestamp::MIN)?,
        ports.store.own_calls(&shown.account, &shown.key.id)?,
    );
    let mut known = shown.clone();
    known.key.last_use = latest_possible_use(&known, &samples, &own_calls, Timestamp::MAX);
    may_arm(&known, &ports.timings, now)?;
    let mut timed = TimedOff {
        account: shown.account.clone(),
        key: shown.key.id.clone(),
        prefix: shown.key.prefix.clone(),
        off_at: now,
        on_at: now + lasting,
        stage: Stage::Arming,
    };
    ports.store.save_timed_off(&timed)?;
    match switch_key(ports, locks, session, shown, false).await {
        Ok(_) => {}
        // Whether it is off is not known: the way back stays, and finds out.
        Err(error @ ChangeKeyError::Unknown(_)) => return Err(error.into()),
        Err(error) => {
            ports.store.remove_timed_off(&timed.account, &timed.key)?;
            return Err(error.into());
        }
    }
    timed.stage = Stage::Off;
    ports.store.save_timed_off(&timed)?;
    Ok(timed)
}

#[cfg(test)]
mod tests;
