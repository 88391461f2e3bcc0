//! Where the computer is, when it sleeps, and what stands between it and DHMAD.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::dice::Dice;
use super::keys::YEAR;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// What a call meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    Offline,
    Down,
    TooMany(Option<u64>),
    /// It is carried out, and the answer gets lost.
    Lost,
}

/// From when, until when.
type Span = (Timestamp, Timestamp);

/// The year around the computer.
pub(super) struct Surroundings {
    start: Timestamp,
    sleeps: Vec<Span>,
    troubles: Vec<(Span, Trouble)>,
    zones: Vec<(Timestamp, TimeZone)>,
}

impl Surroundings {
    pub(super) fn of(seed: u64, start: Timestamp) -> Self {
        let mut dice = Dice::new(seed ^ 0xFACE);
        let moment = |seconds: i64| start + SignedDuration::from_secs(seconds);
        let mut sleeps = Vec::new();
        for day in 0..YEAR {
            // Nights, half of the weekends, three weeks of holidays, and a nap now and then.
            sleeps.push((moment(day * DAY + 22 * HOUR), moment(day * DAY + dice.between(29, 32) * HOUR)));
            if day % 7 == 5 && dice.one_in(2) {
                sleeps.push((moment(day * DAY), moment((day + 2) * DAY + 8 * HOUR)));
            }
            if dice.one_in(3) {
                let from = day * DAY + dice.between(9, 18) * HOUR;
                sleeps.push((moment(from), moment(from + dice.between(3, 180) * 60)));
            }
        }
        sleeps.push((moment(200 * DAY), moment(221 * DAY)));
        let mut troubles = Vec::new();
        for _ in 0..90 {
            let from = dice.between(0, YEAR * 24) * HOUR + dice.between(0, 59) * 60;
            let (trouble, lasts) = match dice.between(0, 9) {
                0..=3 => (Trouble::Offline, dice.between(5, 40 * 60)),
                4..=6 => (Trouble::Down, dice.between(5, 10 * 60)),
                7 => (Trouble::TooMany(dice.one_in(2).then_some(1800)), dice.between(5, 120)),
                _ => (Trouble::Lost, dice.between(60, 600)),
            };
            troubles.push(((moment(from), moment(from + lasts * 60)), trouble));
        }
        // One that lasts longer than anything that is known stays new.
        troubles.push(((moment(120 * DAY), moment(124 * DAY)), Trouble::Offline));
        let zones = [
            (0, "CET-1"),
            (60, "JST-9"),
            (74, "CET-1CEST,M3.5.0,M10.5.0/3"),
            (150, "PST8PDT,M3.2.0,M11.1.0"),
            (157, "CET-1"),
            (240, "<+1245>-12:45"),
            (241, "PST8PDT,M3.2.0,M11.1.0"),
            (242, "CET-1CEST,M3.5.0,M10.5.0/3"),
        ];
        let zone =
            |(day, name): (i64, &str)| Some((moment(day * DAY + 13 * HOUR), TimeZone::posix(name).ok()?));
        Self { start, sleeps, troubles, zones: zones.into_iter().filter_map(zone).collect() }
    }

    pub(super) fn end(&self) -> Timestamp {
        self.start + SignedDuration::from_secs(YEAR * DAY)
    }

    /// When the computer wakes, if it sleeps then.
    pub(super) fn wakes(&self, at: Timestamp) -> Option<Timestamp> {
        self.sleeps.iter().filter(|(from, to)| *from <= at && at < *to).map(|(_, to)| *to).max()
    }

    pub(super) fn trouble(&self, at: Timestamp) -> Option<Trouble> {
        let holds = |((from, to), _): &&(Span, Trouble)| *from <= at && at < *to;
        self.troubles.iter().find(holds).map(|(_, trouble)| *trouble)
    }

    pub(super) fn zone(&self, at: Timestamp) -> TimeZone {
        let there = self.zones.iter().rev().find(|(from, _)| *from <= at);
        there.map_or(TimeZone::UTC, |(_, zone)| zone.clone())
    }
}
