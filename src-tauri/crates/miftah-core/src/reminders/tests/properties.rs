//! For any key: each finding begins at its due date and no second before, and nothing else ever begins.

use std::collections::HashMap;

use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::super::{
    DAY, Facts, Item, Kind, Manners, Mark, Policy, Put, Reason, Reminder, Telling, Thresholds, due_to_tell,
    inbox, next_due, reminders,
};
use super::{at, bare};
use crate::keys::sample::{live_key, now};
use crate::keys::{Change, ChangedBy, KeyId, KnownKey, LastUse, Status};
use crate::usage::{OwnCall, UsageSample};

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
    fn the_order_in_which_things_are_given_says_nothing(
        all in proptest::collection::vec((any_key(), any_samples(), any_own_calls(), any::<bool>()), 0..6),
        (marks, turns) in (any_marks(), 0_usize..6),
    ) {
        let facts: Vec<Facts> =
            all.into_iter().enumerate().map(|(index, known)| numbered(index, known)).collect();
        let turned: Vec<Facts> = facts.iter().cloned().map(|mut facts| {
            turn(&mut facts.samples, turns);
            turn(&mut facts.own_calls, turns);
            facts
        }).collect();
        let mut other = (turned, marks.clone());
        turn(&mut other.0, turns);
        turn(&mut other.1, turns);
        for fact in &facts {
            let same = other.0.iter().find(|other| other.known.key.id == fact.known.key.id);
            let say = |facts: &Facts| reminders(&facts.seen(), &facts.thresholds, now());
            prop_assert_eq!(Some(say(fact)), same.map(say));
        }
        let (one, two) = (inbox(&facts, &marks, now(), now()), inbox(&other.0, &other.1, now(), now()));
        let what = |items: &[Item]| -> Vec<_> {
            items.iter().map(|item| (item.known.key.id.clone(), item.reminder, item.put, item.told)).collect()
        };
        prop_assert_eq!(what(&one.open), what(&two.open));
        prop_assert_eq!(what(&one.put_off), what(&two.put_off));
    }

    /// The clock jumps by ten years, stays there for a while, and is put right. What is known is from before: it is too
    /// old to alarm anybody, and what was told already comes back as one summary at most.
    #[test]
    fn a_clock_that_jumps_floods_nobody(
        all in proptest::collection::vec((any_key(), any_samples(), any_own_calls(), any::<bool>()), 0..6),
        back in any::<bool>(),
        asked in any::<bool>(),
    ) {
        let mut facts: Vec<Facts> =
            all.into_iter().enumerate().map(|(index, known)| numbered(index, known)).collect();
        let years = SignedDuration::from_hours(if back { -87_660 } else { 87_660 });
        let manners = Manners { digest_at: Time::midnight(), ..Manners::usual() };
        // Everything there is was told just now.
        let (mut told, mut last) = (HashMap::new(), Some(now()));
        for item in inbox(&facts, &[], now(), now()).open {
            told.insert((item.known.key.id.clone(), item.reminder.kind()), now());
        }
        let mut digests = 0;
        for hour in 1..30 {
            let real = now() + SignedDuration::from_hours(hour);
            let wrong = (5..20).contains(&hour);
            let ours = if wrong { real + years } else { real };
            // DHMAD was asked at the wrong time too, and told the right one; or nobody could ask it.
            let theirs = if wrong && asked { real } else { ours };
            for fact in &mut facts {
                fact.old = wrong && !asked;
            }
            let mut inbox = inbox(&facts, &[], theirs, ours);
            for item in &mut inbox.open {
                item.told = told.get(&(item.known.key.id.clone(), item.reminder.kind())).copied();
            }
            for telling in due_to_tell(&inbox, last, &manners, &ours.to_zoned(TimeZone::UTC)) {
                let items = match telling {
                    Telling::Digest(items) => {
                        digests += 1;
                        last = Some(ours);
                        items
                    }
                    Telling::Urgent(item) => vec![item],
                };
                for item in items {
                    prop_assert!(!item.old, "from old data");
                    told.insert((item.known.key.id.clone(), item.reminder.kind()), ours);
                }
            }
        }
        // The next day has one of its own, if anything began.
        prop_assert!(digests <= 2, "{} summaries in 29 hours", digests);
    }
}

/// The key under an id of its own.
fn numbered(
    index: usize,
    (mut known, samples, own_calls, old): (KnownKey, Vec<UsageSample>, Vec<OwnCall>, bool),
) -> Facts {
    known.key.id = id(index);
    let (thresholds, fresh_for) = (Policy::usual().live, SignedDuration::MAX);
    Facts { thresholds, samples: apart(samples), own_calls, rotation: None, old, fresh_for, known }
}

fn id(index: usize) -> KeyId {
    KeyId::parse(&format!("k{index}")).unwrap()
}

/// The store keeps one sample a moment.
fn apart(mut samples: Vec<UsageSample>) -> Vec<UsageSample> {
    samples.sort_by_key(|sample| sample.at);
    samples.dedup_by_key(|sample| sample.at);
    samples
}

fn turn<T>(all: &mut [T], turns: usize) {
    all.reverse();
    if !all.is_empty() {
        all.rotate_left(turns % all.len());
    }
}

fn any_own_calls() -> impl Strategy<Value = Vec<OwnCall>> {
    let known = live_key(now(), LastUse::Never);
    let call = move |ago| OwnCall {
        account: known.account.clone(),
        key: known.key.id.clone(),
        from: at(ago + DAY),
        to: at(ago),
    };
    proptest::collection::vec((0..40 * DAY).prop_map(call), 0..3)
}

/// What was done about some of the findings; one of each kind of a key.
fn any_marks() -> impl Strategy<Value = Vec<Mark>> {
    let put = prop_oneof![
        Just(None),
        ago().prop_map(|ago| Some(Put::Until(at(ago)))),
        Just(Some(Put::Dismissed(Reason::Other))),
    ];
    let mark = (0_usize..6, 0..Kind::ALL.len(), ago(), proptest::option::of(ago()), put);
    proptest::collection::vec(mark, 0..20).prop_map(|marks| {
        let mut marks: Vec<Mark> = marks
            .into_iter()
            .map(|(index, kind, instance, told, put)| Mark {
                account: live_key(now(), LastUse::Never).account,
                key: id(index),
                kind: Kind::ALL[kind],
                instance: at(instance),
                told: told.map(at),
                put,
            })
            .collect();
        marks.sort_by_key(|mark| (mark.key.as_str().to_owned(), mark.kind));
        marks.dedup_by_key(|mark| (mark.key.clone(), mark.kind));
        marks
    })
}
