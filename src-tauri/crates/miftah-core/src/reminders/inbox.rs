//! What waits for the person: everything there is to say, without what they put off.

use std::collections::HashMap;

use jiff::Timestamp;

use super::{Facts, Kind, Mark, Put, Reminder, reminders};
use crate::keys::{AccountId, KeyId, KnownKey};

/// One thing to say of one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The key, its last use without Miftah's own calls.
    pub known: KnownKey,
    /// What.
    pub reminder: Reminder,
    /// What the person said of it, on this occasion.
    pub put: Option<Put>,
    /// When a notification last told of it.
    pub told: Option<Timestamp>,
    /// It goes by data that is too old to alarm anybody: it was true when DHMAD was last heard of the key.
    pub old: bool,
}

/// All of it, what matters most first, then what is due longest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inbox {
    /// What waits.
    pub open: Vec<Item>,
    /// What was put off and would be there otherwise.
    pub put_off: Vec<Item>,
}

impl Inbox {
    /// How many keys need the person, by data that is not old.
    pub fn keys(&self) -> usize {
        let mut keys: Vec<_> = self.fresh().map(|item| (&item.known.account, &item.known.key.id)).collect();
        keys.sort_by_key(|(account, key)| (account.as_str(), key.as_str()));
        keys.dedup();
        keys.len()
    }

    /// What waits, by data that is not old.
    pub fn fresh(&self) -> impl Iterator<Item = &Item> {
        self.open.iter().filter(|item| !item.old)
    }
}

/// What there is to say at `now`, by DHMAD's clock, which is ahead of this computer's by what lies between `now` and
/// `ours`.
pub fn inbox(facts: &[Facts], marks: &[Mark], now: Timestamp, ours: Timestamp) -> Inbox {
    let marks: HashMap<(&AccountId, &KeyId, Kind), &Mark> =
        marks.iter().map(|mark| ((&mark.account, &mark.key, mark.kind), mark)).collect();
    let (mut open, mut put_off) = (Vec::new(), Vec::new());
    for fact in facts {
        let old = fact.is_old(ours);
        let at = if old { last_heard(fact, now, ours) } else { now };
        for reminder in reminders(&fact.seen(), &fact.thresholds, at) {
            let id = (&fact.known.account, &fact.known.key.id, reminder.kind());
            let mark = marks.get(&id).filter(|mark| mark.instance == reminder.instance);
            let put = mark.and_then(|mark| mark.put);
            let found =
                Found { known: &fact.known, reminder, put, told: mark.and_then(|mark| mark.told), old };
            let waits = match put {
                None => true,
                Some(Put::Until(until)) => until <= ours,
                Some(Put::Dismissed(_)) => false,
            };
            if waits { open.push(found) } else { put_off.push(found) }
        }
    }
    Inbox { open: in_order(open), put_off: in_order(put_off) }
}

/// Old data says what it said when it was new, and no more.
fn last_heard(fact: &Facts, now: Timestamp, ours: Timestamp) -> Timestamp {
    let heard = fact.known.seen_at.saturating_add(now.duration_since(ours)).unwrap_or(now);
    let checked = fact.samples.iter().map(|sample| sample.at).max();
    checked.map_or(heard, |checked| checked.max(heard)).min(now)
}

/// An item before its key is copied for it: there may be very many to put in order.
struct Found<'a> {
    known: &'a KnownKey,
    reminder: Reminder,
    put: Option<Put>,
    told: Option<Timestamp>,
    old: bool,
}

/// One order for everybody: what is alike in weight and age goes by its key.
fn in_order(mut found: Vec<Found<'_>>) -> Vec<Item> {
    found.sort_unstable_by(|a, b| {
        let weight = b.reminder.severity.cmp(&a.reminder.severity);
        let age = || a.reminder.due.cmp(&b.reminder.due);
        let account = || a.known.account.as_str().cmp(b.known.account.as_str());
        let key = || a.known.key.id.as_str().cmp(b.known.key.id.as_str());
        let kind = || a.reminder.kind().cmp(&b.reminder.kind());
        weight.then_with(age).then_with(account).then_with(key).then_with(kind)
    });
    let item =
        |Found { known, reminder, put, told, old }| Item { known: known.clone(), reminder, put, told, old };
    found.into_iter().map(item).collect()
}
