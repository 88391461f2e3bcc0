//! Which confirmation a regenerate needs. A pure rule; everything unknown asks.

use jiff::{SignedDuration, Timestamp};

use crate::keys::{Environment, KnownKey, LastUse};

/// A live key used or changed within this many hours asks first.
const RECENT: SignedDuration = SignedDuration::from_hours(7 * 24);

/// How the person confirms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirm {
    /// One click, then a countdown that can be stopped.
    Countdown,
    /// The system's own dialog.
    Ask {
        /// Nothing could tell afterwards whether the call was executed: the dialog says so.
        untraceable: bool,
    },
}

/// The confirmation for a key as DHMAD described it just now.
pub fn confirm(known: &KnownKey, now: Timestamp) -> Confirm {
    let untraceable = known.key.prefix.is_none() && known.held.is_none();
    if untraceable || asks_first(known, now) { Confirm::Ask { untraceable } } else { Confirm::Countdown }
}

/// Whether regenerating this key asks first, by what is known now: the "…" on its button.
pub fn asks_first(known: &KnownKey, now: Timestamp) -> bool {
    known.key.environment == Environment::Live && !(long_unused(known, now) && long_unchanged(known, now))
}

fn long_unused(known: &KnownKey, now: Timestamp) -> bool {
    // `null` is no proof of "never": an API that does not track use would say the same.
    matches!(known.key.last_use, LastUse::At(at) if now.duration_since(at) > RECENT)
}

fn long_unchanged(known: &KnownKey, now: Timestamp) -> bool {
    let created_long_ago = known.key.created_at.is_some_and(|at| now.duration_since(at) > RECENT);
    let changed_lately = known.change.is_some_and(|change| now.duration_since(change.at) <= RECENT);
    created_long_ago && !changed_lately
}

#[cfg(test)]
mod tests {
    use super::{Confirm, confirm};
    use crate::keys::sample::{before, live_key, now};
    use crate::keys::{Change, ChangedBy, Environment, KeyPrefix, KnownKey, LastUse};

    fn live(last_use: LastUse) -> KnownKey {
        live_key(before(100 * DAY), last_use)
    }

    const DAY: i64 = 24 * 3600;
    const ASK: Confirm = Confirm::Ask { untraceable: false };

    #[test]
    fn a_live_key_unused_for_more_than_seven_days_counts_down() {
        assert_eq!(confirm(&live(LastUse::At(before(7 * DAY))), now()), ASK);
        assert_eq!(confirm(&live(LastUse::At(before(7 * DAY + 1))), now()), Confirm::Countdown);
    }

    #[test]
    fn unknown_never_and_future_use_ask() {
        for last_use in [LastUse::Unknown, LastUse::Never, LastUse::At(before(-60))] {
            assert_eq!(confirm(&live(last_use), now()), ASK, "{last_use:?}");
        }
    }

    #[test]
    fn a_young_or_lately_changed_key_asks() {
        let mut known = live(LastUse::At(before(60 * DAY)));
        known.change = Some(Change { at: before(7 * DAY), by: ChangedBy::Elsewhere });
        assert_eq!(confirm(&known, now()), ASK);
        known.change = None;
        known.key.created_at = Some(before(7 * DAY));
        assert_eq!(confirm(&known, now()), ASK);
        known.key.created_at = None;
        assert_eq!(confirm(&known, now()), ASK);
    }

    #[test]
    fn a_sandbox_key_counts_down_unless_nothing_could_tell_the_outcome() {
        let mut known = live(LastUse::Unknown);
        known.key.environment = Environment::Sandbox;
        assert_eq!(confirm(&known, now()), Confirm::Countdown);
        known.key.prefix = None;
        assert_eq!(confirm(&known, now()), Confirm::Ask { untraceable: true });
        known.held = KeyPrefix::parse("sk_sandbox_a1b2c3");
        assert_eq!(confirm(&known, now()), Confirm::Countdown);
    }
}
