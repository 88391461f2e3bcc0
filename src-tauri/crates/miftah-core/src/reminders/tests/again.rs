//! A use after a long silence.

use super::super::{DAY, Finding, Policy, Seen, Severity, foremost, reminders, used_again};
use super::samples::{check, check_at, own, used};
use super::{at, key};
use crate::keys::sample::now;
use crate::keys::{Change, ChangedBy, KnownKey, LastUse, Status};
use crate::usage::{OwnCall, UsageSample};

fn old_key() -> KnownKey {
    key(300 * DAY, used(1))
}

/// The use that broke a silence of 45 days, in seconds ago, and how long the silence was.
fn broken(known: &KnownKey, samples: &[UsageSample], own_calls: &[OwnCall]) -> Option<(i64, i64)> {
    let seen = Seen { known, samples, own_calls, rotation: None };
    used_again(&seen, 45, now()).map(|(at, silent)| (now().duration_since(at).as_secs(), silent))
}

#[test]
fn a_silence_counts_from_its_last_use_to_the_last_check_that_named_it() {
    let known = old_key();
    let after = check(1, LastUse::At(at(2 * DAY - 5)));
    for (last_check, expected) in [(5 * DAY, Some((2 * DAY - 5, 45))), (5 * DAY + 1, None)] {
        let samples = [check_at(last_check, used(50)), after.clone()];
        assert_eq!(broken(&known, &samples, &[]), expected, "checked {last_check} s ago");
    }
    // Forty days without a check: nobody knows what was in them.
    assert_eq!(broken(&known, &[check(45, used(50)), after], &[]), None);
}

#[test]
fn it_is_told_for_a_week_after_the_check_that_found_it() {
    let known = old_key();
    for (found, told) in [(7 * DAY - 1, true), (7 * DAY, false)] {
        // Not after the use: in guided mode a check comes a week later.
        let samples = [check(30, used(100)), check_at(found, used(20))];
        assert_eq!(broken(&known, &samples, &[]).is_some(), told, "found {found} s ago");
    }
}

#[test]
fn a_use_goes_on_being_told_and_a_second_one_is_none() {
    let known = old_key();
    let mut samples = vec![check(4, used(60)), check(2, used(3))];
    assert_eq!(broken(&known, &samples, &[]), Some((3 * DAY, 56)));
    samples.push(check(0, used(1)));
    assert_eq!(broken(&known, &samples, &[]), Some((3 * DAY, 56)), "one day was no silence");
}

#[test]
fn own_calls_neither_break_a_silence_nor_end_what_is_known_of_it() {
    let known = old_key();
    let probed =
        [check(20, used(70)), check(13, LastUse::At(at(20 * DAY))), check(6, LastUse::At(at(13 * DAY)))];
    let own_calls = [own(20), own(13), own(6)];
    assert_eq!(broken(&known, &probed, &own_calls), None, "nothing but Miftah called");
    // Each call looked just before it: the silence is known up to the last of them.
    let mut called = probed.to_vec();
    called.push(check(0, used(3)));
    assert_eq!(broken(&known, &called, &own_calls), Some((3 * DAY, 64)));
    // A call without a look hides what was before it: from there on the silence is counted.
    let blind = [check(20, used(70)), check(6, LastUse::At(at(13 * DAY))), check(0, used(3))];
    assert_eq!(broken(&known, &blind, &[own(13)]), None);
    let long = [check(90, used(95)), check(6, LastUse::At(at(60 * DAY))), check(0, used(3))];
    assert_eq!(broken(&known, &long, &[own(60)]), Some((3 * DAY, 54)));
}

#[test]
fn a_first_use_breaks_the_silence_since_the_key_was_made() {
    let known = key(50 * DAY, used(1));
    let samples = [check(3, LastUse::Never), check(0, used(1))];
    assert_eq!(broken(&known, &samples, &[]), Some((DAY, 47)));
    let mut changed = known;
    changed.change = Some(Change { at: at(20 * DAY), by: ChangedBy::Elsewhere });
    assert_eq!(broken(&changed, &samples, &[]), None, "its value was given out anew");
}

#[test]
fn nothing_is_concluded_from_dates_to_come_or_missing() {
    let known = old_key();
    for samples in [
        vec![check(1, used(60)), check(0, used(-1))],
        vec![check(1, used(60)), check(0, LastUse::Unknown)],
        vec![check(1, LastUse::Unknown), check(0, used(1))],
        vec![check(-1, used(60)), check(-2, used(-1))],
        vec![check(0, used(60))],
    ] {
        assert_eq!(broken(&known, &samples, &[]), None, "{samples:?}");
    }
}

#[test]
fn it_is_a_warning_of_a_key_that_is_on_and_off_where_disuse_is_off() {
    let mut known = old_key();
    let samples = [check(3, used(60)), check(0, used(1))];
    let mut thresholds = Policy::usual().live;
    let told = |known: &KnownKey, thresholds| {
        let seen = Seen { known, samples: &samples, own_calls: &[], rotation: None };
        reminders(&seen, &thresholds, now())
            .into_iter()
            .find(|told| matches!(told.finding, Finding::UsedAgain { .. }))
    };
    let expected = Finding::UsedAgain { at: at(DAY), silent: 57 };
    let found = told(&known, thresholds).map(|told| (told.finding, told.due, told.instance, told.severity));
    assert_eq!(found, Some((expected, at(DAY), at(DAY), Severity::Warning)));
    let seen = Seen { known: &known, samples: &samples, own_calls: &[], rotation: None };
    assert_eq!(foremost(&seen, &thresholds, now()), Some(expected), "before its age");
    thresholds.unused = None;
    assert_eq!(told(&known, thresholds), None);
    thresholds.unused = Some(58);
    assert_eq!(told(&known, thresholds), None);
    known.key.status = Status::Inactive;
    assert_eq!(told(&known, Policy::usual().live), None);
}
