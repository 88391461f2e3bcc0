//! Whether something called with a key that nothing had used for long.

use jiff::Timestamp;

use super::{DAY, Seen, after};
use crate::keys::LastUse;
use crate::usage::{UsageSample, explains};

/// How long it is told after the use, in days. Then whoever uses it is its user again.
const TOLD_FOR: i64 = 7;

/// The latest use that broke a silence of at least `silence` days, and how many days it had lasted.
///
/// DHMAD names only the latest use. A silence is therefore known only from the last use before it up to the last check
/// that still named that use, never across a time without checks.
pub fn used_again(seen: &Seen<'_>, silence: u32, now: Timestamp) -> Option<(Timestamp, i64)> {
    let real = |sample: &&UsageSample| match sample.last_use {
        LastUse::At(at) => at <= now && !explains(seen.own_calls, at),
        LastUse::Never => true,
        LastUse::Unknown => false,
    };
    let mut samples: Vec<&UsageSample> =
        seen.samples.iter().filter(|sample| sample.at <= now).filter(real).collect();
    samples.sort_by_key(|sample| sample.at);
    let moves = samples.iter().zip(samples.iter().skip(1));
    let broken = moves.filter_map(|(before, after)| {
        let LastUse::At(at) = after.last_use else { return None };
        let from = match before.last_use {
            LastUse::At(from) => from.max(seen.known.base_date().unwrap_or(from)),
            _ => seen.known.base_date()?,
        };
        let silent = before.at.duration_since(from).as_secs() / DAY;
        (from < at && silent >= i64::from(silence.max(1))).then_some((at, silent))
    });
    let (at, silent) = broken.max_by_key(|(at, _)| *at)?;
    (after(at, TOLD_FOR)? > now).then_some((at, silent))
}
