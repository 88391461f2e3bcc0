//! When there will be something else to say of a key, if nothing happens to it until then.

use jiff::Timestamp;

use super::finding::{age_due, disuse_due};
use super::{BEFORE_EXPIRY, Seen, Thresholds, after};
use crate::keys::Status;

/// The first moment after `now` at which another finding becomes true, or one more severe. Until then
/// [`reminders`](super::reminders) says the same, but for the days it counts. What is due by its rest or its age begins at
/// the first check after that.
pub fn next_due(seen: &Seen<'_>, thresholds: &Thresholds, now: Timestamp) -> Option<Timestamp> {
    let known = seen.known;
    let rotation = seen.rotation.map(|waits| waits.since);
    if known.key.status == Status::Inactive {
        return rotation.filter(|due| *due > now);
    }
    let expires = known.key.expires_at;
    let before = BEFORE_EXPIRY.map(|days| after(expires.filter(|_| thresholds.expiry)?, -days));
    [
        disuse_due(known, seen.latest_possible_use(now), thresholds),
        age_due(known, thresholds),
        expires,
        rotation,
    ]
    .into_iter()
    .chain(before)
    .flatten()
    .filter(|due| *due > now)
    .min()
}
