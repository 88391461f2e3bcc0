//! Whatever happens: one check at a time, twelve in any 24 hours, and none while DHMAD wants to be left alone.

use std::time::Duration;

use proptest::prelude::*;

use super::super::{Ended, Poke, Schedule};
use super::{START, fresh};

#[derive(Debug, Clone, Copy)]
enum Event {
    /// So many seconds pass; then a check begins if one is due.
    Wait(u64),
    Poke(Poke),
    Ends(Ended, f64),
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let poke = prop_oneof![
        1 => Just(Poke::Asked),
        1 => Just(Poke::Resumed),
        1 => Just(Poke::NetworkBack),
        3 => Just(Poke::Opened),
    ];
    let limited =
        proptest::option::of((0_u64..20_000).prop_map(Duration::from_secs)).prop_map(Ended::RateLimited);
    let ended = prop_oneof![4 => Just(Ended::Checked), 4 => Just(Ended::Failed), 1 => Just(Ended::Skipped), 1 => limited];
    let event = prop_oneof![
        4 => (0_u64..1_500).prop_map(Event::Wait),
        1 => (0_u64..40_000).prop_map(Event::Wait),
        3 => poke.prop_map(Event::Poke),
        4 => (ended, 0.0..1.0_f64).prop_map(|(how, jitter)| Event::Ends(how, jitter)),
    ];
    proptest::collection::vec(event, 0..300)
}

/// What really happened, kept apart from the plan.
#[derive(Default)]
struct Truth {
    /// When checks that were not asked for and asked something began.
    own: Vec<Duration>,
    runs: Option<(Duration, bool)>,
    asked: bool,
    not_before: Duration,
}

impl Truth {
    fn begins(&mut self, schedule: &mut Schedule, now: Duration) -> Result<(), TestCaseError> {
        prop_assert!(self.runs.is_none(), "two at once");
        prop_assert!(now >= self.not_before, "DHMAD said not before");
        schedule.begin(now);
        self.runs = Some((now, std::mem::take(&mut self.asked)));
        Ok(())
    }

    fn ends(&mut self, how: Ended, now: Duration) -> Result<(), TestCaseError> {
        let Some((began, asked)) = self.runs.take() else { return Ok(()) };
        if let Ended::RateLimited(wait) = how {
            self.not_before = now + wait.unwrap_or_default();
        }
        if !asked && how != Ended::Skipped {
            self.own.push(began);
        }
        let day = Duration::from_hours(24);
        let within = self.own.iter().filter(|begun| began.saturating_sub(**begun) < day).count();
        prop_assert!(within <= 12, "{} checks in 24 hours", within);
        Ok(())
    }
}

proptest! {
    #[test]
    fn any_sequence_keeps_the_bounds(events in events()) {
        let (mut schedule, mut truth, mut now) = (fresh(), Truth::default(), START);
        for event in events {
            match event {
                Event::Wait(seconds) => {
                    now += Duration::from_secs(seconds);
                    if schedule.is_due(now) {
                        truth.begins(&mut schedule, now)?;
                    }
                }
                Event::Poke(why) => {
                    truth.asked |= why == Poke::Asked && truth.runs.is_none();
                    schedule.poke(why, now);
                }
                Event::Ends(how, jitter) => {
                    truth.ends(how, now)?;
                    schedule.ended(how, now, jitter);
                }
            }
            prop_assert!(schedule.is_running() == truth.runs.is_some());
            // It never stands still: there is a next check within a day of what holds it back.
            let held = truth.not_before.max(now) + Duration::from_hours(25);
            prop_assert!(schedule.is_running() || schedule.next() <= held);
        }
    }
}
