use jiff::{SignedDuration, Timestamp};

use super::{Seen, Watch, watch};
use crate::Timings;
use crate::keys::sample::{before, live_key, now};
use crate::keys::{AccountId, KeyId, KeyPrefix, LastUse, Status};
use crate::operations::{Event, Kind, Operation, OperationId, Record, Subject, Tag, replay};
use crate::places::{Place, PlaceId};
use crate::usage::{OwnCall, UsageSample};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// A rotation whose person said "installed" so many seconds ago.
fn installed(ago: i64) -> Operation {
    let id = OperationId::make().unwrap();
    let subject = Subject::of(Kind::Rotation, &live_key(before(100 * DAY), LastUse::Unknown), now());
    let record = |event: Event, ago: i64| Record {
        operation: id.clone(),
        subject: subject.clone(),
        event,
        at: before(ago),
    };
    let prefix = KeyPrefix::parse("sk_live_4c81f2").unwrap();
    replay(&[
        record(Event::Intended { tag: Some(Tag::make().unwrap()) }, ago + 60),
        record(Event::Sending, ago + 60),
        record(Event::Received { prefix, id: None }, ago + 50),
        record(Event::Kept { id: KeyId::parse("k2").unwrap() }, ago + 50),
        record(Event::Installed, ago),
    ])
    .pop()
    .unwrap()
}

fn sample(ago: i64, used_ago: Option<i64>) -> UsageSample {
    UsageSample {
        account: AccountId::unconfirmed(),
        key: KeyId::parse("k1").unwrap(),
        at: before(ago),
        last_use: used_ago.map_or(LastUse::Never, |ago| LastUse::At(before(ago))),
        status: Status::Active,
    }
}

/// A key used once an hour until `until`, looked at every hour from 40 days ago to now.
fn hourly(until: i64) -> Vec<UsageSample> {
    (0..=40 * 24).rev().map(|hours| sample(hours * HOUR, Some((hours * HOUR).max(until) + 60))).collect()
}

struct Case {
    old: Vec<UsageSample>,
    new: Vec<UsageSample>,
    own_calls: Vec<OwnCall>,
    places: Vec<Place>,
    rare_use: Option<bool>,
}

impl Case {
    /// Quiet for a day and an hour, the successor seen twice.
    fn ready() -> Self {
        Self {
            old: hourly(25 * HOUR),
            new: vec![sample(20 * HOUR, Some(21 * HOUR)), sample(HOUR, Some(2 * HOUR))],
            own_calls: Vec::new(),
            places: Vec::new(),
            rare_use: None,
        }
    }

    fn judge(&self, operation: &Operation) -> Watch {
        let seen = Seen {
            old: &self.old,
            new: &self.new,
            own_calls: &self.own_calls,
            places: &self.places,
            rare_use: self.rare_use,
        };
        watch(operation, &seen, &Timings::product(), now())
    }
}

fn place(has: &str) -> Place {
    Place {
        id: PlaceId::make().unwrap(),
        account: AccountId::unconfirmed(),
        key: KeyId::parse("k1").unwrap(),
        name: "Till".into(),
        keeper: None,
        installed: KeyPrefix::parse(has).map(|prefix| (prefix, now())),
    }
}

fn hours(hours: i64) -> SignedDuration {
    SignedDuration::from_hours(hours)
}

#[test]
fn quiet_for_a_day_and_the_successor_in_use_is_ready() {
    let watch = Case::ready().judge(&installed(30 * HOUR));
    assert!(watch.ready, "{watch:?}");
    assert_eq!(watch.wait, hours(24));
    assert_eq!(watch.new_moves.len(), 2);
}

#[test]
fn a_day_is_not_over_before_it_is_over() {
    let mut case = Case::ready();
    case.old = hourly(23 * HOUR);
    assert!(!case.judge(&installed(30 * HOUR)).ready);
}

#[test]
fn the_wait_is_twice_the_longest_gap_seen() {
    let mut case = Case::ready();
    // Used every 20 hours, as far as anybody looked.
    case.old = (0..=40).rev().map(|day| sample(day * DAY, Some((day * DAY).max(30 * HOUR)))).collect();
    let watch = case.judge(&installed(29 * HOUR));
    assert_eq!(watch.wait, hours(48));
    assert!(!watch.ready);
}

#[test]
fn one_use_of_the_successor_is_not_enough_and_our_own_is_none() {
    let mut case = Case::ready();
    case.new.pop();
    assert!(!case.judge(&installed(30 * HOUR)).ready);
    let mut case = Case::ready();
    let call = |ago: i64| OwnCall {
        account: AccountId::unconfirmed(),
        key: KeyId::parse("k2").unwrap(),
        from: before(ago + 1),
        to: before(ago),
    };
    case.own_calls = vec![call(2 * HOUR)];
    let watch = case.judge(&installed(30 * HOUR));
    assert_eq!(watch.new_moves.len(), 1);
    assert!(!watch.ready);
}

#[test]
fn a_use_of_the_old_key_after_the_install_starts_the_wait_over() {
    let mut case = Case::ready();
    case.old.push(sample(0, Some(HOUR)));
    let watch = case.judge(&installed(30 * HOUR));
    assert_eq!(watch.used_again, Some(before(HOUR)));
    assert_eq!(watch.quiet, hours(1));
    assert!(!watch.ready);
}

#[test]
fn short_samples_ask_about_rare_uses() {
    let mut case = Case::ready();
    case.old.drain(..20 * 24);
    let operation = installed(30 * HOUR);
    assert!(case.judge(&operation).asks_rare_use);
    assert!(!case.judge(&operation).ready);
    case.rare_use = Some(false);
    assert!(case.judge(&operation).ready);
    case.rare_use = Some(true);
    let watch = case.judge(&operation);
    assert_eq!(watch.wait, hours(35 * 24));
    assert!(!watch.ready);
    case.places = vec![place("sk_live_4c81f2")];
    assert!(case.judge(&operation).ready);
}

#[test]
fn every_place_ticked_stands_for_the_use_of_the_successor() {
    let mut case = Case::ready();
    case.new.clear();
    case.places = vec![place("sk_live_4c81f2"), place("sk_live_a1b2c3")];
    assert!(!case.judge(&installed(30 * HOUR)).ready);
    case.places.pop();
    assert!(case.judge(&installed(30 * HOUR)).ready);
}

#[test]
fn old_data_and_no_data_are_never_ready() {
    let mut case = Case::ready();
    let late: Timestamp = now() + hours(49);
    let seen = Seen { old: &case.old, new: &case.new, own_calls: &[], places: &[], rare_use: None };
    assert!(!watch(&installed(30 * HOUR), &seen, &Timings::product(), late).ready);
    case.old.clear();
    case.rare_use = Some(false);
    assert!(!case.judge(&installed(30 * HOUR)).ready);
}
