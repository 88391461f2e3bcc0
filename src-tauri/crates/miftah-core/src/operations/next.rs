//! The state machine, used live and on replay.

use super::{Event, Kind, Stage};

/// An event that cannot happen at this stage. Nothing may be written down or sent for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this cannot happen at this stage of the operation")]
pub struct IllegalEvent;

/// Where an event leads. `None` as the stage stands for an operation that does not exist yet.
pub fn next(kind: Kind, stage: Option<Stage>, event: &Event) -> Result<Stage, IllegalEvent> {
    let Some(stage) = stage else { return first(kind, event) };
    match (stage, event) {
        (Stage::Intended, Event::Sending) if kind != Kind::Take => Ok(Stage::Sending),
        // A take sends nothing: what is on the clipboard is sealed and is there.
        (Stage::Intended, Event::Received { .. }) if kind == Kind::Take => Ok(Stage::Received),
        (Stage::Intended | Stage::Sending, Event::NotSent) | (Stage::Sending, Event::Refused) => {
            Ok(Stage::NotExecuted)
        }
        (Stage::Received, Event::Closed) if kind == Kind::Take => Ok(Stage::Closed),
        (_, _) if kind == Kind::Take => match (stage, event) {
            (Stage::Received, Event::Kept { .. }) => Ok(Stage::Done),
            _ => Err(IllegalEvent),
        },
        // An answer may turn up in the spool whatever the journal thought last.
        (Stage::Sending | Stage::Unreadable | Stage::Unchanged, Event::Received { .. }) => {
            Ok(Stage::Received)
        }
        (Stage::Sending, Event::Unreadable) => Ok(Stage::Unreadable),
        // Received and unchanged all the same: what was sealed is gone, and the old value lives.
        (Stage::Sending | Stage::Unreadable | Stage::Received, Event::Unchanged) => Ok(Stage::Unchanged),
        (Stage::Sending | Stage::Unreadable | Stage::Unchanged, Event::NotExecuted) => Ok(Stage::NotExecuted),
        (Stage::Received, Event::Replaced { .. }) if kind == Kind::Regenerate => Ok(Stage::Replaced),
        (Stage::Sending | Stage::Unreadable | Stage::Unchanged | Stage::Received, Event::Lost { .. })
            if kind == Kind::Regenerate =>
        {
            Ok(Stage::Lost)
        }
        (Stage::Sending | Stage::Unreadable | Stage::Unchanged | Stage::Received, Event::Orphaned { .. })
            if kind.makes_a_key() =>
        {
            Ok(Stage::Orphan)
        }
        (Stage::Received, Event::Kept { .. }) => match kind {
            Kind::Regenerate | Kind::Take | Kind::Create => Ok(Stage::Done),
            Kind::Rotation => Ok(Stage::Stored),
        },
        (Stage::Lost | Stage::Replaced | Stage::Orphan, Event::Closed) => Ok(Stage::Closed),
        // The person looked on the portal: what nobody answers must not stand in the way for ever.
        (Stage::Sending | Stage::Unreadable | Stage::Received | Stage::Unchanged, Event::Closed)
            if matches!(kind, Kind::Regenerate | Kind::Create) =>
        {
            Ok(Stage::Closed)
        }
        _ if kind == Kind::Rotation => rotation(stage, event),
        _ => Err(IllegalEvent),
    }
}

fn first(kind: Kind, event: &Event) -> Result<Stage, IllegalEvent> {
    match event {
        Event::Intended { tag } if tag.is_some() == kind.makes_a_key() => Ok(Stage::Intended),
        _ => Err(IllegalEvent),
    }
}

/// The days of a rotation, after the successor is kept.
fn rotation(stage: Stage, event: &Event) -> Result<Stage, IllegalEvent> {
    match (stage, event) {
        // "It is on" may be somebody's doing on the portal.
        (Stage::Stored, Event::Installed)
        | (Stage::SwitchingOff, Event::StayedAsItWas)
        | (Stage::SwitchingOn | Stage::Off, Event::SwitchedOn) => Ok(Stage::Installed),
        (Stage::Installed, Event::NotInstalled) => Ok(Stage::Stored),
        // Ticking and waiting may be skipped, with a plain warning in the dialog.
        (Stage::Stored | Stage::Installed, Event::SwitchingOff) => Ok(Stage::SwitchingOff),
        (Stage::SwitchingOff | Stage::Stored | Stage::Installed, Event::SwitchedOff)
        | (Stage::SwitchingOn | Stage::Deleting, Event::StayedAsItWas) => Ok(Stage::Off),
        (Stage::Off, Event::SwitchingOn) => Ok(Stage::SwitchingOn),
        (Stage::Off, Event::Deleting) => Ok(Stage::Deleting),
        (Stage::Deleting | Stage::Off, Event::Deleted) => Ok(Stage::Done),
        (Stage::Orphan, Event::SwitchingOff) => Ok(Stage::OrphanSwitchingOff),
        (Stage::OrphanSwitchingOff, Event::StayedAsItWas) => Ok(Stage::Orphan),
        (
            Stage::Stored
            | Stage::Installed
            | Stage::Off
            | Stage::Orphan
            | Stage::Sending
            | Stage::Unreadable
            | Stage::Unchanged
            | Stage::SwitchingOff
            | Stage::SwitchingOn
            | Stage::Deleting
            | Stage::OrphanSwitchingOff,
            Event::Abandoned,
        )
        | (Stage::OrphanSwitchingOff, Event::SwitchedOff) => Ok(Stage::Closed),
        _ => Err(IllegalEvent),
    }
}

/// Where an event on disk leads if the records before it cannot be read: it happened, whatever led to it.
pub(super) fn after_a_gap(kind: Kind, event: &Event) -> Stage {
    match event {
        Event::Intended { .. } => Stage::Intended,
        Event::Sending => Stage::Sending,
        Event::NotSent | Event::Refused | Event::NotExecuted => Stage::NotExecuted,
        Event::Received { .. } => Stage::Received,
        Event::Unreadable => Stage::Unreadable,
        Event::Unchanged => Stage::Unchanged,
        Event::Lost { .. } => Stage::Lost,
        Event::Replaced { .. } => Stage::Replaced,
        Event::Kept { .. } if kind == Kind::Rotation => Stage::Stored,
        Event::Kept { .. } | Event::Deleted => Stage::Done,
        Event::Closed | Event::Abandoned => Stage::Closed,
        Event::Orphaned { .. } => Stage::Orphan,
        // Of the two stages that "stayed" leads back to, the one that stops nothing.
        Event::Installed | Event::SwitchedOn | Event::StayedAsItWas => Stage::Installed,
        Event::NotInstalled => Stage::Stored,
        Event::SwitchingOff => Stage::SwitchingOff,
        Event::SwitchedOff => Stage::Off,
        Event::SwitchingOn => Stage::SwitchingOn,
        Event::Deleting => Stage::Deleting,
    }
}

#[cfg(test)]
mod tests;
