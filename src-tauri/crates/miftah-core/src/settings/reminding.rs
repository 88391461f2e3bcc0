//! What to speak up about, when and how.

use crate::ports::{Store, StoreError};
use crate::reminders::{Manners, Policy};

/// The settings of reminders and of the background.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminding {
    /// After how long something is worth a word.
    pub policy: Policy,
    /// When and how notifications may speak.
    pub manners: Manners,
    /// The app goes on when its window is closed.
    pub background: bool,
    /// It starts with the session, without a window.
    pub autostart: bool,
}

impl Reminding {
    /// As DHMAD's guide advises, in the background, and not started with the session until asked.
    pub const fn usual() -> Self {
        Self { policy: Policy::usual(), manners: Manners::usual(), background: true, autostart: false }
    }
}

/// Why the settings stay as they were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RemindingError {
    /// A number of days is not between 1 and 3,650.
    #[error("a number of days is out of bounds")]
    OutOfBounds,
    /// The store could not be used.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Keeps these in place of those before.
pub fn save_reminding(store: &dyn Store, reminding: Reminding) -> Result<(), RemindingError> {
    if !reminding.policy.in_bounds() {
        return Err(RemindingError::OutOfBounds);
    }
    Ok(store.save_settings(&crate::settings::Settings { reminding, ..store.settings()? })?)
}
