//! Remembering what was told, so that nothing is told twice.

use jiff::{Timestamp, Zoned};

use super::answer::mark;
use super::{Inbox, Manners, Mark, Telling, due_to_tell};
use crate::ports::{Ports, StoreError};

/// Where the store keeps the moment of the last summary.
const LAST_DIGEST: &str = "last_digest";

/// What is to be told now.
pub fn to_tell<'a>(
    ports: &Ports,
    inbox: &'a Inbox,
    manners: &Manners,
    now: &Zoned,
) -> Result<Vec<Telling<'a>>, StoreError> {
    Ok(due_to_tell(inbox, last_digest(ports)?, manners, now))
}

/// Takes back that it was told: the system refused it, and it is tried again. `before` is when the summary before came.
pub fn take_back(ports: &Ports, telling: &Telling<'_>, before: Option<Timestamp>) -> Result<(), StoreError> {
    if matches!(telling, Telling::Digest(_)) {
        ports.store.save_memo(LAST_DIGEST, &before.map(|at| at.to_string()).unwrap_or_default())?;
    }
    telling.items().iter().try_for_each(|item| ports.store.save_mark(&mark(item)))
}

/// When the last summary came.
pub fn last_digest(ports: &Ports) -> Result<Option<Timestamp>, StoreError> {
    Ok(ports.store.memo(LAST_DIGEST)?.and_then(|at| at.parse().ok()))
}

/// Remembers that it was told. Said before it is shown: a crash in between costs one notification and never repeats one.
pub fn note_told(ports: &Ports, telling: &Telling<'_>, now: Timestamp) -> Result<(), StoreError> {
    if matches!(telling, Telling::Digest(_)) {
        ports.store.save_memo(LAST_DIGEST, &now.to_string())?;
    }
    telling.items().iter().try_for_each(|item| ports.store.save_mark(&Mark { told: Some(now), ..mark(item) }))
}
