//! How a key stands, for a walk in guided mode.

use miftah_core::guided::Standing;
use serde::Serialize;
use specta::Type;

/// What DHMAD says of a key that the person switched on the portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StandingView {
    Accepted,
    Refused,
    /// Only the person's word is there.
    NotHeld,
}

impl From<Standing> for StandingView {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Accepted => Self::Accepted,
            Standing::Refused => Self::Refused,
            Standing::NotHeld => Self::NotHeld,
        }
    }
}
