//! What is worth a word about a key: a pure rule over what is known. Missing data says nothing.
//!
//! Not here: when to look, how a reminder reaches the person, what they put off.

mod due;
mod finding;
mod off;
mod policy;

pub use due::next_due;
pub use finding::{Finding, Reminder, Severity, Since, foremost, reminders};
pub use off::used_though_off;
pub use policy::{Policy, Thresholds};

use jiff::{SignedDuration, Timestamp};

use crate::keys::KnownKey;
use crate::usage::{OwnCall, UsageSample};

/// What the rules go by.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// The key, its last use without Miftah's own calls.
    pub known: &'a KnownKey,
    /// What the checks said of its use, in any order.
    pub samples: &'a [UsageSample],
    /// Miftah's own calls with it.
    pub own_calls: &'a [OwnCall],
}

const DAY: i64 = 24 * 3600;
/// An expiry is told from 14 days before, and again from 7 and from 1.
const BEFORE_EXPIRY: [i64; 3] = [14, 7, 1];

/// So many days of 24 hours after a moment: no time zone and no summer time moves a date.
fn after(moment: Timestamp, days: i64) -> Option<Timestamp> {
    moment.checked_add(SignedDuration::from_secs(days.checked_mul(DAY)?)).ok()
}

#[cfg(test)]
mod tests;
