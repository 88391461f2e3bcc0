//! What waits for the person, and what they put off.

use jiff::Timestamp;
use miftah_core::reminders::{self, Item, Put};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Attention, Environment};
use crate::ipc::shown;

/// Which finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ReminderKind {
    ReplacedElsewhere,
    Expired,
    UsedThoughOff,
    Expires,
    RotationWaits,
    UsedAgain,
    NeverUsed,
    Unused,
    Stale,
}

impl From<reminders::Kind> for ReminderKind {
    fn from(kind: reminders::Kind) -> Self {
        use reminders::Kind as K;
        match kind {
            K::ReplacedElsewhere => Self::ReplacedElsewhere,
            K::Expired => Self::Expired,
            K::UsedThoughOff => Self::UsedThoughOff,
            K::Expires => Self::Expires,
            K::RotationWaits => Self::RotationWaits,
            K::UsedAgain => Self::UsedAgain,
            K::NeverUsed => Self::NeverUsed,
            K::Unused => Self::Unused,
            K::Stale => Self::Stale,
        }
    }
}

impl From<ReminderKind> for reminders::Kind {
    fn from(kind: ReminderKind) -> Self {
        use ReminderKind as K;
        match kind {
            K::ReplacedElsewhere => Self::ReplacedElsewhere,
            K::Expired => Self::Expired,
            K::UsedThoughOff => Self::UsedThoughOff,
            K::Expires => Self::Expires,
            K::RotationWaits => Self::RotationWaits,
            K::UsedAgain => Self::UsedAgain,
            K::NeverUsed => Self::NeverUsed,
            K::Unused => Self::Unused,
            K::Stale => Self::Stale,
        }
    }
}

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Severity {
    Notice,
    Warning,
    Urgent,
}

impl From<reminders::Severity> for Severity {
    fn from(severity: reminders::Severity) -> Self {
        match severity {
            reminders::Severity::Notice => Self::Notice,
            reminders::Severity::Warning => Self::Warning,
            reminders::Severity::Urgent => Self::Urgent,
        }
    }
}

/// Why the person wants to hear no more of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum DismissReason {
    Needed,
    NotOurs,
    KnownUse,
    Other,
}

impl From<reminders::Reason> for DismissReason {
    fn from(reason: reminders::Reason) -> Self {
        match reason {
            reminders::Reason::Needed => Self::Needed,
            reminders::Reason::NotOurs => Self::NotOurs,
            reminders::Reason::KnownUse => Self::KnownUse,
            reminders::Reason::Other => Self::Other,
        }
    }
}

impl From<DismissReason> for reminders::Reason {
    fn from(reason: DismissReason) -> Self {
        match reason {
            DismissReason::Needed => Self::Needed,
            DismissReason::NotOurs => Self::NotOurs,
            DismissReason::KnownUse => Self::KnownUse,
            DismissReason::Other => Self::Other,
        }
    }
}

/// What the person said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum PutOffView {
    Until { at: String },
    Dismissed { reason: DismissReason },
}

/// One thing to say of one key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct InboxItemView {
    pub key_id: String,
    pub name: String,
    pub environment: Environment,
    pub prefix: Option<String>,
    pub kind: ReminderKind,
    pub attention: Attention,
    /// Since when it is true.
    pub due: String,
    pub severity: Severity,
    /// By data that is too old to alarm anybody.
    pub old: bool,
    /// What the person said; absent from what waits.
    pub put_off: Option<PutOffView>,
}

impl InboxItemView {
    /// An item as it is shown at `now`, by this computer's clock.
    pub(crate) fn of(item: &Item, now: Timestamp) -> Self {
        let prefix = item.known.key.prefix.as_ref().map(|prefix| prefix.as_str().to_owned());
        let name = shown(item.known.name());
        Self {
            key_id: item.known.key.id.as_str().to_owned(),
            name: if name.is_empty() { prefix.clone().unwrap_or_default() } else { name },
            environment: item.known.key.environment.into(),
            prefix,
            kind: item.reminder.kind().into(),
            attention: item.reminder.finding.into(),
            due: item.reminder.due.to_string(),
            severity: item.reminder.severity.into(),
            old: item.old,
            put_off: match item.put {
                Some(Put::Until(at)) if at > now => Some(PutOffView::Until { at: at.to_string() }),
                Some(Put::Dismissed(reason)) => Some(PutOffView::Dismissed { reason: reason.into() }),
                _ => None,
            },
        }
    }
}

/// The inbox. What matters most comes first, then what is due longest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct InboxView {
    pub open: Vec<InboxItemView>,
    pub put_off: Vec<InboxItemView>,
    pub checked_at: Option<String>,
    /// Nothing of it is new enough to alarm anybody.
    pub stale: bool,
}
