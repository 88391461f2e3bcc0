//! What there is to say of a key, and since when.

use jiff::{SignedDuration, Timestamp};

use super::again::broken;
use super::{BEFORE_EXPIRY, DAY, Kind, Seen, Thresholds, after, used_though_off};
use crate::keys::{KnownKey, LastUse, Status};
use crate::rotation::safe::Awaited;
use crate::usage::{Look, latest_possible, looks};

/// From which moment a stale key's age counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// Its creation: Miftah knows of no change since.
    Created,
    /// The last change Miftah knows of.
    Changed,
}

/// One thing to say. Days are whole and rounded down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
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
    /// Something called with it while it was switched off.
    UsedThoughOff {
        /// When, the last time.
        at: Timestamp,
    },
    /// Something called with it after a long silence.
    UsedAgain {
        /// When.
        at: Timestamp,
        /// How many days nothing had called before, as far as the checks tell.
        silent: i64,
    },
    /// Its rotation goes on only by a click.
    RotationWaits {
        /// What it waits for.
        step: Awaited,
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

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It can wait.
    Notice,
    /// It should be seen to in days.
    Warning,
    /// It should be seen to now.
    Urgent,
}

/// A finding and the moment from which it is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminder {
    /// What.
    pub finding: Finding,
    /// Since when.
    pub due: Timestamp,
    /// The moment that tells this occasion from another of the same kind: the last use, the base date, the stage of an
    /// expiry. It stays the same for as long as the finding goes by the same fact, whatever the thresholds are.
    pub instance: Timestamp,
    /// How much it matters now.
    pub severity: Severity,
}

impl Reminder {
    /// Which of the findings.
    pub const fn kind(&self) -> Kind {
        Kind::of(&self.finding)
    }
}

/// All there is to say of a key at `now`, in the order in which it is shown: that the value held here is an older one
/// first, then what stops the key, its rotation, an unexpected use, then disuse and age. Of a switched-off key only that
/// something used it, that its rotation waits, or that the value held here is an older one: it is nobody's worry else.
pub fn reminders(seen: &Seen<'_>, thresholds: &Thresholds, now: Timestamp) -> Vec<Reminder> {
    let known = seen.known;
    if known.key.status == Status::Inactive {
        let used = used_though_off(seen, now).map(|at| {
            let instance = known.off_since.unwrap_or(at);
            reminder(Finding::UsedThoughOff { at }, at, instance, Severity::Urgent)
        });
        return [replaced(known), used, rotation(seen, now)].into_iter().flatten().collect();
    }
    let looks = looks(known, seen.samples, seen.own_calls, now);
    let last_use = latest_possible(known, seen.own_calls, looks.last().copied());
    [
        replaced(known),
        expiry(known, thresholds, now),
        rotation(seen, now),
        again(known, &looks, thresholds, now),
        disuse(known, last_use, thresholds, seen.heard(now)),
        age(known, thresholds, seen.heard(now)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The one that is shown beside a key.
pub fn foremost(seen: &Seen<'_>, thresholds: &Thresholds, now: Timestamp) -> Option<Finding> {
    reminders(seen, thresholds, now).first().map(|reminder| reminder.finding)
}

const fn reminder(finding: Finding, due: Timestamp, instance: Timestamp, severity: Severity) -> Reminder {
    Reminder { finding, due, instance, severity }
}

fn replaced(known: &KnownKey) -> Option<Reminder> {
    let at = known.change.map_or(known.first_seen, |change| change.at);
    let reminder = reminder(Finding::ReplacedElsewhere { at }, at, at, Severity::Warning);
    known.replaced_elsewhere().then_some(reminder)
}

fn rotation(seen: &Seen<'_>, now: Timestamp) -> Option<Reminder> {
    let waits = seen.rotation.filter(|waits| waits.since <= now)?;
    let finding = Finding::RotationWaits { step: waits.step };
    Some(reminder(finding, waits.since, waits.occasion, Severity::Notice))
}

fn again(known: &KnownKey, looks: &[Look], thresholds: &Thresholds, now: Timestamp) -> Option<Reminder> {
    let (at, silent) = broken(known, looks, thresholds.unused?, now)?;
    Some(reminder(Finding::UsedAgain { at, silent }, at, at, Severity::Warning))
}

fn expiry(known: &KnownKey, thresholds: &Thresholds, now: Timestamp) -> Option<Reminder> {
    let at = known.key.expires_at?;
    if at <= now {
        return Some(reminder(Finding::Expired { at }, at, at, Severity::Urgent));
    }
    if !thresholds.expiry {
        return None;
    }
    let severities = [Severity::Notice, Severity::Warning, Severity::Urgent];
    let stages = BEFORE_EXPIRY.into_iter().zip(severities).rev();
    let (due, severity) = stages
        .filter_map(|(days, severity)| Some((after(at, -days)?, severity)))
        .find(|(due, _)| *due <= now)?;
    Some(reminder(Finding::Expires { days: days_between(now, at), at }, due, due, severity))
}

/// As true as it was when DHMAD was last heard of the key: it may have been used since.
fn disuse(
    known: &KnownKey,
    last_use: LastUse,
    thresholds: &Thresholds,
    heard: Timestamp,
) -> Option<Reminder> {
    let due = disuse_due(known, last_use, thresholds).filter(|due| *due <= heard)?;
    let (finding, instance) = if let LastUse::At(at) = last_use {
        (Finding::Unused { days: days_between(at, heard) }, at)
    } else {
        let base = known.base_date()?;
        (Finding::NeverUsed { days: days_between(base, heard) }, base)
    };
    Some(reminder(finding, due, instance, Severity::Notice))
}

/// As true as it was when DHMAD was last heard of the key: its value may have been changed since.
fn age(known: &KnownKey, thresholds: &Thresholds, heard: Timestamp) -> Option<Reminder> {
    let due = age_due(known, thresholds).filter(|due| *due <= heard)?;
    let base = known.base_date()?;
    let changed = known.change.is_some_and(|change| change.at == base);
    let since = if changed { Since::Changed } else { Since::Created };
    Some(reminder(Finding::Stale { days: days_between(base, heard), since }, due, base, Severity::Notice))
}

/// When a key that stays as quiet as it is counts as never used or unused.
pub(super) fn disuse_due(known: &KnownKey, last_use: LastUse, thresholds: &Thresholds) -> Option<Timestamp> {
    match last_use {
        LastUse::Unknown => None,
        LastUse::Never => after(known.base_date()?, thresholds.never_used?.into()),
        // A key regenerated yesterday has had no chance to be used for 45 days.
        LastUse::At(at) => {
            after(known.base_date().map_or(at, |base| base.max(at)), thresholds.unused?.into())
        }
    }
}

/// When its value counts as old.
pub(super) fn age_due(known: &KnownKey, thresholds: &Thresholds) -> Option<Timestamp> {
    after(known.base_date()?, thresholds.stale?.into())
}

fn days_between(from: Timestamp, to: Timestamp) -> i64 {
    to.duration_since(from).max(SignedDuration::ZERO).as_secs() / DAY
}
