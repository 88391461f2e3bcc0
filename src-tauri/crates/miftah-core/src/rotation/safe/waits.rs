//! Whether a rotation goes on only by a click, and since when.

use jiff::{SignedDuration, Timestamp};

use super::look;
use crate::operations::{Operation, Stage};
use crate::ports::{Ports, StoreError};

/// A person who is just putting the new key in place needs no reminder of it.
const WHILE_AT_IT: SignedDuration = SignedDuration::from_hours(24);

/// What a rotation waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Awaited {
    /// The new key is to be put in place.
    Install,
    /// The question about rare uses is to be answered.
    RareUse,
    /// The old key is quiet and can be switched off.
    SwitchOff,
    /// The old key was off for long enough and can be deleted.
    Delete,
    /// A key without a value stands at DHMAD and is to be switched off.
    Orphan,
}

/// A rotation that waits for the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waits {
    /// For what.
    pub step: Awaited,
    /// Since when.
    pub since: Timestamp,
    /// What tells this waiting from another for the same. It stays the same while `since` follows what the watch learns.
    pub occasion: Timestamp,
}

/// What a rotation waits for at `now`; `None` while Miftah itself is at work or nothing can be done yet.
pub fn waits(ports: &Ports, operation: &Operation, now: Timestamp) -> Result<Option<Waits>, StoreError> {
    let at = |step, since: Option<Timestamp>| since.map(|since| Waits { step, since, occasion: since });
    let later = |from: Timestamp, by: SignedDuration| from.checked_add(by).ok();
    let waits = match operation.stage {
        Stage::Orphan => at(Awaited::Orphan, Some(operation.since)),
        Stage::Stored => at(Awaited::Install, later(operation.since, WHILE_AT_IT)),
        Stage::Off => {
            let soak = SignedDuration::try_from(ports.timings.soak).unwrap_or(SignedDuration::MAX);
            at(Awaited::Delete, later(operation.off.unwrap_or(operation.since), soak))
        }
        Stage::Installed => {
            let watch = look(ports, operation, now)?.watch;
            if watch.ready {
                // The gaps that were seen fade, and the wait with them: the use it is counted from stays.
                let occasion = watch.ready_at.and_then(|ready| ready.checked_sub(watch.wait).ok());
                watch.ready_at.zip(occasion).map(|(since, occasion)| Waits {
                    step: Awaited::SwitchOff,
                    since,
                    occasion,
                })
            } else if watch.asks_rare_use {
                at(Awaited::RareUse, later(operation.since, WHILE_AT_IT))
            } else {
                None
            }
        }
        _ => None,
    };
    Ok(waits.filter(|waits| waits.since <= now))
}
