//! Waits to the second, and what no sequence of events may bring about.

mod properties;

use std::time::Duration;

use super::{Ended, Poke, Schedule};
use crate::Timings;

const MINUTE: Duration = Duration::from_mins(1);
const HOUR: Duration = Duration::from_hours(1);
/// The app starts late in the uptime of its computer.
const START: Duration = Duration::from_hours(1_000);

fn fresh() -> Schedule {
    Schedule::new(&Timings::product(), START)
}

/// A check that begins and ends at a moment.
fn ends(schedule: &mut Schedule, at: Duration, how: Ended, jitter: f64) {
    schedule.begin(at);
    schedule.ended(how, at, jitter);
}

/// After a first check that went well.
fn checked() -> Schedule {
    let mut schedule = fresh();
    ends(&mut schedule, START, Ended::Checked, 0.5);
    schedule
}

#[test]
fn the_first_check_comes_twenty_seconds_after_the_start() {
    let schedule = fresh();
    assert!(!schedule.is_due(START + Duration::from_millis(19_999)));
    assert!(schedule.is_due(START + Duration::from_secs(20)));
}

#[test]
fn the_next_comes_after_six_hours_give_or_take_a_tenth() {
    for (jitter, minutes) in [(0.0, 324.0), (0.5, 360.0), (1.0, 396.0), (-7.0, 324.0), (7.0, 396.0)] {
        for how in [Ended::Checked, Ended::Skipped] {
            let mut schedule = fresh();
            ends(&mut schedule, START, how, jitter);
            let wait = schedule.next().saturating_sub(START);
            assert!((wait.as_secs_f64() / 60.0 - minutes).abs() < 0.01, "{how:?} {jitter}: {wait:?}");
        }
    }
}

#[test]
fn never_two_at_once() {
    let mut schedule = fresh();
    schedule.begin(START);
    for why in [Poke::Asked, Poke::Resumed, Poke::NetworkBack, Poke::Opened] {
        schedule.poke(why, START + HOUR);
        assert!(!schedule.is_due(START + 100 * HOUR), "{why:?}");
    }
    assert!(schedule.is_running());
    schedule.ended(Ended::Checked, START + HOUR, 0.5);
    assert!(!schedule.is_running() && !schedule.is_due(START + HOUR), "it was the answer to all of them");
}

#[test]
fn the_person_need_not_wait_and_a_computer_that_wakes_only_for_an_hour() {
    for (why, after, due) in [
        (Poke::Asked, MINUTE, true),
        (Poke::Opened, MINUTE, true),
        (Poke::Resumed, 59 * MINUTE, false),
        (Poke::Resumed, HOUR, true),
        (Poke::NetworkBack, 59 * MINUTE, false),
        (Poke::NetworkBack, HOUR, true),
    ] {
        let mut schedule = checked();
        schedule.poke(why, START + after);
        assert_eq!(schedule.is_due(START + after), due, "{why:?} after {after:?}");
    }
}

#[test]
fn what_was_opened_while_a_check_found_it_shut_brings_another() {
    for (how, due) in [(Ended::Skipped, true), (Ended::Checked, false)] {
        let mut schedule = fresh();
        schedule.begin(START);
        schedule.poke(Poke::Opened, START);
        schedule.ended(how, START + MINUTE, 0.5);
        assert_eq!(schedule.is_due(START + MINUTE), due, "{how:?}");
    }
}

#[test]
fn failures_wait_twice_as_long_each_time_and_no_longer_than_usual() {
    let mut schedule = checked();
    let mut now = START;
    for minutes in [2, 4, 8, 16, 32, 64, 128, 256, 360, 360] {
        now = schedule.next();
        ends(&mut schedule, now, Ended::Failed, 0.5);
        assert_eq!(schedule.next().saturating_sub(now), minutes * MINUTE);
    }
    now += 48 * HOUR;
    ends(&mut schedule, now, Ended::Checked, 0.5);
    ends(&mut schedule, now, Ended::Failed, 0.5);
    assert_eq!(schedule.next(), now + 2 * MINUTE, "an answer ends it");
}

#[test]
fn dhmad_is_left_alone_for_as_long_as_it_says() {
    for (wait, minutes) in [(Some(3 * HOUR), 180), (None, 15)] {
        let mut schedule = fresh();
        ends(&mut schedule, START, Ended::RateLimited(wait), 0.5);
        let before = START + minutes * MINUTE;
        for why in [Poke::Asked, Poke::Resumed, Poke::NetworkBack, Poke::Opened] {
            schedule.poke(why, START + MINUTE);
            assert!(!schedule.is_due(before.saturating_sub(MINUTE)), "{why:?}");
        }
        assert!(schedule.is_due(before), "then at once, since it was asked for");
    }
    let mut schedule = fresh();
    ends(&mut schedule, START, Ended::RateLimited(Some(Duration::MAX)), 0.5);
    assert!(!schedule.is_due(START + 100_000 * HOUR));
}

#[test]
fn twelve_in_a_day_and_the_thirteenth_when_the_first_is_a_day_old() {
    let mut schedule = fresh();
    for minute in 0..12 {
        schedule.poke(Poke::Opened, START + minute * MINUTE);
        assert!(schedule.is_due(START + minute * MINUTE), "{minute}");
        ends(&mut schedule, START + minute * MINUTE, Ended::Checked, 0.5);
    }
    schedule.poke(Poke::Opened, START + HOUR);
    assert_eq!(schedule.next(), START + 24 * HOUR);
    // The person may ask all the same; that neither counts nor starts the count anew.
    schedule.poke(Poke::Asked, START + HOUR);
    assert!(schedule.is_due(START + HOUR));
    ends(&mut schedule, START + HOUR, Ended::Checked, 0.5);
    schedule.poke(Poke::Opened, START + 2 * HOUR);
    assert_eq!(schedule.next(), START + 24 * HOUR);
}

#[test]
fn a_check_that_asked_nothing_uses_nothing_up() {
    let mut schedule = fresh();
    for minute in 0..50 {
        schedule.poke(Poke::Opened, START + minute * MINUTE);
        assert!(schedule.is_due(START + minute * MINUTE), "{minute}");
        ends(&mut schedule, START + minute * MINUTE, Ended::Skipped, 0.5);
    }
}

#[test]
fn a_new_start_knows_what_was_before_it() {
    let begun = |hours: &[u32]| -> Vec<Duration> { hours.iter().map(|hours| *hours * HOUR).collect() };
    for (checked, waits) in [
        (Some(59 * MINUTE), 301 * MINUTE),
        (Some(HOUR), Duration::from_secs(20)),
        (None, Duration::from_secs(20)),
    ] {
        let mut schedule = fresh();
        schedule.resume(&[], checked, START);
        assert_eq!(schedule.next(), START + waits, "{checked:?}");
    }
    for (before, waits) in [
        (begun(&[1, 20, 3, 4, 5, 6, 7, 8, 9, 10, 11, 24, 30]), Duration::from_secs(20)),
        (begun(&[1, 20, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]), 4 * HOUR),
        (begun(&[1, 20, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 23]), 4 * HOUR),
    ] {
        let mut schedule = fresh();
        schedule.resume(&before, None, START);
        assert_eq!(schedule.next(), START + waits, "{before:?}");
    }
}
