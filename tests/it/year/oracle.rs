//! What must be said of a key, worked out from what DHMAD showed and what really happened: no rule of Miftah's is asked.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use miftah_core::reminders::Kind;

use super::truth::{Shown, TrueKey};

const DAY: i64 = 24 * 3600;

fn days(count: i64) -> SignedDuration {
    SignedDuration::from_secs(count * DAY)
}

/// A silence that ended: quiet from `from` for as long as `until`, then a use at `used`, which was found at `found`.
struct Broken {
    from: Option<Timestamp>,
    until: Timestamp,
    used: Timestamp,
    found: Timestamp,
}

/// What could be known of one key.
#[derive(Default)]
pub(super) struct Known {
    /// How much of what was shown is worked in.
    read: usize,
    /// When another value was first seen.
    changed: Option<Timestamp>,
    /// What was shown since it is off without a break.
    off: Vec<Shown>,
    broken: Vec<Broken>,
    /// The latest use there may have been; `None` if there was none.
    possible: Option<Timestamp>,
    /// The value held here, by how often it was changed.
    pub(super) held: Option<usize>,
}

impl Known {
    /// Works in what was shown since.
    pub(super) fn learn(&mut self, key: &TrueKey) {
        while let Some(shown) = key.shown.get(self.read).copied() {
            let before = self.read.checked_sub(1).map(|before| key.shown[before]);
            self.read += 1;
            let so_far = &key.shown[..self.read];
            if before.is_some_and(|before| before.generation != shown.generation) {
                self.changed = Some(shown.at);
            }
            if shown.active {
                self.off.clear();
            } else {
                self.off.push(shown);
            }
            let (latest, sure) = latest_possible(key, so_far);
            if let (Some(before), Some(used), true) = (before, latest, sure)
                && self.possible != latest
            {
                self.broken.push(Broken { from: self.possible, until: before.at, used, found: shown.at });
            }
            self.possible = latest;
        }
    }

    fn base(&self, key: &TrueKey) -> Timestamp {
        self.changed.map_or(key.created, |changed| changed.max(key.created))
    }

    /// What there is to say at `now`, each with the moment that tells its occasion from another.
    pub(super) fn expected(
        &self,
        key: &TrueKey,
        fresh_for: SignedDuration,
        now: Timestamp,
    ) -> BTreeMap<Kind, Timestamp> {
        let mut expected = BTreeMap::new();
        let Some(last) = key.shown.get(..self.read).and_then(<[Shown]>::last) else { return expected };
        if now.duration_since(last.at) > fresh_for {
            return expected;
        }
        if self.held.is_some_and(|held| held != last.generation) {
            expected.extend(self.changed.map(|changed| (Kind::ReplacedElsewhere, changed)));
        }
        if !last.active {
            expected.extend(self.used_off(key).map(|_| (Kind::UsedThoughOff, self.off[0].at)));
            return expected;
        }
        if let Some(at) = key.expires {
            if at <= now {
                expected.insert(Kind::Expired, at);
            } else {
                let stage = [1, 7, 14].into_iter().map(|left| at - days(left)).find(|due| *due <= now);
                expected.extend(stage.map(|due| (Kind::Expires, due)));
            }
        }
        let base = self.base(key);
        let lately = self.broken.iter().filter(|broken| now.duration_since(broken.found) < days(7));
        let long = lately.filter(|broken| {
            let from = broken.from.map_or(base, |from| from.max(base));
            from < broken.used && broken.until.duration_since(from) >= days(45)
        });
        expected.extend(long.map(|broken| broken.used).max().map(|used| (Kind::UsedAgain, used)));
        if last.at.duration_since(base) >= days(90) {
            expected.insert(Kind::Stale, base);
        }
        // An answer that shows the call that asked for it says nothing at all.
        let itself = last.last_use == Some(last.at) && key.counted.contains(&last.at);
        match self.possible {
            None if last.at.duration_since(base) >= days(14) => {
                expected.insert(Kind::NeverUsed, base);
            }
            Some(used) if !itself && last.at.duration_since(used.max(base)) >= days(45) => {
                expected.insert(Kind::Unused, used);
            }
            _ => {}
        }
        expected
    }

    /// A use by others that was shown while it was off, and lies after the first sight of that.
    fn used_off(&self, key: &TrueKey) -> Option<Timestamp> {
        let first = self.off.first()?;
        let uses = self.off.iter().filter_map(|shown| shown.last_use);
        uses.filter(|used| *used > first.at && !key.counted.contains(used)).max()
    }
}

/// What was shown rules out every use between the one that was named and the answer. The latest moment that nothing rules
/// out, and whether a use was then for sure.
fn latest_possible(key: &TrueKey, shown: &[Shown]) -> (Option<Timestamp>, bool) {
    let mut open = Timestamp::MAX;
    for shown in shown.iter().rev() {
        // Between this answer and what is ruled out already lies a time that nobody saw.
        if shown.at < open && open != Timestamp::MAX {
            return (Some(open), false);
        }
        let Some(used) = shown.last_use else { return (None, true) };
        if !key.counted.contains(&used) {
            return (Some(used), true);
        }
        open = open.min(used);
    }
    (Some(open), false)
}

/// Whether what is said of a key is so, whatever anybody could know: its words, against what really happened until DHMAD
/// was last heard of it.
pub(super) fn is_so(key: &TrueKey, finding: &miftah_core::reminders::Finding, now: Timestamp) -> bool {
    use miftah_core::reminders::Finding;
    let Some(heard) = key.shown.last().map(|shown| shown.at) else { return false };
    let unused_for =
        |count: i64| key.used_by(heard).is_none_or(|used| heard.duration_since(used) >= days(count));
    match *finding {
        Finding::ReplacedElsewhere { .. } => !key.regenerated.is_empty(),
        Finding::Expired { at } => key.expires == Some(at) && at <= now,
        Finding::Expires { days: left, at } => {
            key.expires == Some(at) && at > now && at.duration_since(now).as_secs() / DAY == left
        }
        Finding::UsedThoughOff { at } => key.uses.contains(&at) && !key.is_active(at),
        Finding::UsedAgain { at, silent } => {
            let ends = key.uses.iter().filter(|used| **used <= at);
            let starts = std::iter::once(key.created).chain(key.uses.iter().copied());
            let gap = starts.zip(ends).any(|(from, to)| to.duration_since(from) >= days(silent));
            key.uses.contains(&at) && gap
        }
        Finding::NeverUsed { days: count } => {
            key.used_by(heard).is_none() && heard.duration_since(key.created) >= days(count)
        }
        // Also of one that nothing ever used, where a call whose answer got lost may have hidden a use.
        Finding::Unused { days: count } => unused_for(count),
        Finding::Stale { days: count, .. } => {
            let changed = key.regenerated.iter().rev().find(|at| **at <= heard).copied();
            heard.duration_since(changed.unwrap_or(key.created)) >= days(count)
        }
        Finding::RotationWaits { .. } => false,
    }
}
