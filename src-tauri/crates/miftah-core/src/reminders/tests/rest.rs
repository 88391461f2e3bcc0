//! A key's rest and age: nothing is claimed that an unseen use or change could make false.

use super::super::{DAY, Finding, Policy, Seen, Since, foremost};
use super::samples::{check, check_at, own, used};
use super::{at, key};
use crate::keys::sample::now;
use crate::keys::{Change, ChangedBy, KnownKey, LastUse};
use crate::usage::{OwnCall, UsageSample};

fn told(known: &KnownKey, samples: &[UsageSample], own_calls: &[OwnCall]) -> Option<Finding> {
    let seen = Seen { known, samples, own_calls, rotation: None };
    foremost(&seen, &Policy::usual().live, now())
}

/// It was quiet when DHMAD was last asked. It may have been used since.
#[test]
fn disuse_begins_at_the_first_check_after_its_due_date() {
    let known = key(80 * DAY, used(46));
    let unused = Some(Finding::Unused { days: 45 });
    for (checked, expected) in [(DAY, unused), (DAY + 1, None)] {
        assert_eq!(told(&known, &[check_at(checked, used(46))], &[]), expected, "checked {checked} s ago");
    }
    let mut known = key(15 * DAY, LastUse::Never);
    let never = Some(Finding::NeverUsed { days: 14 });
    for (checked, expected) in [(DAY, never), (DAY + 1, None)] {
        assert_eq!(
            told(&known, &[check_at(checked, LastUse::Never)], &[]),
            expected,
            "checked {checked} s ago"
        );
        // Without what the checks said, it goes by when the key was last seen.
        known.seen_at = at(checked);
        assert_eq!(told(&known, &[], &[]), expected, "seen {checked} s ago");
    }
}

#[test]
fn age_begins_at_the_first_check_after_its_due_date() {
    let known = key(91 * DAY, used(5));
    let stale = Some(Finding::Stale { days: 90, since: Since::Created });
    for (checked, expected) in [(DAY, stale), (DAY + 1, None)] {
        assert_eq!(told(&known, &[check_at(checked, used(5))], &[]), expected, "checked {checked} s ago");
    }
}

#[test]
fn an_own_call_hides_what_was_before_it_unless_somebody_looked() {
    let known = key(85 * DAY, used(70));
    // The check before it was ten days older: there may have been a use in between.
    let blind = [check(60, used(70)), check(0, LastUse::At(at(50 * DAY)))];
    assert_eq!(told(&known, &blind, &[own(50)]), Some(Finding::Unused { days: 50 }));
    let lately = [check(60, used(70)), check(0, LastUse::At(at(44 * DAY)))];
    assert_eq!(told(&known, &lately, &[own(44)]), None);
    // A probe tells of the time before it.
    let probed = [check(60, used(70)), check(50, used(70)), check(0, LastUse::At(at(50 * DAY)))];
    assert_eq!(told(&known, &probed, &[own(50)]), Some(Finding::Unused { days: 70 }));
    // A key that was never used, as far as anybody saw.
    let known = key(85 * DAY, LastUse::Never);
    let never = [check(60, LastUse::Never), check(0, LastUse::At(at(50 * DAY)))];
    assert_eq!(told(&known, &never, &[own(50)]), Some(Finding::Unused { days: 50 }));
    let own_sample = [check(0, LastUse::At(at(50 * DAY)))];
    assert_eq!(told(&known, &own_sample, &[own(50)]), Some(Finding::Unused { days: 50 }));
}

/// Miftah tests a new value at once: nobody else has it yet.
#[test]
fn the_test_of_a_value_just_made_hides_nothing() {
    let made = |ago: i64| OwnCall { from: at(ago + 1), to: at(ago), ..own(0) };
    let known = key(14 * DAY, LastUse::Unknown);
    let mut tested = KnownKey { change: Some(Change { at: at(14 * DAY), by: ChangedBy::Miftah }), ..known };
    tested.key.last_use = LastUse::Never;
    let said = [check(0, LastUse::At(at(14 * DAY - 9)))];
    assert_eq!(told(&tested, &said, &[made(14 * DAY - 9)]), Some(Finding::NeverUsed { days: 14 }));
    let late = [check(0, LastUse::At(at(14 * DAY - 99)))];
    assert_eq!(told(&tested, &late, &[made(14 * DAY - 99)]), None, "two minutes later somebody may have it");
    // The same for a value that took another's place: the list was read just before.
    let mut known = key(200 * DAY, used(70));
    known.change = Some(Change { at: at(50 * DAY), by: ChangedBy::Miftah });
    let call = LastUse::At(at(50 * DAY - 9));
    let said = [check_at(50 * DAY + 5, used(70)), check(0, call)];
    assert_eq!(told(&known, &said, &[made(50 * DAY - 9)]), Some(Finding::Unused { days: 70 }));
    let said = [check(51, used(70)), check(0, call)];
    assert_eq!(
        told(&known, &said, &[made(50 * DAY - 9)]),
        Some(Finding::Unused { days: 49 }),
        "a day unseen"
    );
    known.change = Some(Change { at: at(50 * DAY), by: ChangedBy::Elsewhere });
    let said = [check_at(50 * DAY + 5, used(70)), check(0, call)];
    assert_eq!(
        told(&known, &said, &[made(50 * DAY - 9)]),
        Some(Finding::Unused { days: 49 }),
        "not made here"
    );
}
