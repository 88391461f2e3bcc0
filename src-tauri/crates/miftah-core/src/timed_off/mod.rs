//! Switching a key off for a while: it comes back by itself, so that a person can see whether anything misses it.
//!
//! The way back is written down before the key is switched off: a crash in between switches a key on that is on already.
//! Not here: the dialog, and what keeps the computer awake.

mod arm;
mod tend;

pub use arm::{ArmError, arm, may_arm};
pub use tend::{Tended, call_off, tend};

use jiff::Timestamp;

use crate::keys::{AccountId, KeyId, KeyPrefix};

/// Where a timed switch-off stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The switch-off is on its way, or was when the app ended.
    Arming,
    /// The key is off and comes back.
    Off,
}

/// A key that comes back by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimedOff {
    /// The account.
    pub account: AccountId,
    /// The key.
    pub key: KeyId,
    /// What the person was shown: another value is not switched on in its place.
    pub prefix: Option<KeyPrefix>,
    /// When it was switched off, by this computer's clock.
    pub off_at: Timestamp,
    /// When it is switched on again, by this computer's clock.
    pub on_at: Timestamp,
    /// Where it stands.
    pub stage: Stage,
}
