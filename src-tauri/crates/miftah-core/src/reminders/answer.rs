//! What the person says about something in the inbox.

use jiff::Timestamp;

use super::{Item, Mark, Put, Reason};
use crate::ports::{Ports, StoreError};

/// Ten years.
const LONGEST: jiff::SignedDuration = jiff::SignedDuration::from_hours(3_650 * 24);

/// Why nothing was put off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AnswerError {
    /// The moment is past, or more than ten years off.
    #[error("the moment is out of bounds")]
    OutOfBounds,
    /// The store could not be used.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Hears no more of it until then.
pub fn snooze(ports: &Ports, item: &Item, until: Timestamp) -> Result<(), AnswerError> {
    let now = ports.clock.now();
    if until <= now || until.duration_since(now) > LONGEST {
        return Err(AnswerError::OutOfBounds);
    }
    Ok(ports.store.save_mark(&Mark { put: Some(Put::Until(until)), ..mark(item) })?)
}

/// Hears no more of it on this occasion.
pub fn dismiss(ports: &Ports, item: &Item, reason: Reason) -> Result<(), StoreError> {
    ports.store.save_mark(&Mark { put: Some(Put::Dismissed(reason)), ..mark(item) })
}

/// Takes back what was said. It was told already, if it was.
pub fn restore(ports: &Ports, item: &Item) -> Result<(), StoreError> {
    ports.store.save_mark(&Mark { put: None, ..mark(item) })
}

pub(super) fn mark(item: &Item) -> Mark {
    Mark {
        account: item.known.account.clone(),
        key: item.known.key.id.clone(),
        kind: item.reminder.kind(),
        instance: item.reminder.instance,
        told: item.told,
        put: item.put,
    }
}
