//! Boundaries to the second.

mod again;
mod digest;
mod inbox;
mod properties;
mod rest;
mod samples;
mod thresholds;

use jiff::Timestamp;

use super::{DAY, Finding, Policy, Seen, Severity, Since, foremost, reminders};
use crate::keys::sample::{before as at, live_key, now};
use crate::keys::{Change, ChangedBy, Environment, KeyPrefix, KnownKey, LastUse, Status};
use crate::remarks::{Advice, KeyAdvice};
use crate::usage::{OwnCall, UsageSample};

fn key(created: i64, last_use: LastUse) -> KnownKey {
    live_key(at(created), last_use)
}

fn bare(known: &KnownKey) -> Seen<'_> {
    Seen { known, samples: &[], own_calls: &[], rotation: None }
}

fn advised(known: &KnownKey, advice: Advice) -> Option<Finding> {
    foremost(&bare(known), &Policy::usual().of(known.key.environment, KeyAdvice::stale(advice)), now())
}

#[track_caller]
fn check(known: &KnownKey, expected: Option<Finding>) {
    assert_eq!(advised(known, Advice::Usual), expected);
}

#[test]
fn never_used_from_14_days() {
    check(&key(14 * DAY - 1, LastUse::Never), None);
    check(&key(14 * DAY, LastUse::Never), Some(Finding::NeverUsed { days: 14 }));
}

#[test]
fn unused_from_45_days() {
    check(&key(80 * DAY, LastUse::At(at(45 * DAY - 1))), None);
    check(&key(80 * DAY, LastUse::At(at(45 * DAY))), Some(Finding::Unused { days: 45 }));
}

#[test]
fn a_fresh_change_gives_a_long_unused_key_its_time() {
    let mut known = key(300 * DAY, LastUse::At(at(61 * DAY)));
    check(&known, Some(Finding::Unused { days: 61 }));
    known.change = Some(Change { at: at(DAY), by: ChangedBy::Miftah });
    check(&known, None);
}

#[test]
fn stale_as_the_person_wants_it() {
    let known = key(100 * DAY, LastUse::At(at(60)));
    let stale = Some(Finding::Stale { days: 100, since: Since::Created });
    for (advice, expected) in [
        (Advice::Usual, stale),
        (Advice::After(100), stale),
        (Advice::After(101), None),
        (Advice::Never, None),
    ] {
        assert_eq!(advised(&known, advice), expected, "{advice:?}");
    }
}

#[test]
fn stale_from_90_days_since_creation_or_change() {
    let mut known = key(89 * DAY, LastUse::At(at(60)));
    check(&known, None);
    known.key.created_at = Some(at(214 * DAY));
    check(&known, Some(Finding::Stale { days: 214, since: Since::Created }));
    known.change = Some(Change { at: at(100 * DAY), by: ChangedBy::Elsewhere });
    check(&known, Some(Finding::Stale { days: 100, since: Since::Changed }));
}

#[test]
fn expiry_comes_before_the_rest() {
    let mut known = key(214 * DAY, LastUse::At(at(60)));
    known.key.expires_at = Some(at(-5 * DAY));
    check(&known, Some(Finding::Expires { days: 5, at: at(-5 * DAY) }));
    known.key.expires_at = Some(at(-14 * DAY - 1));
    check(&known, Some(Finding::Stale { days: 214, since: Since::Created }));
    known.key.expires_at = Some(now());
    check(&known, Some(Finding::Expired { at: now() }));
}

#[test]
fn nothing_is_concluded_from_missing_or_future_data() {
    let mut known = key(20 * DAY, LastUse::Unknown);
    check(&known, None);
    known.key.created_at = None;
    known.key.last_use = LastUse::Never;
    check(&known, None);
    check(&key(-DAY, LastUse::At(at(-400 * DAY))), None);
}

#[test]
fn a_switched_off_key_is_quiet_unless_its_held_value_is_old() {
    let mut known = key(300 * DAY, LastUse::Never);
    known.key.status = Status::Inactive;
    check(&known, None);
    known.held = KeyPrefix::parse("sk_live_000000");
    check(&known, Some(Finding::ReplacedElsewhere { at: now() }));
}

#[test]
fn all_there_is_to_say_in_its_order() {
    let mut known = key(214 * DAY, LastUse::At(at(61 * DAY)));
    known.key.expires_at = Some(at(-5 * DAY));
    let all = reminders(&bare(&known), &Policy::usual().live, now());
    let told: Vec<_> = all.iter().map(|reminder| (reminder.finding, reminder.due)).collect();
    assert_eq!(
        told,
        [
            (Finding::Expires { days: 5, at: at(-5 * DAY) }, at(2 * DAY)),
            (Finding::Unused { days: 61 }, at(16 * DAY)),
            (Finding::Stale { days: 214, since: Since::Created }, at(124 * DAY)),
        ]
    );
}

#[test]
fn an_expiry_is_told_three_times() {
    let mut known = key(DAY, LastUse::At(at(60)));
    for (left, expected) in [
        (14 * DAY + 1, None),
        (14 * DAY, Some(Severity::Notice)),
        (7 * DAY + 1, Some(Severity::Notice)),
        (7 * DAY, Some(Severity::Warning)),
        (DAY + 1, Some(Severity::Warning)),
        (DAY, Some(Severity::Urgent)),
        (0, Some(Severity::Urgent)),
    ] {
        known.key.expires_at = Some(at(-left));
        let told = reminders(&bare(&known), &Policy::usual().live, now());
        assert_eq!(told.first().map(|reminder| reminder.severity), expected, "{left} s left");
    }
}

#[test]
fn each_environment_has_thresholds_of_its_own() {
    let mut policy = Policy::usual();
    policy.sandbox.stale = None;
    policy.sandbox.unused = Some(10);
    let known = key(100 * DAY, LastUse::At(at(10 * DAY)));
    let told = |environment| foremost(&bare(&known), &policy.of(environment, KeyAdvice::default()), now());
    assert_eq!(told(Environment::Live), Some(Finding::Stale { days: 100, since: Since::Created }));
    assert_eq!(told(Environment::Sandbox), Some(Finding::Unused { days: 10 }));
}

/// A check so many hours ago, what it said of the last use, and of the status.
fn sample(hours: i64, last_use: LastUse, status: Status) -> UsageSample {
    let known = key(DAY, LastUse::Never);
    UsageSample { account: known.account, key: known.key.id, at: at(hours * 3600), last_use, status }
}

#[test]
fn a_use_of_a_switched_off_key_is_told_and_nothing_that_only_looks_like_one() {
    const ON: Status = Status::Active;
    const OFF: Status = Status::Inactive;
    let used = |hours: i64| LastUse::At(at(hours * 3600));
    let mut known = key(100 * DAY, used(2));
    known.key.status = OFF;
    let own = OwnCall {
        account: known.account.clone(),
        key: known.key.id.clone(),
        from: at(2 * 3600 + 1),
        to: at(2 * 3600 - 1),
    };
    let found = Some(at(2 * 3600));
    for (what, samples, own_calls, expected) in [
        ("moved between two checks", vec![sample(9, used(20), OFF), sample(1, used(2), OFF)], vec![], found),
        ("never used before", vec![sample(9, LastUse::Never, OFF), sample(1, used(2), OFF)], vec![], found),
        (
            "used before the first check that knew",
            vec![sample(9, used(20), OFF), sample(1, used(10), OFF)],
            vec![],
            None,
        ),
        ("used while it was on", vec![sample(9, used(20), ON), sample(1, used(2), OFF)], vec![], None),
        (
            "on in between",
            vec![sample(9, used(20), OFF), sample(3, used(20), ON), sample(1, used(2), OFF)],
            vec![],
            None,
        ),
        (
            "not said in between",
            vec![sample(9, used(20), OFF), sample(3, used(20), Status::Unknown), sample(1, used(2), OFF)],
            vec![],
            None,
        ),
        ("an own call", vec![sample(9, used(20), OFF), sample(1, used(2), OFF)], vec![own], None),
        ("one check alone", vec![sample(1, used(2), OFF)], vec![], None),
        ("a date to come", vec![sample(9, used(20), OFF), sample(1, used(-2), OFF)], vec![], None),
        ("not said", vec![sample(9, used(20), OFF), sample(1, LastUse::Unknown, OFF)], vec![], None),
    ] {
        let seen = Seen { known: &known, samples: &samples, own_calls: &own_calls, rotation: None };
        let told = foremost(&seen, &Policy::usual().live, now());
        assert_eq!(told, expected.map(|at: Timestamp| Finding::UsedThoughOff { at }), "{what}");
    }
}
