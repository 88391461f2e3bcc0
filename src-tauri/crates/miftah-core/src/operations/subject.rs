//! What an operation is about. Repeated in every record, so that one readable record is enough to go on.

use jiff::Timestamp;

use crate::keys::{AccountId, Environment, KeyId, KeyPrefix, KnownKey, LastUse, Status};

/// Which of the operations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Protocol R: the old value dies at once.
    Regenerate,
    /// Protocol Z: a successor beside the old key, for days.
    Rotation,
    /// Guided mode: a key taken from the clipboard.
    Take,
    /// A key that did not exist before.
    Create,
}

impl Kind {
    /// Whether it makes a key at DHMAD that was not there before: one that is found again by its tag.
    pub const fn makes_a_key(self) -> bool {
        matches!(self, Self::Rotation | Self::Create)
    }

    /// The word in the journal.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Regenerate => "regenerate",
            Self::Rotation => "rotation",
            Self::Take => "take",
            Self::Create => "create",
        }
    }

    /// Reads the journal's word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Regenerate, Self::Rotation, Self::Take, Self::Create]
            .into_iter()
            .find(|kind| kind.word() == word)
    }
}

/// The key as DHMAD described it before anything was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline {
    /// Its prefix; `None` if the list had none.
    pub prefix: Option<KeyPrefix>,
    /// Whether it was active and not expired, so that an answer to it says something.
    pub works: bool,
    /// Its last use, if DHMAD named one.
    pub last_use: Option<Timestamp>,
}

/// What an operation is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Which operation.
    pub kind: Kind,
    /// The account it runs under.
    pub account: AccountId,
    /// The key it is about; for a rotation the old one, for a take and a creation a provisional one.
    pub key: KeyId,
    /// Live or sandbox.
    pub environment: Environment,
    /// The key before.
    pub baseline: Baseline,
}

impl Subject {
    /// An operation on a known key, as it was read just now.
    pub fn of(kind: Kind, known: &KnownKey, now: Timestamp) -> Self {
        let expired = known.key.expires_at.is_some_and(|at| at <= now);
        Self {
            kind,
            account: known.account.clone(),
            key: known.key.id.clone(),
            environment: known.key.environment,
            baseline: Baseline {
                prefix: known.key.prefix.clone(),
                works: known.key.status == Status::Active && !expired,
                last_use: match known.key.last_use {
                    LastUse::At(at) => Some(at),
                    LastUse::Never | LastUse::Unknown => None,
                },
            },
        }
    }
}
