//! The security checklist of DHMAD's guide, worked out from what Miftah knows. No score: each line is met, to do with the
//! keys it is about, or can't be known.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

use crate::keys::{Environment, KeyId, KnownKey, LastUse, Status};
use crate::places::Place;
use crate::reminders::{Facts, Finding, reminders};

/// What a line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// No key in use is older than its threshold ("rotate keys regularly").
    Rotated,
    /// No active live key is unused ("delete unused keys").
    NoUnused,
    /// No key has been switched off for months without being deleted.
    NoLeftovers,
    /// Every active live key has a place.
    Placed,
    /// Every place of an active live key has somebody who answers for it.
    Kept,
    /// No key is used in two places ("use different keys for different applications").
    OneEach,
    /// There are keys of both environments, so that tests need no real money.
    Apart,
    /// Two active live keys: a backup if one stops.
    Spare,
    /// Names say what keys are for.
    Named,
    /// The values known here are in the system's keychain.
    InKeychain,
    /// No switched-off key is used, and no silence was broken ("monitor key usage").
    Watched,
    /// A notification reached the system.
    Reminded,
    /// No key is in source code ("never commit keys").
    NotInCode,
    /// Keys are used on servers only, never in a browser or an app.
    ServerSide,
}

/// How a line stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It is so.
    Met,
    /// It is not, because of these keys; none where it is about no key.
    ToDo(Vec<KeyId>),
    /// Nobody can know it here: data is old or missing, or it is outside of what Miftah sees.
    Unknown,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// About what.
    pub topic: Topic,
    /// How it stands.
    pub state: State,
}

/// What the lines go by, beside the keys.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// All places.
    pub places: &'a [Place],
    /// The keychain answers.
    pub keychain_ready: bool,
    /// The system took the last test notification; `None` if none was sent.
    pub test_taken: Option<bool>,
    /// The list covers all keys of the account.
    pub all_keys: bool,
}

/// A switched-off key may rest for so long before it counts as a leftover.
const LEFTOVER: SignedDuration = SignedDuration::from_hours(90 * 24);

/// The lines at `now`, by DHMAD's clock.
pub fn checklist(facts: &[Facts], around: &Around<'_>, now: Timestamp) -> Vec<Line> {
    let old = facts.iter().any(|fact| fact.old) || facts.is_empty();
    let active = || facts.iter().filter(|fact| fact.known.key.status == Status::Active);
    let live = || active().filter(|fact| fact.known.key.environment == Environment::Live);
    let says = |fact: &Facts, told: fn(&Finding) -> bool| {
        reminders(&fact.seen(), &fact.thresholds, now).iter().any(|reminder| told(&reminder.finding))
    };
    let places = Places::of(around.places);
    let ids = |keys: &mut dyn Iterator<Item = &Facts>| -> Vec<KeyId> {
        keys.map(|fact| fact.known.key.id.clone()).collect()
    };
    // From old data nothing is concluded, neither that something is in order nor that it is not.
    let told = |found: Vec<KeyId>| match (old, found.is_empty()) {
        (true, _) => State::Unknown,
        (false, true) => State::Met,
        (false, false) => State::ToDo(found),
    };
    let known = |found: Vec<KeyId>| if found.is_empty() { State::Met } else { State::ToDo(found) };
    let whole = |met: bool| match (old || !around.all_keys, met) {
        (_, true) => State::Met,
        (true, false) => State::Unknown,
        (false, false) => State::ToDo(Vec::new()),
    };
    let in_use = |fact: &&Facts| matches!(fact.known.key.last_use, LastUse::At(_));
    let of = |topic, state| Line { topic, state };
    vec![
        of(
            Topic::Rotated,
            told(ids(&mut active()
                .filter(in_use)
                .filter(|fact| says(fact, |f| matches!(f, Finding::Stale { .. }))))),
        ),
        of(
            Topic::NoUnused,
            told(ids(&mut live().filter(|fact| {
                says(fact, |f| matches!(f, Finding::Unused { .. } | Finding::NeverUsed { .. }))
            }))),
        ),
        of(Topic::NoLeftovers, told(ids(&mut facts.iter().filter(|fact| is_leftover(&fact.known, now))))),
        of(
            Topic::Watched,
            told(ids(&mut facts.iter().filter(|fact| {
                says(fact, |f| matches!(f, Finding::UsedThoughOff { .. } | Finding::UsedAgain { .. }))
            }))),
        ),
        of(Topic::Placed, known(ids(&mut live().filter(|fact| places.count(&fact.known) == 0)))),
        of(Topic::Kept, known(ids(&mut live().filter(|fact| places.without_keeper(&fact.known))))),
        of(Topic::OneEach, known(ids(&mut active().filter(|fact| places.count(&fact.known) > 1)))),
        of(Topic::Named, known(ids(&mut active().filter(|fact| is_vague(fact.known.name()))))),
        of(Topic::Spare, whole(live().count() > 1)),
        of(
            Topic::Apart,
            whole(
                live().next().is_some()
                    && active().any(|fact| fact.known.key.environment == Environment::Sandbox),
            ),
        ),
        of(Topic::InKeychain, if around.keychain_ready { State::Met } else { State::Unknown }),
        of(
            Topic::Reminded,
            match around.test_taken {
                Some(true) => State::Met,
                Some(false) | None => State::ToDo(Vec::new()),
            },
        ),
        of(Topic::NotInCode, State::Unknown),
        of(Topic::ServerSide, State::Unknown),
    ]
}

fn is_leftover(known: &KnownKey, now: Timestamp) -> bool {
    known.key.status == Status::Inactive
        && known.off_since.is_some_and(|since| now.duration_since(since) >= LEFTOVER)
}

/// A name that says nothing of what the key is for.
fn is_vague(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    name.chars().count() < 3
        || ["test", "key", "api", "new", "default", "untitled", "prod", "dev"].iter().any(|vague| {
            name.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '-') == *vague
        })
}

/// The places by their key.
struct Places<'a>(HashMap<&'a KeyId, Vec<&'a Place>>);

impl<'a> Places<'a> {
    fn of(places: &'a [Place]) -> Self {
        let mut by_key: HashMap<&KeyId, Vec<&Place>> = HashMap::new();
        for place in places {
            by_key.entry(&place.key).or_default().push(place);
        }
        Self(by_key)
    }

    fn at(&self, known: &KnownKey) -> impl Iterator<Item = &'a Place> {
        let of_key = self.0.get(&known.key.id).map(Vec::as_slice).unwrap_or_default();
        of_key.iter().copied().filter(|place| place.account == known.account)
    }

    fn count(&self, known: &KnownKey) -> usize {
        self.at(known).count()
    }

    fn without_keeper(&self, known: &KnownKey) -> bool {
        self.at(known).any(|place| place.keeper.as_deref().is_none_or(|keeper| keeper.trim().is_empty()))
    }
}

#[cfg(test)]
mod tests;
