//! Where a regenerate stands.

use serde::Serialize;
use specta::Type;

use crate::ipc::errors::IpcError;

/// Why a regenerate ended before anything was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CancelledWhy {
    /// Cancel or Esc during the countdown.
    Person,
    /// Cancel, Esc or the close button of the system's dialog.
    Declined,
    WindowHidden,
    PageGone,
    Suspended,
    SessionLocked,
}

/// Why a key was not tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum UntestedWhy {
    WasInactive,
    WasExpired,
    Offline,
    RateLimited,
    NoAnswer,
}

/// Whether the new key works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum CheckView {
    Checking,
    Works { at: String },
    NotTested { why: UntestedWhy },
    Refused,
}

/// What a failed regenerate did to the old key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Sent {
    /// Nothing: it works.
    No,
    /// Nobody can tell yet.
    Unknown,
    /// It is dead, and the new one did not arrive.
    Lost,
}

/// The step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "step", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub(crate) enum RegenerateState {
    Preparing,
    Countdown {
        seconds_left: u32,
    },
    Asking,
    Sending,
    Done {
        at: String,
        new_prefix: String,
        old_prefix: Option<String>,
        on_clipboard: bool,
        kept: bool,
        keychain_name: Option<String>,
        check: CheckView,
    },
    Cancelled {
        why: CancelledWhy,
    },
    Failed {
        error: IpcError,
        sent: Sent,
        old_prefix: Option<String>,
    },
}

impl RegenerateState {
    /// Whether nothing more will happen by itself.
    pub(crate) fn is_over(&self) -> bool {
        matches!(self, Self::Done { .. } | Self::Cancelled { .. } | Self::Failed { .. })
    }
}

/// A regenerate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RegenerateEvent {
    pub operation: String,
    pub key_id: String,
    pub state: RegenerateState,
}

impl From<miftah_core::rotation::Check> for CheckView {
    fn from(check: miftah_core::rotation::Check) -> Self {
        use miftah_core::rotation::Check;
        match check {
            Check::Works { at } => Self::Works { at: at.to_string() },
            Check::NotTested(why) => Self::NotTested { why: why.into() },
            Check::Refused => Self::Refused,
        }
    }
}

impl From<miftah_core::rotation::Untested> for UntestedWhy {
    fn from(why: miftah_core::rotation::Untested) -> Self {
        use miftah_core::rotation::Untested;
        match why {
            Untested::WasInactive => Self::WasInactive,
            Untested::WasExpired => Self::WasExpired,
            Untested::Offline => Self::Offline,
            Untested::RateLimited => Self::RateLimited,
            Untested::NoAnswer => Self::NoAnswer,
        }
    }
}
