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
    let last: Option<Timestamp> = ports.store.memo(LAST_DIGEST)?.and_then(|at| at.parse().ok());
    Ok(due_to_tell(inbox, last, manners, now))
}

/// Remembers that it was told. Said before it is shown: a crash in between costs one notification and never repeats one.
pub fn note_told(ports: &Ports, telling: &Telling<'_>, now: Timestamp) -> Result<(), StoreError> {
    let items = match telling {
        Telling::Digest(items) => {
            ports.store.save_memo(LAST_DIGEST, &now.to_string())?;
            items.as_slice()
        }
        Telling::Urgent(item) => std::slice::from_ref(item),
    };
    items.iter().try_for_each(|item| ports.store.save_mark(&Mark { told: Some(now), ..mark(item) }))
}
