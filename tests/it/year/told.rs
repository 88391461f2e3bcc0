//! What may be told when, and what must be: kept apart from what Miftah remembers of it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Time;
use jiff::{SignedDuration, Timestamp, Zoned};
use miftah_core::reminders::Kind;

const DAY: SignedDuration = SignedDuration::from_hours(24);
pub(super) const DIGEST_AT: Time = Time::constant(9, 0, 0, 0);
pub(super) const QUIET: (Time, Time) = (Time::constant(21, 0, 0, 0), Time::constant(7, 0, 0, 0));

/// A key and what is said of it.
pub(super) type Said = (usize, Kind);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    SnoozedUntil(Timestamp),
    Dismissed,
}

/// What was told and answered, each on its occasion.
#[derive(Default)]
pub(super) struct Told {
    /// The occasion, and when it was told last.
    at: BTreeMap<Said, (Timestamp, Timestamp)>,
    answered: BTreeMap<Said, (Timestamp, Answer)>,
    pub(super) digests: Vec<Zoned>,
    pub(super) urgent: usize,
    /// Told again by rule.
    pub(super) again: usize,
}

impl Told {
    pub(super) fn answer(&mut self, said: Said, occasion: Timestamp, answer: Answer) {
        self.answered.insert(said, (occasion, answer));
    }

    fn answer_to(&self, said: Said, occasion: Timestamp) -> Option<Answer> {
        self.answered.get(&said).filter(|(of, _)| *of == occasion).map(|(_, answer)| *answer)
    }

    /// Whether it waits, and is not put off.
    pub(super) fn waits(&self, said: Said, occasion: Timestamp, now: Timestamp) -> bool {
        match self.answer_to(said, occasion) {
            None => true,
            Some(Answer::SnoozedUntil(until)) => until <= now,
            Some(Answer::Dismissed) => false,
        }
    }

    fn is_new(&self, said: Said, occasion: Timestamp, urgent: bool, now: Timestamp) -> bool {
        let Some((_, told)) = self.at.get(&said).filter(|(of, _)| *of == occasion) else { return true };
        let snoozed =
            matches!(self.answer_to(said, occasion), Some(Answer::SnoozedUntil(until)) if *told < until);
        snoozed || (!urgent && now.duration_since(*told) >= DAY * 7)
    }

    /// What must be told now: urgent ones, and what one summary names.
    pub(super) fn due(
        &self,
        waiting: &BTreeMap<Said, Timestamp>,
        is_urgent: impl Fn(Said) -> bool,
        now: &Zoned,
    ) -> (BTreeSet<Said>, BTreeSet<Said>) {
        let ours = now.timestamp();
        let new = waiting
            .iter()
            .filter(|(said, occasion)| self.is_new(**said, **occasion, is_urgent(**said), ours));
        let (urgent, rest): (BTreeSet<Said>, BTreeSet<Said>) =
            new.map(|(said, _)| *said).partition(|said| is_urgent(*said));
        let quiet = now.time() >= QUIET.0 || now.time() < QUIET.1;
        let another_day = self.digests.last().is_none_or(|last| {
            let there = last.with_time_zone(now.time_zone().clone());
            there.date() != now.date() && now.duration_since(last) >= SignedDuration::from_hours(20)
        });
        let open = !quiet && now.time() >= DIGEST_AT && another_day;
        (urgent, if open { rest } else { BTreeSet::new() })
    }

    pub(super) fn tell(
        &mut self,
        said: &BTreeSet<Said>,
        waiting: &BTreeMap<Said, Timestamp>,
        now: Timestamp,
    ) {
        for said in said {
            if let Some(occasion) = waiting.get(said) {
                let before = self.at.insert(*said, (*occasion, now));
                self.again += usize::from(before.is_some_and(|(of, _)| of == *occasion));
            }
        }
    }
}
