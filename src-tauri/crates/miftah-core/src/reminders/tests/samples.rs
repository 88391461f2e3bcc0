//! Checks and own calls for the tests of the rules.

use jiff::SignedDuration;

use super::super::{DAY, Facts, Policy};
use super::at;
use crate::keys::sample::live_key;
use crate::keys::{KeyId, KnownKey, LastUse, Status};
use crate::usage::{OwnCall, UsageSample};

/// A use so many days ago.
pub(super) fn used(days: i64) -> LastUse {
    LastUse::At(at(days * DAY))
}

/// A check so many days ago that named this last use, of a key that is on.
pub(super) fn check(days: i64, last_use: LastUse) -> UsageSample {
    check_at(days * DAY, last_use)
}

/// The same, in seconds.
pub(super) fn check_at(ago: i64, last_use: LastUse) -> UsageSample {
    let known = live_key(at(DAY), LastUse::Never);
    UsageSample { account: known.account, key: known.key.id, at: at(ago), last_use, status: Status::Active }
}

/// A call of Miftah's own so many days ago.
pub(super) fn own(days: i64) -> OwnCall {
    let known = live_key(at(DAY), LastUse::Never);
    let (from, to) = (at(days * DAY + 1), at(days * DAY));
    OwnCall { account: known.account, key: known.key.id, from, to }
}

/// All that is known of a key that was checked just now.
pub(super) fn facts(id: &str, mut known: KnownKey) -> Option<Facts> {
    known.key.id = KeyId::parse(id).ok()?;
    Some(Facts {
        thresholds: Policy::usual().live,
        samples: Vec::new(),
        own_calls: Vec::new(),
        rotation: None,
        old: false,
        fresh_for: SignedDuration::MAX,
        known,
    })
}
