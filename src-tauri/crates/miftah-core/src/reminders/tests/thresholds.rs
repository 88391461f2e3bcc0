//! The days that hold for a key, expiry switched off, and rotations that wait.

use super::super::{DAY, Finding, Policy, Seen, Severity, Since, Thresholds, foremost, next_due, reminders};
use super::samples::used;
use super::{at, bare, key};
use crate::keys::sample::now;
use crate::keys::{Environment, LastUse, Status};
use crate::remarks::{Advice, KeyAdvice};
use crate::rotation::safe::{Awaited, Waits};

#[test]
fn what_was_decided_for_a_key_comes_before_its_environment() {
    let live = Thresholds { never_used: Some(1), unused: None, stale: Some(30), expiry: false };
    let policy = Policy { live, ..Policy::usual() };
    let usual = KeyAdvice::default();
    assert_eq!(policy.of(Environment::Live, usual), live);
    assert_eq!(policy.of(Environment::Sandbox, usual), Policy::usual().sandbox);
    let advice = KeyAdvice { never_used: Advice::Never, unused: Advice::After(5), stale: Advice::Usual };
    let expected = Thresholds { never_used: None, unused: Some(5), stale: Some(30), expiry: false };
    assert_eq!(policy.of(Environment::Live, advice), expected);
}

#[test]
fn each_rule_can_be_switched_off_for_a_key_alone() {
    let told = |last_use, advice| {
        let known = key(80 * DAY, last_use);
        foremost(&bare(&known), &Policy::usual().of(Environment::Live, advice), now())
    };
    let usual = KeyAdvice::default();
    assert_eq!(told(LastUse::Never, usual), Some(Finding::NeverUsed { days: 80 }));
    assert_eq!(told(LastUse::Never, KeyAdvice { never_used: Advice::Never, ..usual }), None);
    assert_eq!(told(used(50), usual), Some(Finding::Unused { days: 50 }));
    assert_eq!(told(used(50), KeyAdvice { unused: Advice::Never, ..usual }), None);
    assert_eq!(told(used(50), KeyAdvice { unused: Advice::After(51), ..usual }), None);
}

#[test]
fn days_lie_between_one_and_ten_years() {
    for (days, fits) in
        [(Some(0), false), (Some(1), true), (Some(3_650), true), (Some(3_651), false), (None, true)]
    {
        for place in 0..6 {
            let mut policy = Policy::usual();
            let Policy { live, sandbox } = &mut policy;
            let places = [
                &mut live.never_used,
                &mut live.unused,
                &mut live.stale,
                &mut sandbox.never_used,
                &mut sandbox.unused,
                &mut sandbox.stale,
            ];
            for (_, threshold) in places.into_iter().enumerate().filter(|(index, _)| *index == place) {
                *threshold = days;
            }
            assert_eq!(policy.in_bounds(), fits, "{days:?} at {place}");
        }
    }
}

#[test]
fn an_expiry_to_come_can_be_switched_off_and_one_that_came_cannot() {
    let silent = Thresholds { expiry: false, ..Policy::usual().live };
    let mut known = key(DAY, used(0));
    for (left, expected) in [(DAY / 2, None), (0, Some(Finding::Expired { at: now() }))] {
        known.key.expires_at = Some(at(-left));
        assert_eq!(foremost(&bare(&known), &silent, now()), expected, "{left} s left");
    }
    known.key.expires_at = Some(at(-20 * DAY));
    let due = |thresholds| next_due(&bare(&known), &thresholds, now());
    assert_eq!(due(Policy::usual().live), Some(at(-6 * DAY)));
    assert_eq!(due(silent), Some(at(-20 * DAY)), "the end of it");
}

#[test]
fn a_rotation_that_waits_is_told_from_its_moment_whatever_the_status() {
    let mut known = key(DAY, used(0));
    let waits = |ago: i64| Waits { step: Awaited::Delete, since: at(ago), occasion: at(9 * DAY) };
    for status in [Status::Active, Status::Inactive] {
        known.key.status = status;
        for (ago, told) in [(0, true), (-1, false)] {
            let seen = Seen { rotation: Some(waits(ago)), ..bare(&known) };
            let found = reminders(&seen, &Policy::usual().live, now());
            let expected =
                (Finding::RotationWaits { step: Awaited::Delete }, at(ago), at(9 * DAY), Severity::Notice);
            let found: Vec<_> =
                found.iter().map(|told| (told.finding, told.due, told.instance, told.severity)).collect();
            assert_eq!(found, if told { vec![expected] } else { vec![] }, "{status:?} {ago}");
            let due = next_due(&seen, &Policy::usual().live, now());
            assert_eq!(due == Some(at(ago)), !told, "{status:?} {ago}");
        }
    }
}

#[test]
fn an_occasion_is_the_fact_and_not_the_threshold() {
    let known = key(100 * DAY, used(60));
    let instances = |thresholds| -> Vec<_> {
        reminders(&bare(&known), &thresholds, now())
            .iter()
            .map(|told| (told.finding, told.instance))
            .collect()
    };
    let expected = [
        (Finding::Unused { days: 60 }, at(60 * DAY)),
        (Finding::Stale { days: 100, since: Since::Created }, at(100 * DAY)),
    ];
    assert_eq!(instances(Policy::usual().live), expected);
    let sooner = Thresholds { unused: Some(7), stale: Some(20), ..Policy::usual().live };
    assert_eq!(instances(sooner), expected);
}
