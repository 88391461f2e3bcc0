//! What a year came to.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp, Zoned};
use miftah_core::reminders::Kind;

use super::told::Said;

/// Counted along the way.
#[derive(Default)]
pub(super) struct Figures {
    pub(super) rounds: usize,
    pub(super) checks: usize,
    before: BTreeSet<Said>,
    /// How often each finding began.
    pub(super) began: BTreeMap<Kind, usize>,
}

impl Figures {
    pub(super) fn see(&mut self, found: &BTreeSet<Said>) {
        for (_, kind) in found.difference(&self.before) {
            *self.began.entry(*kind).or_default() += 1;
        }
        self.before.clone_from(found);
    }
}

/// The mean of a day, and the most in any 24 hours.
pub(super) fn a_day(asked: &[Timestamp], days: usize) -> (f64, usize) {
    let day = SignedDuration::from_hours(24);
    let mut most = 0;
    for (first, began) in asked.iter().enumerate() {
        let within = asked[first..].iter().take_while(|at| at.duration_since(*began) < day).count();
        most = most.max(within);
    }
    let counts = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    (counts(asked.len()) / counts(days), most)
}

/// Two summaries are of two days where the person is then, and 20 hours apart.
pub(super) fn assert_apart(digests: &[Zoned]) {
    for (before, after) in digests.iter().zip(digests.iter().skip(1)) {
        let there = before.with_time_zone(after.time_zone().clone());
        assert_ne!(there.date(), after.date());
        assert!(after.duration_since(before) >= SignedDuration::from_hours(20), "{before} and {after}");
    }
}
