//! Whether something called with a key that nothing had used for long.

use jiff::Timestamp;

use super::{DAY, Seen, after};
use crate::keys::KnownKey;
use crate::usage::{Look, looks};

/// How long it is told after the check that found it, in days. Then whoever uses it is its user again.
const TOLD_FOR: i64 = 7;

/// The latest use that broke a silence of at least `silence` days, and how many days it had lasted.
///
/// DHMAD names only the latest use. A silence is therefore known only from the last use before it up to the last check
/// that still named that use, never across a time without checks.
pub fn used_again(seen: &Seen<'_>, silence: u32, now: Timestamp) -> Option<(Timestamp, i64)> {
    broken(seen.known, &looks(seen.known, seen.samples, seen.own_calls, now), silence, now)
}

/// The same after these looks.
pub(super) fn broken(
    known: &KnownKey,
    looks: &[Look],
    silence: u32,
    now: Timestamp,
) -> Option<(Timestamp, i64)> {
    let base = known.base_date();
    let told_from = after(now, -TOLD_FOR)?;
    let mut lately = looks.iter().zip(looks.iter().skip(1)).rev().take_while(|(_, look)| look.at > told_from);
    lately.find_map(|(before, look)| {
        let at =
            look.used.filter(|at| look.sure && *at <= now && before.used.is_none_or(|used| used < *at))?;
        // A value that was made since has had no silence of its own.
        let from = before.used.max(base)?;
        let silent = before.at.duration_since(from).as_secs() / DAY;
        (from < at && silent >= i64::from(silence.max(1))).then_some((at, silent))
    })
}
