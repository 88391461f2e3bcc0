//! One summary a day, and what may break in.

use jiff::civil::{Time, date, time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan, Zoned};

use super::super::{DAY, Inbox, Manners, Put, Quiet, Telling, due_to_tell, inbox};
use super::samples::{facts, used};
use super::{at, key};
use crate::keys::sample::now;

const TUNIS: &str = "CET-1";
const PARIS: &str = "CET-1CEST,M3.5.0,M10.5.0/3";
const TOKYO: &str = "JST-9";
const LOS_ANGELES: &str = "PST8PDT,M3.2.0,M11.1.0";

fn zone(posix: &str) -> TimeZone {
    TimeZone::posix(posix).unwrap()
}

fn local(posix: &str, year: i16, month: i8, day: i8, at: Time) -> Zoned {
    date(year, month, day).to_datetime(at).to_zoned(zone(posix)).unwrap()
}

fn at_hour(hour: i8) -> Time {
    time(hour, 0, 0, 0)
}

/// One key unused for sixty days.
fn waiting(told: Option<Timestamp>, put: Option<Put>) -> Inbox {
    let mut waiting = inbox(&[facts("k1", key(80 * DAY, used(60))).unwrap()], &[], now(), now());
    (waiting.open[0].told, waiting.open[0].put) = (told, put);
    waiting
}

/// One key that stops working within a day.
fn urgent(told: Option<Timestamp>) -> Inbox {
    let mut known = key(10 * DAY, used(0));
    known.key.expires_at = Some(at(-DAY / 2));
    let mut urgent = inbox(&[facts("k2", known).unwrap()], &[], now(), now());
    urgent.open[0].told = told;
    urgent
}

/// The moments of the summaries over some hours, where something new waits at all of them. The person may move.
fn digests(from: &Zoned, hours: i32, manners: &Manners, zone_at: impl Fn(i32) -> TimeZone) -> Vec<Zoned> {
    let waiting = waiting(None, None);
    let (mut last, mut told) = (None, Vec::new());
    for hour in 0..hours {
        let now = (from.timestamp() + hour.hours()).to_zoned(zone_at(hour));
        for telling in due_to_tell(&waiting, last, manners, &now) {
            assert!(matches!(telling, Telling::Digest(_)));
            last = Some(now.timestamp());
            told.push(now.clone());
        }
    }
    told
}

/// Two summaries are of two days, and 20 hours apart.
#[track_caller]
fn check_apart(told: &[Zoned]) {
    for (before, after) in told.iter().zip(told.iter().skip(1)) {
        assert!(after.duration_since(before) >= SignedDuration::from_hours(20), "{before} and {after}");
        assert_ne!(
            before.with_time_zone(after.time_zone().clone()).date(),
            after.date(),
            "{before} and {after}"
        );
    }
}

#[test]
fn one_a_day_at_its_hour() {
    let told = digests(&local(TUNIS, 2026, 11, 23, at_hour(0)), 10 * 24, &Manners::usual(), |_| zone(TUNIS));
    assert_eq!(told.len(), 10);
    assert!(told.iter().all(|at| at.hour() == 9), "{told:?}");
}

#[test]
fn not_before_its_minute() {
    let manners = Manners { digest_at: time(9, 30, 0, 0), ..Manners::usual() };
    for (at, told) in [(time(9, 29, 59, 0), 0), (time(9, 30, 0, 0), 1)] {
        let now = local(TUNIS, 2026, 11, 23, at);
        assert_eq!(due_to_tell(&waiting(None, None), None, &manners, &now).len(), told, "{at}");
    }
}

#[test]
fn a_day_of_23_or_25_hours_has_one() {
    for (month, day) in [(3, 27), (10, 23)] {
        let told =
            digests(&local(PARIS, 2026, month, day, at_hour(0)), 5 * 24, &Manners::usual(), |_| zone(PARIS));
        assert_eq!(told.len(), 5);
        assert!(told.iter().all(|at| at.hour() == 9), "{told:?}");
    }
}

#[test]
fn a_journey_makes_a_day_longer_and_not_two_of_it() {
    for (home, away) in [(TOKYO, LOS_ANGELES), (LOS_ANGELES, TOKYO)] {
        for leaves in 1..60 {
            let from = local(home, 2026, 11, 23, at_hour(0));
            let told = digests(&from, 8 * 24, &Manners::usual(), |hour| {
                zone(if hour < leaves || hour > leaves + 80 { home } else { away })
            });
            check_apart(&told);
            assert!(told.len() >= 6, "left after {leaves} h: {told:?}");
        }
    }
}

#[test]
fn somebody_who_moves_every_day_is_told_no_more_often() {
    let zones = [TUNIS, TOKYO, LOS_ANGELES, PARIS];
    let told = digests(&local(TUNIS, 2026, 3, 1, at_hour(0)), 60 * 24, &Manners::usual(), |hour| {
        zone(zones[usize::try_from(hour / 7).unwrap() % zones.len()])
    });
    check_apart(&told);
    assert!(told.len() > 30, "{}", told.len());
}

#[test]
fn quiet_hours_put_a_summary_off_and_an_urgent_one_breaks_in_once() {
    let quiet = Some(Quiet { from: at_hour(8), to: at_hour(11) });
    let manners = Manners { quiet, ..Manners::usual() };
    let told = digests(&local(TUNIS, 2026, 11, 23, at_hour(0)), 3 * 24, &manners, |_| zone(TUNIS));
    assert_eq!(told.iter().map(Zoned::hour).collect::<Vec<_>>(), [11, 11, 11]);
    let night = local(TUNIS, 2026, 11, 23, at_hour(8));
    let (fresh, told) = (urgent(None), urgent(Some(night.timestamp())));
    assert!(matches!(*due_to_tell(&fresh, None, &manners, &night), [Telling::Urgent(_)]));
    for hours in [0, 1, 24 * 7, 24 * 30] {
        let later = night.checked_add(hours.hours()).unwrap();
        assert_eq!(due_to_tell(&told, None, &manners, &later), [], "{hours} h later");
    }
}

#[test]
fn what_stands_is_told_again_after_seven_days() {
    let told = local(TUNIS, 2026, 11, 2, at_hour(10)).timestamp();
    let manners = Manners::usual();
    for (seconds, expected) in [(7 * DAY - 1, 0), (7 * DAY, 1)] {
        let now = (told + SignedDuration::from_secs(seconds)).to_zoned(zone(TUNIS));
        let tellings = due_to_tell(&waiting(Some(told), None), Some(told), &manners, &now).len();
        assert_eq!(tellings, expected, "{seconds} s later");
    }
}

#[test]
fn what_was_put_off_is_told_again_when_it_comes_back() {
    let told = local(TUNIS, 2026, 11, 2, at_hour(10)).timestamp();
    let until = told + SignedDuration::from_secs(2 * DAY);
    let telling = |told, now: Timestamp| {
        let waiting = waiting(Some(told), Some(Put::Until(until)));
        due_to_tell(&waiting, Some(told), &Manners::usual(), &now.to_zoned(zone(TUNIS))).len()
    };
    assert_eq!(telling(told, until), 1);
    assert_eq!(telling(until, until + SignedDuration::from_secs(2 * DAY)), 0, "once");
}

#[test]
fn old_data_is_never_told() {
    let now = local(TUNIS, 2026, 11, 23, at_hour(12));
    for mut inbox in [waiting(None, None), urgent(None)] {
        assert_eq!(due_to_tell(&inbox, None, &Manners::usual(), &now).len(), 1);
        inbox.open[0].old = true;
        assert_eq!(due_to_tell(&inbox, None, &Manners::usual(), &now), []);
    }
}

#[test]
fn a_clock_turned_by_ten_years_brings_one_summary_and_no_more() {
    let start = local(TUNIS, 2026, 11, 23, at_hour(10));
    for years in [10, -10] {
        let jumped = start.checked_add(years.years()).unwrap();
        let mut waiting = waiting(Some(start.timestamp()), None);
        let (mut last, mut count) = (Some(start.timestamp()), 0);
        // There for three hours, then put right, until the next day.
        for hour in 1..20 {
            let now = (if hour < 4 { &jumped } else { &start }).checked_add(hour.hours()).unwrap();
            for telling in due_to_tell(&waiting, last, &Manners::usual(), &now) {
                assert!(matches!(telling, Telling::Digest(_)));
                count += 1;
                last = Some(now.timestamp());
            }
            if last == Some(now.timestamp()) {
                waiting.open[0].told = last;
            }
        }
        assert!(count <= 1, "{years} years: {count}");
    }
}

#[test]
fn a_summary_that_a_wrong_clock_dated_does_not_silence_the_days_after() {
    let now = local(TUNIS, 2026, 11, 23, at_hour(10));
    let ahead = |days: i64| Some(now.timestamp() + SignedDuration::from_secs(days * DAY));
    let told = |last| due_to_tell(&waiting(None, None), last, &Manners::usual(), &now).len();
    assert_eq!((told(ahead(3_650)), told(ahead(2)), told(ahead(1))), (1, 1, 0));
}
