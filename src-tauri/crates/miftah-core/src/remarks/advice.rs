//! After how long something about one key is worth a word, where that differs from its environment's rule.

use super::Remark;
use crate::keys::KnownKey;
use crate::ports::{Ports, StoreError};

/// What the person decided for one key and one of the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Advice {
    /// Nothing: as for every key.
    #[default]
    Usual,
    /// After so many days.
    After(u32),
    /// Never for this key.
    Never,
}

/// The most days that can be chosen: ten years.
pub const MOST_DAYS: u32 = 3_650;

impl Advice {
    /// From a number of days; 0 for never, `None` for as usual.
    pub fn of_days(days: Option<u32>) -> Self {
        match days {
            None => Self::Usual,
            Some(0) => Self::Never,
            Some(days) => Self::After(days),
        }
    }

    /// In days; 0 for never, `None` for as usual.
    pub fn days(self) -> Option<u32> {
        match self {
            Self::Usual => None,
            Self::After(days) => Some(days),
            Self::Never => Some(0),
        }
    }

    /// The days that hold for the key, where `usual` holds for its environment. `None` is never.
    pub fn or(self, usual: Option<u32>) -> Option<u32> {
        match self {
            Self::Usual => usual,
            Self::After(days) => Some(days),
            Self::Never => None,
        }
    }
}

/// What the person decided for one key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct KeyAdvice {
    /// For a key that was never used.
    pub never_used: Advice,
    /// For one that nothing has used for long.
    pub unused: Advice,
    /// For one whose value is old.
    pub stale: Advice,
}

impl KeyAdvice {
    /// As for every key, but for when its value should be changed.
    pub fn stale(stale: Advice) -> Self {
        Self { stale, ..Self::default() }
    }

    fn in_bounds(&self) -> bool {
        [self.never_used, self.unused, self.stale]
            .into_iter()
            .all(|advice| !matches!(advice, Advice::After(days) if !(1..=MOST_DAYS).contains(&days)))
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
pub fn advise(ports: &Ports, known: &KnownKey, advice: KeyAdvice) -> Result<(), AdviceError> {
    if !advice.in_bounds() {
        return Err(AdviceError::OutOfBounds);
    }
    Ok(ports.store.save_remark(&Remark { advice, ..Remark::of(ports, known)? })?)
}

/// Puts a key among those that the tray offers to copy, or takes it off them.
pub fn favour(ports: &Ports, known: &KnownKey, favourite: bool) -> Result<(), StoreError> {
    ports.store.save_remark(&Remark { favourite, ..Remark::of(ports, known)? })
}
