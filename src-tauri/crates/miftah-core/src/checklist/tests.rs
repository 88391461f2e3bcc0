//! Each line, met and not.

use jiff::SignedDuration;

use super::{Around, State, Topic, checklist};
use crate::keys::sample::{before, live_key, now};
use crate::keys::{Environment, KeyId, KnownKey, LastUse, Status};
use crate::places::{Place, PlaceId};
use crate::reminders::{Facts, Policy};
use crate::usage::UsageSample;

const DAY: i64 = 24 * 3600;

fn used(days: i64) -> LastUse {
    LastUse::At(before(days * DAY))
}

fn id(id: &str) -> KeyId {
    KeyId::parse(id).unwrap()
}

/// A live key in good order: young, used, and named.
fn good(name: &str) -> Facts {
    let mut known = live_key(before(10 * DAY), used(1));
    (known.key.id, known.key.name) = (id(name), format!("Till {name}"));
    facts(known)
}

fn facts(known: KnownKey) -> Facts {
    let (samples, own_calls) = (Vec::new(), Vec::new());
    let (thresholds, fresh_for) = (Policy::usual().live, SignedDuration::MAX);
    Facts { thresholds, samples, own_calls, rotation: None, old: false, fresh_for, known }
}

fn sandbox(name: &str) -> Facts {
    let mut sandbox = good(name);
    sandbox.known.key.environment = Environment::Sandbox;
    sandbox
}

fn place(key: &str, name: &str, keeper: Option<&str>) -> Place {
    let known = live_key(now(), LastUse::Never);
    Place {
        id: PlaceId::parse("00112233445566aa").unwrap(),
        account: known.account,
        key: id(key),
        name: name.into(),
        keeper: keeper.map(str::to_owned),
        installed: None,
    }
}

/// Two live keys and one for tests, each with a place and somebody who answers for it.
fn in_order() -> (Vec<Facts>, Vec<Place>) {
    let places = ["k1", "k2", "k3"].map(|key| place(key, "Shop", Some("Salma")));
    (vec![good("k1"), good("k2"), sandbox("k3")], places.to_vec())
}

fn state(facts: &[Facts], places: &[Place], topic: Topic) -> State {
    let around = Around { places, keychain_ready: true, test_taken: Some(true), all_keys: true };
    of(facts, &around, topic)
}

fn of(facts: &[Facts], around: &Around<'_>, topic: Topic) -> State {
    let lines = checklist(facts, around, now());
    lines.into_iter().find(|line| line.topic == topic).unwrap().state
}

fn to_do(keys: &[&str]) -> State {
    State::ToDo(keys.iter().map(|key| id(key)).collect())
}

#[test]
fn an_account_in_order_meets_whatever_can_be_known() {
    let (facts, places) = in_order();
    let around = Around { places: &places, keychain_ready: true, test_taken: Some(true), all_keys: true };
    let lines = checklist(&facts, &around, now());
    let unknown: Vec<_> =
        lines.iter().filter(|line| line.state != State::Met).map(|line| (line.topic, &line.state)).collect();
    let never_known = State::Unknown;
    assert_eq!(unknown, [(Topic::NotInCode, &never_known), (Topic::ServerSide, &never_known)]);
    assert_eq!(lines.len(), 14);
}

#[test]
fn each_line_names_the_keys_it_is_about() {
    let (whole, places) = in_order();
    let change = |change: fn(&mut Facts)| {
        let mut facts = whole.clone();
        change(&mut facts[1]);
        facts
    };
    let off = |facts: &mut Facts, days: i64| {
        facts.known.key.status = Status::Inactive;
        facts.known.off_since = Some(before(days * DAY));
    };
    for (topic, facts) in [
        (Topic::Rotated, change(|facts| facts.known.key.created_at = Some(before(90 * DAY)))),
        (
            Topic::NoUnused,
            change(|facts| {
                facts.known.key.created_at = Some(before(80 * DAY));
                facts.known.key.last_use = used(45);
            }),
        ),
        (
            Topic::NoUnused,
            change(|facts| {
                facts.known.key.created_at = Some(before(14 * DAY));
                facts.known.key.last_use = LastUse::Never;
            }),
        ),
        (Topic::Named, change(|facts| facts.known.key.name = "Test 2".into())),
        (Topic::Named, change(|facts| facts.known.key.name = " ".into())),
    ] {
        assert_eq!(state(&facts, &places, topic), to_do(&["k2"]), "{topic:?}");
    }
    let mut facts = whole.clone();
    off(&mut facts[1], 90);
    assert_eq!(state(&facts, &places, Topic::NoLeftovers), to_do(&["k2"]));
    off(&mut facts[1], 89);
    assert_eq!(state(&facts, &places, Topic::NoLeftovers), State::Met);
    assert_eq!(state(&facts, &places, Topic::Spare), to_do(&[]), "one live key is left");
    assert_eq!(state(&whole[..2], &places, Topic::Apart), to_do(&[]));
}

#[test]
fn a_use_of_a_switched_off_key_is_to_be_looked_into() {
    let (mut facts, places) = in_order();
    let known = &mut facts[1].known;
    known.key.status = Status::Inactive;
    let sample = |days: i64, last_use| UsageSample {
        account: known.account.clone(),
        key: known.key.id.clone(),
        at: before(days * DAY),
        last_use,
        status: Status::Inactive,
    };
    facts[1].samples = vec![sample(3, used(9)), sample(0, used(1))];
    assert_eq!(state(&facts, &places, Topic::Watched), to_do(&["k2"]));
}

#[test]
fn places_count_for_the_keys_they_belong_to() {
    let (facts, mut places) = in_order();
    places[0].keeper = Some(" ".into());
    assert_eq!(state(&facts, &places, Topic::Kept), to_do(&["k1"]));
    places.push(place("k2", "Depot", Some("Amel")));
    assert_eq!(state(&facts, &places, Topic::OneEach), to_do(&["k2"]));
    places.retain(|place| place.key != id("k1"));
    assert_eq!(state(&facts, &places, Topic::Placed), to_do(&["k1"]));
    places.push(Place {
        account: crate::keys::AccountId::parse("dev-9").unwrap(),
        ..place("k1", "Shop", None)
    });
    assert_eq!(state(&facts, &places, Topic::Placed), to_do(&["k1"]), "of another account");
}

#[test]
fn what_cannot_be_known_is_neither_met_nor_to_do() {
    let (mut facts, places) = in_order();
    let around = Around { places: &places, keychain_ready: false, test_taken: None, all_keys: false };
    assert_eq!(of(&facts, &around, Topic::InKeychain), State::Unknown);
    assert_eq!(of(&facts, &around, Topic::Reminded), to_do(&[]));
    assert_eq!(of(&facts[..1], &around, Topic::Spare), State::Unknown, "there may be others");
    assert_eq!(of(&facts[..1], &around, Topic::Apart), State::Unknown);
    facts[2].old = true;
    for topic in [Topic::Rotated, Topic::NoUnused, Topic::NoLeftovers, Topic::Watched] {
        assert_eq!(state(&facts, &places, topic), State::Unknown, "{topic:?} from old data");
        assert_eq!(state(&[], &places, topic), State::Unknown, "{topic:?} without keys");
    }
    assert_eq!(state(&facts, &places, Topic::Placed), State::Met);
}
