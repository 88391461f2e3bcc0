//! What can happen to an operation. Each is one record in the journal.

use crate::keys::{KeyId, KeyPrefix};

use super::Tag;

/// A step taken, or a thing found out. Holds ids and prefixes, never a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// R1, Z1: the person confirmed. A rotation's successor will carry the tag.
    Intended {
        /// The successor's tag; `None` for the other operations.
        tag: Option<Tag>,
    },
    /// R2, Z2: the request is about to be written.
    Sending,
    /// Not a byte went out, or nothing was ever sent.
    NotSent,
    /// DHMAD said that it did not do it.
    Refused,
    /// R5: the sealed answer holds a key that fits.
    Received {
        /// Its prefix.
        prefix: KeyPrefix,
        /// Its id, if the answer named one.
        id: Option<KeyId>,
    },
    /// The sealed answer holds no recognisable key, or one of another id.
    Unreadable,
    /// Resolve: unchanged on every read so far. The person was told; it is watched a while longer.
    Unchanged,
    /// Resolve: it was never carried out. Settled.
    NotExecuted,
    /// Resolve: carried out, and the new value is nowhere.
    Lost {
        /// What DHMAD shows now, if it shows anything.
        prefix: Option<KeyPrefix>,
    },
    /// The value received is not the one that DHMAD has now.
    Replaced {
        /// What DHMAD shows now, if it shows anything.
        prefix: Option<KeyPrefix>,
    },
    /// R8, Z3: the value is in the keychain's current slot, read back.
    Kept {
        /// The id it is kept under.
        id: KeyId,
    },
    /// The person has seen how it ended, or another operation takes its place.
    Closed,
    /// Z: found at DHMAD by its tag, and its value is nowhere.
    Orphaned {
        /// The successor's id.
        id: KeyId,
    },
    /// Z: the person says that everything uses the new key.
    Installed,
    /// Z: the person took that back.
    NotInstalled,
    /// Z: the request to switch the old key (or an orphan) off is about to be written.
    SwitchingOff,
    /// Z: it is off.
    SwitchedOff,
    /// Z: the request to switch it on again is about to be written.
    SwitchingOn,
    /// Z: it is on.
    SwitchedOn,
    /// Z: the request to delete it is about to be written.
    Deleting,
    /// Z: it is gone.
    Deleted,
    /// Z: the request did nothing: the key is as it was before.
    StayedAsItWas,
    /// Z: the person ended the rotation; both keys stay as they are.
    Abandoned,
}

/// The parts of an event beside its word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EventDetails {
    /// A tag.
    pub tag: Option<Tag>,
    /// A prefix.
    pub prefix: Option<KeyPrefix>,
    /// A key's id.
    pub id: Option<KeyId>,
}

impl Event {
    /// The word in the journal. Never changes.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Intended { .. } => "intended",
            Self::Sending => "sending",
            Self::NotSent => "not_sent",
            Self::Refused => "refused",
            Self::Received { .. } => "received",
            Self::Unreadable => "unreadable",
            Self::Unchanged => "unchanged",
            Self::NotExecuted => "not_executed",
            Self::Lost { .. } => "lost",
            Self::Replaced { .. } => "replaced",
            Self::Kept { .. } => "kept",
            Self::Closed => "closed",
            Self::Orphaned { .. } => "orphaned",
            Self::Installed => "installed",
            Self::NotInstalled => "not_installed",
            Self::SwitchingOff => "switching_off",
            Self::SwitchedOff => "switched_off",
            Self::SwitchingOn => "switching_on",
            Self::SwitchedOn => "switched_on",
            Self::Deleting => "deleting",
            Self::Deleted => "deleted",
            Self::StayedAsItWas => "stayed_as_it_was",
            Self::Abandoned => "abandoned",
        }
    }

    /// What belongs to the word.
    pub fn details(&self) -> EventDetails {
        let none = EventDetails::default();
        match self.clone() {
            Self::Intended { tag } => EventDetails { tag, ..none },
            Self::Received { prefix, id } => EventDetails { prefix: Some(prefix), id, ..none },
            Self::Lost { prefix } | Self::Replaced { prefix } => EventDetails { prefix, ..none },
            Self::Kept { id } | Self::Orphaned { id } => EventDetails { id: Some(id), ..none },
            _ => none,
        }
    }

    /// Reads an event back. `None` for a word or a combination that no version has written.
    pub fn from_parts(word: &str, EventDetails { tag, prefix, id }: EventDetails) -> Option<Self> {
        Some(match word {
            "intended" => Self::Intended { tag },
            "sending" => Self::Sending,
            "not_sent" => Self::NotSent,
            "refused" => Self::Refused,
            "received" => Self::Received { prefix: prefix?, id },
            "unreadable" => Self::Unreadable,
            "unchanged" => Self::Unchanged,
            "not_executed" => Self::NotExecuted,
            "lost" => Self::Lost { prefix },
            "replaced" => Self::Replaced { prefix },
            "kept" => Self::Kept { id: id? },
            "closed" => Self::Closed,
            "orphaned" => Self::Orphaned { id: id? },
            "installed" => Self::Installed,
            "not_installed" => Self::NotInstalled,
            "switching_off" => Self::SwitchingOff,
            "switched_off" => Self::SwitchedOff,
            "switching_on" => Self::SwitchingOn,
            "switched_on" => Self::SwitchedOn,
            "deleting" => Self::Deleting,
            "deleted" => Self::Deleted,
            "stayed_as_it_was" => Self::StayedAsItWas,
            "abandoned" => Self::Abandoned,
            _ => return None,
        })
    }
}
