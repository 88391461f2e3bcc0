//! A key's last use by others than this Miftah.

use super::{OwnCall, UsageSample, explains};
use crate::keys::LastUse;

/// The last use, with Miftah's own calls left out. DHMAD names only the latest use, so an own call can hide an earlier
/// one: then what was seen before stands, and where nothing was seen, nothing is known.
///
/// `samples` oldest first.
pub fn last_real_use(told: LastUse, samples: &[UsageSample], own_calls: &[OwnCall]) -> LastUse {
    let real = |last_use: &LastUse| !matches!(last_use, LastUse::At(at) if explains(own_calls, *at));
    if real(&told) {
        return told;
    }
    let before = samples.iter().rev().map(|sample| sample.last_use);
    before.filter(|last_use| *last_use != LastUse::Unknown).find(real).unwrap_or(LastUse::Unknown)
}

/// The same where only Miftah's own calls tell of a key's use, as in guided mode. An answer that shows the very call that
/// asked for it hides whatever came before: then nothing is known.
///
/// `samples` oldest first.
pub fn last_probed_use(told: LastUse, samples: &[UsageSample], own_calls: &[OwnCall]) -> LastUse {
    let shows_itself = samples.last().is_some_and(|newest| {
        let LastUse::At(at) = newest.last_use else { return false };
        own_calls.iter().any(|call| {
            let call = std::slice::from_ref(call);
            explains(call, at) && explains(call, newest.at)
        })
    });
    if shows_itself { LastUse::Unknown } else { last_real_use(told, samples, own_calls) }
}

#[cfg(test)]
mod tests;
