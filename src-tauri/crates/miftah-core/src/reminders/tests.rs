//! Boundaries to the second.

use super::{Attention, DAY, Since, attention};
use crate::keys::sample::{before as at, live_key, now};
use crate::keys::{Change, ChangedBy, KeyPrefix, KnownKey, LastUse, Status};
use crate::remarks::Advice;

fn key(created: i64, last_use: LastUse) -> KnownKey {
    live_key(at(created), last_use)
}

#[track_caller]
fn check(known: &KnownKey, expected: Option<Attention>) {
    assert_eq!(attention(known, Advice::Usual, now()), expected);
}

#[test]
fn never_used_from_14_days() {
    check(&key(14 * DAY - 1, LastUse::Never), None);
    check(&key(14 * DAY, LastUse::Never), Some(Attention::NeverUsed { days: 14 }));
}

#[test]
fn unused_from_45_days() {
    check(&key(80 * DAY, LastUse::At(at(45 * DAY - 1))), None);
    check(&key(80 * DAY, LastUse::At(at(45 * DAY))), Some(Attention::Unused { days: 45 }));
}

#[test]
fn a_fresh_change_gives_a_long_unused_key_its_time() {
    let mut known = key(300 * DAY, LastUse::At(at(61 * DAY)));
    check(&known, Some(Attention::Unused { days: 61 }));
    known.change = Some(Change { at: at(DAY), by: ChangedBy::Miftah });
    check(&known, None);
}

#[test]
fn stale_as_the_person_wants_it() {
    let known = key(100 * DAY, LastUse::At(at(60)));
    let stale = Some(Attention::Stale { days: 100, since: Since::Created });
    for (advice, expected) in [
        (Advice::Usual, stale),
        (Advice::After(100), stale),
        (Advice::After(101), None),
        (Advice::Never, None),
    ] {
        assert_eq!(attention(&known, advice, now()), expected, "{advice:?}");
    }
}

#[test]
fn stale_from_90_days_since_creation_or_change() {
    let mut known = key(89 * DAY, LastUse::At(at(60)));
    check(&known, None);
    known.key.created_at = Some(at(214 * DAY));
    check(&known, Some(Attention::Stale { days: 214, since: Since::Created }));
    known.change = Some(Change { at: at(100 * DAY), by: ChangedBy::Elsewhere });
    check(&known, Some(Attention::Stale { days: 100, since: Since::Changed }));
}

#[test]
fn expiry_comes_before_the_rest() {
    let mut known = key(214 * DAY, LastUse::At(at(60)));
    known.key.expires_at = Some(at(-5 * DAY));
    check(&known, Some(Attention::Expires { days: 5, at: at(-5 * DAY) }));
    known.key.expires_at = Some(at(-14 * DAY - 1));
    check(&known, Some(Attention::Stale { days: 214, since: Since::Created }));
    known.key.expires_at = Some(now());
    check(&known, Some(Attention::Expired { at: now() }));
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
    check(&known, Some(Attention::ReplacedElsewhere { at: now() }));
}
