//! What one check after another tells of a key's use by others.
//!
//! DHMAD names only the latest use. A check at `s` that names a use at `u` tells that nothing called between `u` and `s`.
//! Where `u` is a call of Miftah's own, it hides whatever lay between it and the check before: a reminder must not claim
//! that nothing did.

use std::borrow::Cow;

use jiff::{SignedDuration, Timestamp};

use super::own_calls::{SLACK, explains};
use super::{OwnCall, UsageSample};
use crate::keys::{ChangedBy, KnownKey, LastUse};

/// A value that was made here so short ago is in nobody else's hands: the call that tests it hides nothing.
const JUST_MADE: SignedDuration = SignedDuration::from_mins(1);

/// What is known after a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The latest use by others that there may have been; `None` if there was none since the key was made.
    pub used: Option<Timestamp>,
    /// Others made it. Else it is Miftah's own call, and what it may hide.
    pub sure: bool,
    /// When the check was. From `used` until then nothing else called.
    pub at: Timestamp,
}

/// The checks until `now`, oldest first, that tell anything.
pub(crate) fn looks(
    known: &KnownKey,
    samples: &[UsageSample],
    own_calls: &[OwnCall],
    now: Timestamp,
) -> Vec<Look> {
    let mut looks: Vec<Look> = Vec::with_capacity(samples.len());
    for sample in in_order(samples).iter().filter(|sample| sample.at <= now) {
        let look = match sample.last_use {
            LastUse::Unknown => continue,
            // A use after the check that tells of it: one of the two clocks is wrong.
            LastUse::At(at) if at > sample.at && at.duration_since(sample.at) > SLACK => continue,
            LastUse::Never => Look { used: None, sure: true, at: sample.at },
            LastUse::At(at) if !explains(own_calls, at) => Look { used: Some(at), sure: true, at: sample.at },
            LastUse::At(at) => behind(at, looks.last().copied(), known, sample.at),
        };
        looks.push(look);
    }
    looks
}

/// What is known where DHMAD names a call of Miftah's own, made at `call`.
fn behind(call: Timestamp, before: Option<Look>, known: &KnownKey, at: Timestamp) -> Look {
    let lately =
        |made: Option<Timestamp>| made.is_some_and(|made| made - SLACK <= call && call <= made + JUST_MADE);
    let made_here = known.change.filter(|change| change.by == ChangedBy::Miftah).map(|change| change.at);
    match before {
        Some(before) if call <= before.at + SLACK => Look { at, ..before },
        // Before it makes a value, Miftah looks.
        Some(before) if lately(made_here) && call <= before.at + JUST_MADE + JUST_MADE => {
            Look { at, ..before }
        }
        None if lately(known.key.created_at) => Look { used: None, sure: true, at },
        _ => Look { used: Some(call), sure: false, at },
    }
}

/// Oldest first, as the store gives them.
fn in_order(samples: &[UsageSample]) -> Cow<'_, [UsageSample]> {
    if samples.is_sorted_by_key(|sample| sample.at) {
        return Cow::Borrowed(samples);
    }
    let mut samples = samples.to_vec();
    samples.sort_by_key(|sample| sample.at);
    Cow::Owned(samples)
}

/// The latest use by others that there may have been, as far as the checks until `now` tell. What a rule concludes from a
/// key's rest goes by this, never by a use that an own call may have hidden.
pub fn latest_possible_use(
    known: &KnownKey,
    samples: &[UsageSample],
    own_calls: &[OwnCall],
    now: Timestamp,
) -> LastUse {
    latest_possible(known, own_calls, looks(known, samples, own_calls, now).last().copied())
}

/// The same after the last look.
pub(crate) fn latest_possible(known: &KnownKey, own_calls: &[OwnCall], look: Option<Look>) -> LastUse {
    match (known.key.last_use, look) {
        (LastUse::Unknown, _) => LastUse::Unknown,
        (told, None) => told,
        (LastUse::Never, Some(look)) => look.used.map_or(LastUse::Never, LastUse::At),
        (LastUse::At(at), Some(look)) => {
            let told = Some(at).filter(|at| !explains(own_calls, *at));
            told.max(look.used).map_or(LastUse::Never, LastUse::At)
        }
    }
}
