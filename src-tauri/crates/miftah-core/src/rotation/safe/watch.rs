//! Z6: whether the successor is in use and the old key quiet. A pure rule over what was seen.

use jiff::{SignedDuration, Timestamp};

use crate::Timings;
use crate::keys::LastUse;
use crate::operations::{Operation, Stage};
use crate::places::Place;
use crate::usage::{OwnCall, UsageSample, explains};

/// How many moves of the successor's last use prove that it is in use.
const MOVES: usize = 2;

/// What the watch goes by.
pub struct Seen<'a> {
    /// The old key's samples, oldest first.
    pub old: &'a [UsageSample],
    /// The successor's samples, oldest first.
    pub new: &'a [UsageSample],
    /// Miftah's own calls with either.
    pub own_calls: &'a [OwnCall],
    /// The old key's places.
    pub places: &'a [Place],
    /// The answer to "does anything use it less than once a day?".
    pub rare_use: Option<bool>,
}

/// Where the watch stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watch {
    /// The old key's last use by others than Miftah.
    pub old_last_use: Option<Timestamp>,
    /// When it was used after the person had said that everything uses the new one.
    pub used_again: Option<Timestamp>,
    /// The moves of the old key's last use, one a check.
    pub old_moves: Vec<Timestamp>,
    /// The moves of the successor's last use since the install, one a check.
    pub new_moves: Vec<Timestamp>,
    /// All places are ticked off (and there is one).
    pub all_ticked: bool,
    /// How long the old key has been quiet, up to the last check.
    pub quiet: SignedDuration,
    /// How long it has to be.
    pub wait: SignedDuration,
    /// When that will be, if it stays quiet.
    pub ready_at: Option<Timestamp>,
    /// Switching off may be offered.
    pub ready: bool,
    /// The rare-use question has to be answered first.
    pub asks_rare_use: bool,
    /// How long the old key has been watched.
    pub watched: SignedDuration,
}

/// Judges by what was seen. Missing or old data never make it ready.
pub fn watch(operation: &Operation, seen: &Seen<'_>, timings: &Timings, now: Timestamp) -> Watch {
    let old_moves = moves(seen.old, seen.own_calls);
    let installed = operation.installed;
    let new_moves: Vec<Timestamp> = moves(seen.new, seen.own_calls)
        .into_iter()
        .filter(|at| installed.is_some_and(|installed| *at > installed))
        .collect();
    let old_last_use = old_moves.last().copied();
    let used_again = old_last_use.filter(|at| installed.is_some_and(|installed| *at > installed));
    let checked = seen.old.last().map(|sample| sample.at);
    let watched = match (seen.old.first(), checked) {
        (Some(first), Some(last)) => last.duration_since(first.at),
        _ => SignedDuration::ZERO,
    };
    let all_ticked = !seen.places.is_empty()
        && operation.prefix.as_ref().is_some_and(|prefix| seen.places.iter().all(|place| place.has(prefix)));
    let short = watched < signed(timings.rare_use);
    let asks_rare_use = short && seen.rare_use.is_none() && !all_ticked;
    let rare = short && seen.rare_use == Some(true) && !all_ticked;
    let least = signed(timings.quiet_at_least).max(longest_gap(&old_moves).saturating_mul(2));
    let wait = if rare { least.max(signed(timings.rare_use)) } else { least };
    let from = installed.map(|installed| old_last_use.map_or(installed, |used| used.max(installed)));
    let quiet = match (from, checked) {
        (Some(from), Some(checked)) => checked.duration_since(from).max(SignedDuration::ZERO),
        _ => SignedDuration::ZERO,
    };
    let fresh = checked.is_some_and(|at| now.duration_since(at) <= signed(timings.list_stale));
    let in_use = all_ticked || new_moves.len() >= MOVES;
    let ready = operation.stage == Stage::Installed && in_use && fresh && !asks_rare_use && quiet >= wait;
    Watch {
        old_last_use,
        used_again,
        old_moves,
        new_moves,
        all_ticked,
        quiet,
        wait,
        ready_at: from.and_then(|from| from.checked_add(wait).ok()),
        ready,
        asks_rare_use,
        watched,
    }
}

/// The distinct last uses, without those that may be Miftah's own calls.
fn moves(samples: &[UsageSample], own_calls: &[OwnCall]) -> Vec<Timestamp> {
    let mut moves: Vec<Timestamp> = Vec::new();
    for sample in samples {
        if let LastUse::At(at) = sample.last_use
            && moves.last().is_none_or(|last| at > *last)
            && !explains(own_calls, at)
        {
            moves.push(at);
        }
    }
    moves
}

fn longest_gap(moves: &[Timestamp]) -> SignedDuration {
    let gaps = moves.iter().zip(moves.iter().skip(1)).map(|(before, after)| after.duration_since(*before));
    gaps.max().unwrap_or(SignedDuration::ZERO)
}

fn signed(duration: std::time::Duration) -> SignedDuration {
    SignedDuration::try_from(duration).unwrap_or(SignedDuration::MAX)
}

#[cfg(test)]
mod tests;
