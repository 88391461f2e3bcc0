//! After how long a key's value should be changed.

use super::Remark;
use crate::keys::KnownKey;
use crate::ports::{Ports, StoreError};

/// What the person decided for a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Advice {
    /// Nothing: as for every key.
    #[default]
    Usual,
    /// After so many days.
    After(u32),
    /// Age is no reason.
    Never,
}

/// As DHMAD's guide advises: every 90 days.
const USUAL_DAYS: u32 = 90;
/// Ten years.
const MOST_DAYS: u32 = 3_650;

impl Advice {
    /// From a number of days; 0 for never.
    pub fn of_days(days: u32) -> Self {
        match days {
            0 => Self::Never,
            USUAL_DAYS => Self::Usual,
            days => Self::After(days),
        }
    }

    /// In days; `None` for never.
    pub fn days(self) -> Option<u32> {
        match self {
            Self::Usual => Some(USUAL_DAYS),
            Self::After(days) => Some(days),
            Self::Never => None,
        }
    }
}

/// Why the advice stays as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AdviceError {
    /// Not between 1 and 3,650 days.
    #[error("the number of days is out of bounds")]
    OutOfBounds,
    /// The store could not be used.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Keeps the advice in place of the one before.
pub fn advise(ports: &Ports, known: &KnownKey, advice: Advice) -> Result<(), AdviceError> {
    if advice.days().is_some_and(|days| !(1..=MOST_DAYS).contains(&days)) {
        return Err(AdviceError::OutOfBounds);
    }
    Ok(ports.store.save_remark(&Remark { advice, ..Remark::of(ports, known)? })?)
}
