//! A key, and the list of keys.

use jiff::{SignedDuration, Timestamp};
use miftah_core::keys::{self, KnownKey, Listing, Scope};
use miftah_core::remarks::{Advice, KeyAdvice};
use miftah_core::reminders::{self, Finding};
use miftah_core::rotation::asks_first;
use miftah_core::rotation::safe::Awaited;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{PlaceView, TroubleView};
use crate::ipc::errors::IpcError;
use crate::ipc::shown;

/// Live or sandbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Environment {
    Live,
    Sandbox,
}

impl From<keys::Environment> for Environment {
    fn from(environment: keys::Environment) -> Self {
        match environment {
            keys::Environment::Live => Self::Live,
            keys::Environment::Sandbox => Self::Sandbox,
        }
    }
}

impl From<Environment> for keys::Environment {
    fn from(environment: Environment) -> Self {
        match environment {
            Environment::Live => Self::Live,
            Environment::Sandbox => Self::Sandbox,
        }
    }
}

/// Active or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Status {
    Active,
    Inactive,
    Unknown,
}

/// Last use, as DHMAD says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum LastUse {
    Never,
    At { at: String },
    Unknown,
}

impl From<keys::LastUse> for LastUse {
    fn from(last_use: keys::LastUse) -> Self {
        match last_use {
            keys::LastUse::Never => Self::Never,
            keys::LastUse::At(at) => Self::At { at: at.to_string() },
            keys::LastUse::Unknown => Self::Unknown,
        }
    }
}

/// Since when a key counts as old.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Since {
    Created,
    Changed,
}

/// Why a key stands at the top. Times are RFC 3339, days whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Attention {
    NeverUsed {
        days: u32,
    },
    Unused {
        days: u32,
    },
    Stale {
        days: u32,
        since: Since,
    },
    Expires {
        days: u32,
        at: String,
    },
    Expired {
        at: String,
    },
    UsedThoughOff {
        at: String,
    },
    ReplacedElsewhere {
        at: String,
    },
    /// After so many days of silence.
    UsedAgain {
        at: String,
        silent: u32,
    },
    RotationWaits {
        step: AwaitedStep,
    },
}

/// What a rotation waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AwaitedStep {
    Install,
    RareUse,
    SwitchOff,
    Delete,
    Orphan,
}

impl From<Awaited> for AwaitedStep {
    fn from(step: Awaited) -> Self {
        match step {
            Awaited::Install => Self::Install,
            Awaited::RareUse => Self::RareUse,
            Awaited::SwitchOff => Self::SwitchOff,
            Awaited::Delete => Self::Delete,
            Awaited::Orphan => Self::Orphan,
        }
    }
}

/// After how many days something about one key is worth a word; 0 for never, `null` as for every key.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AdviceView {
    pub never_used: Option<u32>,
    pub unused: Option<u32>,
    pub stale: Option<u32>,
}

impl From<KeyAdvice> for AdviceView {
    fn from(advice: KeyAdvice) -> Self {
        let KeyAdvice { never_used, unused, stale } = advice;
        Self { never_used: never_used.days(), unused: unused.days(), stale: stale.days() }
    }
}

impl From<AdviceView> for KeyAdvice {
    fn from(view: AdviceView) -> Self {
        let AdviceView { never_used, unused, stale } = view;
        Self {
            never_used: Advice::of_days(never_used),
            unused: Advice::of_days(unused),
            stale: Advice::of_days(stale),
        }
    }
}

/// Whether a key can be deleted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Removal {
    /// Only a switched-off key can.
    StillOn,
    /// From then on.
    From {
        at: String,
    },
    Now,
}

impl From<keys::Deletable> for Removal {
    fn from(deletable: keys::Deletable) -> Self {
        match deletable {
            keys::Deletable::StillOn => Self::StillOn,
            keys::Deletable::From(at) => Self::From { at: at.to_string() },
            keys::Deletable::Now => Self::Now,
        }
    }
}

/// Who changed a key's value last, as far as Miftah can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ChangedBy {
    Miftah,
    Elsewhere,
}

impl From<keys::ChangedBy> for ChangedBy {
    fn from(by: keys::ChangedBy) -> Self {
        match by {
            keys::ChangedBy::Miftah => Self::Miftah,
            keys::ChangedBy::Elsewhere => Self::Elsewhere,
        }
    }
}

/// A key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, and the window shows each")]
#[serde(rename_all = "camelCase")]
pub(crate) struct KeyView {
    pub id: String,
    pub name: String,
    pub environment: Environment,
    pub prefix: Option<String>,
    pub status: Status,
    /// By others than this Miftah.
    pub last_use: LastUse,
    pub created_at: Option<String>,
    pub changed_at: Option<String>,
    pub changed_by: Option<ChangedBy>,
    /// When Miftah first saw it.
    pub first_seen: String,
    /// Since when Miftah knows it to be switched off.
    pub off_since: Option<String>,
    pub expires_at: Option<String>,
    pub rate_limit: Option<u32>,
    /// Its value is in the keychain.
    pub held: bool,
    /// DHMAD has confirmed it.
    pub tested: bool,
    pub attention: Option<Attention>,
    /// Regenerating it opens the system's dialog.
    pub asks_first: bool,
    /// Where it is used.
    pub places: Vec<PlaceView>,
    /// What the person noted.
    pub note: String,
    pub tags: Vec<String>,
    /// What the person decided for this key alone.
    pub advice: AdviceView,
    /// After how many days its value should be changed, as that or its environment's rule has it; 0 for never.
    pub change_after_days: u32,
    /// The tray offers to copy it.
    pub favourite: bool,
    /// It was switched off for a while, and comes back by itself then.
    pub back_on_at: Option<String>,
    /// An operation on it that is not over.
    pub trouble: Option<TroubleView>,
    /// The rotation that replaces it.
    pub rotation: Option<String>,
    /// The rotation in which it is the successor, or the orphan.
    pub successor_in: Option<String>,
    pub removal: Removal,
}

impl KeyView {
    /// The key as it is shown at `now`.
    pub(crate) fn of(known: &KnownKey, now: Timestamp) -> Self {
        let key = &known.key;
        let prefix = key.prefix.as_ref().map(|prefix| prefix.as_str().to_owned());
        let name =
            if known.name().is_empty() { prefix.clone().unwrap_or_default() } else { shown(known.name()) };
        Self {
            id: key.id.as_str().to_owned(),
            name,
            environment: key.environment.into(),
            prefix,
            status: match key.status {
                keys::Status::Active => Status::Active,
                keys::Status::Inactive => Status::Inactive,
                keys::Status::Unknown => Status::Unknown,
            },
            last_use: key.last_use.into(),
            created_at: key.created_at.map(|at| at.to_string()),
            changed_at: known.change.map(|change| change.at.to_string()),
            changed_by: known.change.map(|change| change.by.into()),
            first_seen: known.first_seen.to_string(),
            off_since: known.off_since.map(|at| at.to_string()),
            expires_at: key.expires_at.map(|at| at.to_string()),
            rate_limit: key.rate_limit,
            held: known.held.is_some(),
            tested: known.tested,
            attention: None,
            asks_first: asks_first(known, now),
            places: Vec::new(),
            note: String::new(),
            tags: Vec::new(),
            advice: AdviceView::default(),
            change_after_days: 0,
            favourite: false,
            back_on_at: None,
            trouble: None,
            rotation: None,
            successor_in: None,
            removal: Removal::StillOn,
        }
    }
}

impl From<Finding> for Attention {
    fn from(finding: Finding) -> Self {
        let whole = |days: i64| u32::try_from(days).unwrap_or(u32::MAX);
        match finding {
            Finding::ReplacedElsewhere { at } => Self::ReplacedElsewhere { at: at.to_string() },
            Finding::Expired { at } => Self::Expired { at: at.to_string() },
            Finding::UsedThoughOff { at } => Self::UsedThoughOff { at: at.to_string() },
            Finding::UsedAgain { at, silent } => {
                Self::UsedAgain { at: at.to_string(), silent: whole(silent) }
            }
            Finding::RotationWaits { step } => Self::RotationWaits { step: step.into() },
            Finding::Expires { days, at } => Self::Expires { days: whole(days), at: at.to_string() },
            Finding::NeverUsed { days } => Self::NeverUsed { days: whole(days) },
            Finding::Unused { days } => Self::Unused { days: whole(days) },
            Finding::Stale { days, since } => Self::Stale {
                days: whole(days),
                since: match since {
                    reminders::Since::Created => Since::Created,
                    reminders::Since::Changed => Since::Changed,
                },
            },
        }
    }
}

/// What a list covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ScopeView {
    All,
    Known,
}

/// The list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct KeyListView {
    pub keys: Vec<KeyView>,
    pub scope: ScopeView,
    pub checked_at: Option<String>,
    /// Older than 48 hours: nothing alarms.
    pub stale: bool,
    pub unreadable: u32,
    /// By so many minutes this computer's clock is ahead of DHMAD's; absent unless it is wrong.
    pub clock_minutes_ahead: Option<i32>,
    /// Keys on their way that no row stands for yet.
    pub making: Vec<TroubleView>,
    /// The refresh failed; what is shown is the last known list.
    pub problem: Option<IpcError>,
}

/// When a list is shown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Now {
    /// By this computer's clock.
    pub(crate) ours: Timestamp,
    /// How far DHMAD's is ahead of it, if known.
    pub(crate) clock_off: Option<SignedDuration>,
}

impl KeyListView {
    /// The list as it is shown at `now`; stale once older than `stale_after`.
    pub(crate) fn of(listing: &Listing, now: Now, stale_after: std::time::Duration) -> Self {
        let age = listing.checked_at.map(|at| now.ours.duration_since(at));
        let theirs = keys::by_dhmads_clock(now.ours, now.clock_off);
        let ahead = now.clock_off.filter(|off| keys::is_wrong(*off)).map(|off| -off.as_mins());
        Self {
            keys: listing.keys.iter().map(|known| KeyView::of(known, theirs)).collect(),
            scope: match listing.scope {
                Scope::All => ScopeView::All,
                Scope::Known => ScopeView::Known,
            },
            checked_at: listing.checked_at.map(|at| at.to_string()),
            stale: age.is_some_and(|age| age.unsigned_abs() > stale_after),
            unreadable: listing.unreadable,
            clock_minutes_ahead: ahead.map(|minutes| {
                i32::try_from(minutes).unwrap_or(if minutes < 0 { i32::MIN } else { i32::MAX })
            }),
            making: Vec::new(),
            problem: None,
        }
    }
}
