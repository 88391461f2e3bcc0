//! Which finding, in words that are stored, and what the person and Miftah did about it.

use jiff::Timestamp;

use super::Finding;
use crate::keys::{AccountId, KeyId};

/// A finding without what it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// [`Finding::ReplacedElsewhere`].
    ReplacedElsewhere,
    /// [`Finding::Expired`].
    Expired,
    /// [`Finding::UsedThoughOff`].
    UsedThoughOff,
    /// [`Finding::Expires`].
    Expires,
    /// [`Finding::RotationWaits`].
    RotationWaits,
    /// [`Finding::UsedAgain`].
    UsedAgain,
    /// [`Finding::NeverUsed`].
    NeverUsed,
    /// [`Finding::Unused`].
    Unused,
    /// [`Finding::Stale`].
    Stale,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::ReplacedElsewhere,
        Self::Expired,
        Self::UsedThoughOff,
        Self::Expires,
        Self::RotationWaits,
        Self::UsedAgain,
        Self::NeverUsed,
        Self::Unused,
        Self::Stale,
    ];

    /// That of a finding.
    pub const fn of(finding: &Finding) -> Self {
        match finding {
            Finding::ReplacedElsewhere { .. } => Self::ReplacedElsewhere,
            Finding::Expired { .. } => Self::Expired,
            Finding::UsedThoughOff { .. } => Self::UsedThoughOff,
            Finding::Expires { .. } => Self::Expires,
            Finding::RotationWaits { .. } => Self::RotationWaits,
            Finding::UsedAgain { .. } => Self::UsedAgain,
            Finding::NeverUsed { .. } => Self::NeverUsed,
            Finding::Unused { .. } => Self::Unused,
            Finding::Stale { .. } => Self::Stale,
        }
    }

    /// The word in the store. Never changes.
    pub const fn word(self) -> &'static str {
        match self {
            Self::ReplacedElsewhere => "replaced_elsewhere",
            Self::Expired => "expired",
            Self::UsedThoughOff => "used_though_off",
            Self::Expires => "expires",
            Self::RotationWaits => "rotation_waits",
            Self::UsedAgain => "used_again",
            Self::NeverUsed => "never_used",
            Self::Unused => "unused",
            Self::Stale => "stale",
        }
    }

    /// Reads the store's word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// Why the person wants to hear no more of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The key is needed as it is.
    Needed,
    /// Somebody else looks after it.
    NotOurs,
    /// They know where the use comes from.
    KnownUse,
    /// Another one.
    Other,
}

impl Reason {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Needed, Self::NotOurs, Self::KnownUse, Self::Other];

    /// The word in the store. Never changes.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Needed => "needed",
            Self::NotOurs => "not_ours",
            Self::KnownUse => "known_use",
            Self::Other => "other",
        }
    }

    /// Reads the store's word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.word() == word)
    }
}

/// How something was put off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// Until then.
    Until(Timestamp),
    /// For good, on this occasion.
    Dismissed(Reason),
}

/// What was done about one kind of finding of one key, on one occasion. A new occasion begins without one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The account.
    pub account: AccountId,
    /// The key.
    pub key: KeyId,
    /// What.
    pub kind: Kind,
    /// The occasion: [`Reminder::instance`](super::Reminder::instance).
    pub instance: Timestamp,
    /// When a notification last told of it.
    pub told: Option<Timestamp>,
    /// What the person said.
    pub put: Option<Put>,
}
