//! For any key: each finding begins at its due date and no second before, and nothing else ever begins.

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::super::{DAY, Policy, Reminder, Seen, Thresholds, next_due, reminders};
use super::{at, bare};
use crate::keys::sample::{live_key, now};
use crate::keys::{Change, ChangedBy, KnownKey, LastUse, Status};
use crate::usage::UsageSample;

/// Seconds before now, mostly within half a year, sometimes years off or to come.
fn ago() -> impl Strategy<Value = i64> {
    prop_oneof![8 => -20 * DAY..200 * DAY, 1 => -4_000 * DAY..4_000 * DAY]
}

fn last_use() -> impl Strategy<Value = LastUse> {
    prop_oneof![Just(LastUse::Never), Just(LastUse::Unknown), ago().prop_map(|ago| LastUse::At(at(ago)))]
}

fn status() -> impl Strategy<Value = Status> {
    prop_oneof![4 => Just(Status::Active), 2 => Just(Status::Inactive), 1 => Just(Status::Unknown)]
}

prop_compose! {
    fn any_key()(
        created in proptest::option::of(ago()),
        changed in proptest::option::of(ago()),
        expires in proptest::option::of(ago()),
        last_use in last_use(),
        status in status(),
    ) -> KnownKey {
        let mut known = live_key(now(), last_use);
        known.key.created_at = created.map(at);
        known.change = changed.map(|ago| Change { at: at(ago), by: ChangedBy::Miftah });
        known.key.expires_at = expires.map(at);
        known.key.status = status;
        known
    }
}

prop_compose! {
    fn any_thresholds()(
        never_used in proptest::option::of(0_u32..4_000),
        unused in proptest::option::of(0_u32..4_000),
        stale in proptest::option::of(0_u32..4_000),
        expiry in any::<bool>(),
    ) -> Thresholds {
        Thresholds { never_used, unused, stale, expiry }
    }
}

/// Checks of a key that is switched off most of the time.
fn any_samples() -> impl Strategy<Value = Vec<UsageSample>> {
    let status = prop_oneof![8 => Just(Status::Inactive), 1 => Just(Status::Active)];
    let used = prop_oneof![4 => (0..40 * DAY).prop_map(|ago| LastUse::At(at(ago))), 1 => last_use()];
    let known = live_key(now(), LastUse::Never);
    let sample = move |(ago, last_use, status)| UsageSample {
        account: known.account.clone(),
        key: known.key.id.clone(),
        at: at(ago),
        last_use,
        status,
    };
    proptest::collection::vec((0..40 * DAY, used, status).prop_map(sample), 0..6)
}

/// What is told, without the days it counts.
fn told(
    known: &KnownKey,
    thresholds: &Thresholds,
    now: Timestamp,
) -> Vec<(std::mem::Discriminant<super::Finding>, Timestamp)> {
    let kind = |reminder: Reminder| (std::mem::discriminant(&reminder.finding), reminder.due);
    // A check at that very moment.
    let known = &KnownKey { seen_at: now, ..known.clone() };
    reminders(&bare(known), thresholds, now).into_iter().map(kind).collect()
}

const SECOND: SignedDuration = SignedDuration::from_secs(1);

proptest! {
    #[test]
    fn a_finding_begins_at_its_due_date(known in any_key(), thresholds in any_thresholds()) {
        for reminder in reminders(&bare(&known), &thresholds, now()) {
            prop_assert!(reminder.due <= now());
            let kind = (std::mem::discriminant(&reminder.finding), reminder.due);
            prop_assert!(told(&known, &thresholds, reminder.due).contains(&kind));
            prop_assert!(!told(&known, &thresholds, reminder.due - SECOND).contains(&kind));
        }
    }

    #[test]
    fn nothing_begins_before_the_next_due_date(known in any_key(), thresholds in any_thresholds(), part in 0.0..1.0_f64) {
        let before = told(&known, &thresholds, now());
        let Some(due) = next_due(&bare(&known), &thresholds, now()) else {
            prop_assert_eq!(told(&known, &thresholds, at(-20_000 * DAY)), before);
            return Ok(());
        };
        let between = now() + due.duration_since(now() + SECOND).mul_f64(part);
        prop_assert_eq!(&told(&known, &thresholds, between), &before);
        prop_assert_eq!(&told(&known, &thresholds, due - SECOND), &before);
        prop_assert_ne!(&told(&known, &thresholds, due), &before);
    }

    /// A clock that was turned back by ten years and put right says what it said before; turned back, it alarms nobody
    /// about the use or the age of a key.
    #[test]
    fn a_clock_turned_back_floods_nobody(known in any_key(), years in 1_i64..10) {
        prop_assume!(known.key.expires_at.is_none());
        let thresholds = Policy::usual().live;
        let then = at(years * 366 * DAY);
        let oldest = [known.base_date(), known.key.created_at].into_iter().flatten().min();
        if oldest.is_some_and(|oldest| oldest > then) {
            prop_assert!(told(&known, &thresholds, then).is_empty());
        }
    }

    #[test]
    fn the_order_of_the_checks_says_nothing(mut known in any_key(), samples in any_samples(), seed in any::<u64>()) {
        known.key.status = Status::Inactive;
        let mut other = samples.clone();
        let turns = usize::try_from(seed % 12).unwrap_or(0);
        other.reverse();
        if !other.is_empty() {
            let turns = turns % other.len();
            other.rotate_left(turns);
        }
        let all = |samples: &[UsageSample]| {
            reminders(&Seen { known: &known, samples, own_calls: &[], rotation: None }, &Policy::usual().live, now())
        };
        // Two checks at one moment have no order of their own.
        let mut moments: Vec<_> = samples.iter().map(|sample| sample.at).collect();
        moments.sort();
        moments.dedup();
        prop_assume!(moments.len() == samples.len());
        prop_assert_eq!(all(&samples), all(&other));
    }
}
