//! What is worth a word about a key, what the person put off of it, and what a notification may say when.
//!
//! The rules are pure and go by what is known: missing data says nothing. Not here: when DHMAD is asked (`background`),
//! and how a notification is shown.

mod again;
mod answer;
mod digest;
mod due;
mod facts;
mod finding;
mod inbox;
mod kind;
mod manners;
mod off;
mod policy;
mod tell;

pub use again::used_again;
pub use answer::{AnswerError, dismiss, restore, snooze};
pub use digest::{Telling, due_to_tell};
pub use due::next_due;
pub use facts::{Facts, facts};
pub use finding::{Finding, Reminder, Severity, Since, foremost, reminders};
pub use inbox::{Inbox, Item, inbox};
pub use kind::{Kind, Mark, Put, Reason};
pub use manners::{Manners, Quiet};
pub use off::used_though_off;
pub use policy::{Policy, Thresholds};
pub use tell::{last_digest, note_told, take_back, to_tell};

use jiff::{SignedDuration, Timestamp};

use crate::keys::{KnownKey, LastUse};
use crate::rotation::safe::Waits;
use crate::usage::{OwnCall, UsageSample, latest_possible_use};

/// What the rules go by.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// The key, its last use without Miftah's own calls.
    pub known: &'a KnownKey,
    /// What the checks said of its use, in any order.
    pub samples: &'a [UsageSample],
    /// Miftah's own calls with it.
    pub own_calls: &'a [OwnCall],
    /// What the rotation that replaces it waits for.
    pub rotation: Option<Waits>,
}

impl Seen<'_> {
    /// When DHMAD was last heard of the key, by its own clock where that is known.
    fn heard(&self, now: Timestamp) -> Timestamp {
        let checks = self.samples.iter().map(|sample| sample.at).filter(|at| *at <= now);
        checks.max().unwrap_or(self.known.seen_at).min(now)
    }

    fn latest_possible_use(&self, now: Timestamp) -> LastUse {
        latest_possible_use(self.known, self.samples, self.own_calls, now)
    }
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
