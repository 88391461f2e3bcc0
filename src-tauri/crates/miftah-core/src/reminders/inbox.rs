//! What waits for the person: everything there is to say, without what they put off.

use std::cmp::Reverse;
use std::collections::HashMap;

use jiff::Timestamp;

use super::{Facts, Kind, Mark, Put, Reminder, Severity, reminders};
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
    let mut inbox = Inbox::default();
    for fact in facts {
        // Old data says what it said when it was new, and no more.
        let heard = fact.known.seen_at.saturating_add(now.duration_since(ours)).unwrap_or(now);
        let old = fact.is_old(ours);
        let checked = fact.samples.iter().map(|sample| sample.at).max();
        let at = if old { checked.map_or(heard, |checked| checked.max(heard)).min(now) } else { now };
        for reminder in reminders(&fact.seen(), &fact.thresholds, at) {
            let id = (&fact.known.account, &fact.known.key.id, reminder.kind());
            let mark = marks.get(&id).filter(|mark| mark.instance == reminder.instance);
            let put = mark.and_then(|mark| mark.put);
            let item =
                Item { known: fact.known.clone(), reminder, put, told: mark.and_then(|mark| mark.told), old };
            let waits = match put {
                None => true,
                Some(Put::Until(until)) => until <= ours,
                Some(Put::Dismissed(_)) => false,
            };
            if waits { inbox.open.push(item) } else { inbox.put_off.push(item) }
        }
    }
    for items in [&mut inbox.open, &mut inbox.put_off] {
        items.sort_by(|a, b| rank(a).cmp(&rank(b)));
    }
    inbox
}

/// One order for everybody: what is alike in weight and age goes by its key.
fn rank(item: &Item) -> (Reverse<Severity>, Timestamp, &str, &str, Kind) {
    let (known, reminder) = (&item.known, &item.reminder);
    (Reverse(reminder.severity), reminder.due, known.account.as_str(), known.key.id.as_str(), reminder.kind())
}
