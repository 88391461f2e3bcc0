//! Whether something called with a key while it was switched off.

use jiff::Timestamp;

use super::Seen;
use crate::keys::{LastUse, Status};
use crate::usage::explains;

/// The last use of a key that is switched off, if it lies in the time of which that is known: its last use moved after a
/// check that said "inactive" already, no check said anything else since, and it was no call of Miftah's own.
pub fn used_though_off(seen: &Seen<'_>, now: Timestamp) -> Option<Timestamp> {
    let mut samples: Vec<_> = seen.samples.iter().filter(|sample| sample.at <= now).collect();
    samples.sort_by_key(|sample| sample.at);
    let on = samples.iter().rposition(|sample| sample.status != Status::Inactive);
    let off = on.map_or(samples.as_slice(), |on| samples.get(on + 1..).unwrap_or_default());
    let (first, rest) = off.split_first()?;
    let uses =
        rest.iter().filter(|sample| sample.last_use != first.last_use).filter_map(|sample| {
            match sample.last_use {
                LastUse::At(at) => Some(at),
                _ => None,
            }
        });
    uses.filter(|at| first.at < *at && *at <= now && !explains(seen.own_calls, *at)).max()
}
