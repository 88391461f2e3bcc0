//! What a fresh list tells about operations that wait: somebody may have acted on the portal meanwhile.

use jiff::Timestamp;

use crate::keys::{KnownKey, Status};
use crate::operations::{Event, Kind, Operation, Stage};
use crate::ports::{Ports, StoreError};

use super::open_operations;
use super::spooled::wipe;
use super::step::note;

/// Follows what a list shows that was asked for at `asked_at`. Absence from it says nothing, and nor does an older list
/// about a stage that began since.
pub(crate) fn observe(ports: &Ports, keys: &[KnownKey], asked_at: Timestamp) -> Result<(), StoreError> {
    for mut operation in open_operations(ports)?.into_iter().filter(|open| open.since <= asked_at) {
        let made = operation.issued_id.as_ref().filter(|_| operation.subject.kind == Kind::Create);
        let id = made.unwrap_or(&operation.subject.key);
        let Some(key) = keys.iter().find(|known| known.key.id == *id) else { continue };
        let Some(event) = seen(&operation, key) else { continue };
        let over = event == Event::Closed;
        note(ports, &mut operation, event);
        if over {
            wipe(&*ports.spool, &operation.id);
        }
    }
    Ok(())
}

fn seen(operation: &Operation, key: &KnownKey) -> Option<Event> {
    match (operation.subject.kind, operation.stage, key.key.status) {
        (Kind::Regenerate, Stage::Lost | Stage::Replaced, _) => {
            // The value that DHMAD has now is held here again: somebody took care of it.
            // A late list that still shows the value from before says nothing of the kind.
            let is_new = key.key.prefix != operation.subject.baseline.prefix;
            (is_new && key.held.is_some() && key.held == key.key.prefix).then_some(Event::Closed)
        }
        // Regenerated since: it has a value that is held here.
        (Kind::Create, Stage::Orphan, _) => {
            (key.held.is_some() && key.held == key.key.prefix).then_some(Event::Closed)
        }
        (Kind::Rotation, Stage::Stored | Stage::Installed, Status::Inactive) => Some(Event::SwitchedOff),
        (Kind::Rotation, Stage::Off, Status::Active) => Some(Event::SwitchedOn),
        _ => None,
    }
}
