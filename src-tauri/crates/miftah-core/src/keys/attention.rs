//! Why a key stands at the top of the list. A pure rule over what is known; missing data says nothing.
//!
//! Not here: snoozing, notifications. They come with the reminders.

use jiff::{SignedDuration, Timestamp};

use super::{KnownKey, LastUse, Status};
use crate::remarks::Advice;

const NEVER_USED_DAYS: i64 = 14;
const UNUSED_DAYS: i64 = 45;
const EXPIRES_DAYS: i64 = 14;
const DAY: i64 = 24 * 3600;

/// From which moment a stale key's age counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// Its creation: Miftah knows of no change since.
    Created,
    /// The last change Miftah knows of.
    Changed,
}

/// The one reason shown beside a key. Days are whole and rounded down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attention {
    /// The value held here is an older one.
    ReplacedElsewhere {
        /// When the change was first seen.
        at: Timestamp,
    },
    /// It no longer works.
    Expired {
        /// Since when.
        at: Timestamp,
    },
    /// It will stop working.
    Expires {
        /// Whole days left.
        days: i64,
        /// When.
        at: Timestamp,
    },
    /// No request since it was made.
    NeverUsed {
        /// Days since its base date.
        days: i64,
    },
    /// No request for long.
    Unused {
        /// Days since the last request.
        days: i64,
    },
    /// The same value for long.
    Stale {
        /// Days since then.
        days: i64,
        /// Since when.
        since: Since,
    },
}

/// The most severe reason at `now`, if there is one. A switched-off key is nobody's worry unless the value
/// held here is an older one.
pub fn attention(known: &KnownKey, advice: Advice, now: Timestamp) -> Option<Attention> {
    if known.replaced_elsewhere() {
        let at = known.change.map_or(known.first_seen, |change| change.at);
        return Some(Attention::ReplacedElsewhere { at });
    }
    if known.key.status == Status::Inactive {
        return None;
    }
    expiry(known, now).or_else(|| disuse(known, now)).or_else(|| age(known, advice, now))
}

fn days_between(from: Timestamp, to: Timestamp) -> i64 {
    to.duration_since(from).max(SignedDuration::ZERO).as_secs() / DAY
}

fn expiry(known: &KnownKey, now: Timestamp) -> Option<Attention> {
    let at = known.key.expires_at?;
    if at <= now {
        return Some(Attention::Expired { at });
    }
    let days = days_between(now, at);
    (days < EXPIRES_DAYS || at.duration_since(now).as_secs() == EXPIRES_DAYS * DAY)
        .then_some(Attention::Expires { days, at })
}

fn disuse(known: &KnownKey, now: Timestamp) -> Option<Attention> {
    match known.key.last_use {
        LastUse::Unknown => None,
        LastUse::Never => {
            let days = days_between(known.base_date()?, now);
            (days >= NEVER_USED_DAYS).then_some(Attention::NeverUsed { days })
        }
        LastUse::At(at) => {
            // A key regenerated yesterday has had no chance to be used for 45 days.
            let days = days_between(known.base_date().map_or(at, |base| base.max(at)), now);
            (days >= UNUSED_DAYS).then(|| Attention::Unused { days: days_between(at, now) })
        }
    }
}

fn age(known: &KnownKey, advice: Advice, now: Timestamp) -> Option<Attention> {
    let days = days_between(known.base_date()?, now);
    let changed = known.change.is_some_and(|change| Some(change.at) == known.base_date());
    let since = if changed { Since::Changed } else { Since::Created };
    (days >= i64::from(advice.days()?)).then_some(Attention::Stale { days, since })
}

#[cfg(test)]
mod tests;
