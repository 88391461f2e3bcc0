//! Used, quiet, and not known.

use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::TimeZone;

use super::{Day, days};
use crate::keys::sample::live_key;
use crate::keys::{KnownKey, LastUse, Status};
use crate::usage::{OwnCall, UsageSample};

fn moment(text: &str) -> Timestamp {
    format!("2026-11-{text}:00Z").parse().unwrap()
}

fn known() -> KnownKey {
    live_key(moment("01T00:00"), LastUse::Never)
}

/// A check that named a last use; "" for never.
fn check(at: &str, used: &str) -> UsageSample {
    let known = known();
    let last_use = if used.is_empty() { LastUse::Never } else { LastUse::At(moment(used)) };
    UsageSample {
        account: known.account,
        key: known.key.id,
        at: moment(at),
        last_use,
        status: Status::Active,
    }
}

/// The days from the 10th to the 16th, as letters.
fn drawn(samples: &[UsageSample], own_calls: &[OwnCall], zone: &TimeZone) -> String {
    let days = days(samples, own_calls, (date(2026, 11, 10), date(2026, 11, 16)), zone);
    assert_eq!(days.len(), 7);
    let letter = |day| match day {
        Day::Used => 'u',
        Day::Quiet => 'q',
        Day::NotChecked => '-',
    };
    days.into_iter().map(|(_, day)| letter(day)).collect()
}

#[test]
fn a_check_tells_of_its_use_and_of_the_days_up_to_it() {
    let own = OwnCall {
        account: known().account,
        key: known().key.id,
        from: moment("12T08:00"),
        to: moment("12T08:00"),
    };
    for (samples, own_calls, expected) in [
        (vec![], vec![], "-------"),
        (vec![check("14T10:00", "12T08:00")], vec![], "--uq---"),
        (vec![check("14T10:00", "12T08:00"), check("16T10:00", "15T08:00")], vec![], "--uq-u-"),
        (vec![check("13T10:00", "11T08:00"), check("16T10:00", "11T08:00")], vec![], "-uqqqq-"),
        (vec![check("13T10:00", "")], vec![], "qqq----"),
        (vec![check("14T10:00", "12T08:00")], vec![own], "---q---"),
        (vec![check("14T10:00", "01T08:00")], vec![], "qqqq---"),
        // A use after the check that tells of it, and one that lies in days to come.
        (vec![check("12T10:00", "14T08:00")], vec![], "-------"),
        (vec![check("20T10:00", "18T08:00")], vec![], "-------"),
    ] {
        assert_eq!(drawn(&samples, &own_calls, &TimeZone::UTC), expected, "{samples:?}");
        let mut other = samples;
        other.reverse();
        assert_eq!(drawn(&other, &own_calls, &TimeZone::UTC), expected, "in the other order");
    }
    let unknown = UsageSample { last_use: LastUse::Unknown, ..check("14T10:00", "") };
    assert_eq!(drawn(&[unknown], &[], &TimeZone::UTC), "-------");
}

#[test]
fn a_day_is_one_of_the_persons() {
    let samples = [check("14T01:00", "12T23:30")];
    assert_eq!(drawn(&samples, &[], &TimeZone::UTC), "--uq---");
    let (east, west) = (TimeZone::posix("JST-9").unwrap(), TimeZone::posix("PST8").unwrap());
    assert_eq!(drawn(&samples, &[], &east), "---u---");
    assert_eq!(drawn(&samples, &[], &west), "--u----");
}
