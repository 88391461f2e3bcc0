//! Bringing keys back: at their time, or as soon after it as DHMAD can be reached, until DHMAD confirms.

use jiff::Timestamp;

use super::TimedOff;
use crate::keys::{ChangeKeyError, KeyId, KnownKey, Status, look_up, switch_key};
use crate::ports::{Ports, StoreError};
use crate::rotation::KeyLocks;
use crate::session::Session;

/// What became of one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tended {
    /// DHMAD confirms: it is on again.
    On(Box<KnownKey>),
    /// Somebody else switched it on, or it was never off.
    OnAlready(Box<KnownKey>),
    /// It is gone, or has another value: nothing was switched.
    Gone(TimedOff),
    /// It is still off, and tried again.
    Again(TimedOff, ChangeKeyError),
}

/// Sees to every key whose time has come. `None` of a session leaves them for later.
pub async fn tend(
    ports: &Ports,
    locks: &KeyLocks,
    session: &Session,
    now: Timestamp,
) -> Result<Vec<Tended>, StoreError> {
    let mut tended = Vec::new();
    for timed in ports.store.timed_offs()?.into_iter().filter(|timed| timed.account == session.account) {
        if is_due(&timed, now) {
            tended.push(bring_back(ports, locks, session, timed).await?);
        }
    }
    Ok(tended)
}

/// A clock that was turned back must not keep a key off: a switch-off that lies in a time to come is due.
fn is_due(timed: &TimedOff, now: Timestamp) -> bool {
    timed.on_at <= now || now < timed.off_at
}

async fn bring_back(
    ports: &Ports,
    locks: &KeyLocks,
    session: &Session,
    timed: TimedOff,
) -> Result<Tended, StoreError> {
    let shown = match look_up(ports, session, &timed.key).await {
        Ok(shown) => shown,
        Err(ChangeKeyError::NotFound) => {
            ports.store.remove_timed_off(&timed.account, &timed.key)?;
            return Ok(Tended::Gone(timed));
        }
        Err(error) => return Ok(Tended::Again(timed, error)),
    };
    let ended = if shown.key.prefix != timed.prefix {
        Tended::Gone(timed.clone())
    } else if shown.key.status == Status::Active {
        Tended::OnAlready(Box::new(shown))
    } else {
        match switch_key(ports, locks, session, &shown, true).await {
            Ok(known) => Tended::On(Box::new(known)),
            Err(error) => return Ok(Tended::Again(timed, error)),
        }
    };
    ports.store.remove_timed_off(&timed.account, &timed.key)?;
    Ok(ended)
}

/// The person wants the key to stay as it is now.
pub fn call_off(ports: &Ports, key: &KeyId) -> Result<(), StoreError> {
    for timed in ports.store.timed_offs()?.into_iter().filter(|timed| timed.key == *key) {
        ports.store.remove_timed_off(&timed.account, &timed.key)?;
    }
    Ok(())
}
