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
    /// The person chose to rotate safely instead.
    Rotating,
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
    Works {
        at: String,
    },
    NotTested {
        why: UntestedWhy,
    },
    Refused,
    /// DHMAD answered for another key.
    Mismatch,
}

/// Where a new key rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum KeptWhere {
    Keychain,
    /// Sealed on this computer until the keychain takes it.
    Sealed,
    /// In memory alone.
    Nowhere,
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
        /// It did not exist before: no old key stopped.
        made: bool,
        on_clipboard: bool,
        kept: KeptWhere,
        keychain_name: Option<String>,
        check: CheckView,
    },
    Cancelled {
        why: CancelledWhy,
    },
    /// Nothing was carried out: the old key works.
    Failed {
        error: IpcError,
        old_prefix: Option<String>,
    },
    /// Whether it was carried out is being found out: the key's trouble tells.
    Unknown {
        old_prefix: Option<String>,
    },
}

impl RegenerateState {
    /// Whether nothing more will happen by itself.
    pub(crate) fn is_over(&self) -> bool {
        matches!(
            self,
            Self::Done { .. } | Self::Cancelled { .. } | Self::Failed { .. } | Self::Unknown { .. }
        )
    }
}

/// A regenerate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RegenerateEvent {
    pub operation: String,
    pub key_id: String,
    /// The key leaked: its places come first.
    pub leaked: bool,
    pub state: RegenerateState,
}

impl From<miftah_core::rotation::Check> for CheckView {
    fn from(check: miftah_core::rotation::Check) -> Self {
        use miftah_core::rotation::Check;
        match check {
            Check::Works { at } => Self::Works { at: at.to_string() },
            Check::NotTested(why) => Self::NotTested { why: why.into() },
            Check::Refused => Self::Refused,
            Check::Mismatch => Self::Mismatch,
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

impl From<miftah_core::rotation::Kept> for KeptWhere {
    fn from(kept: miftah_core::rotation::Kept) -> Self {
        use miftah_core::rotation::Kept;
        match kept {
            Kept::Keychain => Self::Keychain,
            Kept::Sealed => Self::Sealed,
            Kept::Nowhere => Self::Nowhere,
        }
    }
}
