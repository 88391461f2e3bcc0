//! Deletes a key for good: only one that is switched off, and a live one only after a week of that.

use jiff::{SignedDuration, Timestamp};

use super::change::{ChangeKeyError, Settled, begin, settle};
use super::{Environment, KnownKey, Status};
use crate::ports::{Ports, RemoteError, SendError, Slot};
use crate::rotation::KeyLocks;
use crate::session::Session;
use crate::timings::Timings;

/// Whether a key can be deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deletable {
    /// It is switched on, or nobody knows.
    StillOn,
    /// From this moment on.
    From(Timestamp),
    /// Now.
    Now,
}

/// A sandbox key may go as soon as it is off. Of a live one what still needs it must have had time to show.
pub fn deletable(known: &KnownKey, timings: &Timings, now: Timestamp) -> Deletable {
    if known.key.status != Status::Inactive {
        return Deletable::StillOn;
    }
    if known.key.environment == Environment::Sandbox {
        return Deletable::Now;
    }
    let soak = SignedDuration::try_from(timings.soak).unwrap_or(SignedDuration::MAX);
    let from = known.off_since.unwrap_or(now).saturating_add(soak).unwrap_or(Timestamp::MAX);
    if from <= now { Deletable::Now } else { Deletable::From(from) }
}

/// Deletes the key that the person was shown, and forgets its value, its places and itself.
pub async fn delete_key(
    ports: &Ports,
    locks: &KeyLocks,
    session: &Session,
    shown: &KnownKey,
) -> Result<(), ChangeKeyError> {
    match deletable(shown, &ports.timings, ports.clock.now()) {
        Deletable::StillOn => return Err(ChangeKeyError::StillOn),
        Deletable::From(_) => return Err(ChangeKeyError::TooEarly),
        Deletable::Now => {}
    }
    let _guard = begin(ports, locks, session, shown).await?;
    let sent = match ports.portal.delete_key(&session.token, &shown.key.id).await {
        // Somebody was faster, or there is no such call: the list tells.
        Err(SendError::Refused(RemoteError::NotFound)) => Err(SendError::Unknown(RemoteError::NotFound)),
        sent => sent,
    };
    match settle(ports, session, sent).await? {
        Settled::Done(_) => {}
        Settled::Unclear(error, listing) => {
            let gone = listing.filter(|listing| listing.complete);
            let gone =
                gone.is_some_and(|listing| !listing.keys.iter().any(|known| known.key.id == shown.key.id));
            if !gone {
                return Err(ChangeKeyError::Unknown(error));
            }
        }
    }
    forget(ports, shown).await;
    Ok(())
}

/// What Miftah has of a key that is gone. None of it can undo the deletion, so a failure is only noted.
pub(crate) async fn forget(ports: &Ports, gone: &KnownKey) {
    let (account, id) = (&gone.account, &gone.key.id);
    for slot in [Slot::Current(account.clone(), id.clone()), Slot::Pending(account.clone(), id.clone())] {
        if let Err(error) = ports.keychain.delete(&slot).await {
            tracing::warn!(%error, "the value of a deleted key was not forgotten");
        }
    }
    let places = ports.store.all_places().unwrap_or_default().into_iter();
    let mut stored = Ok(());
    for place in places.filter(|place| place.account == *account && place.key == *id) {
        stored = stored.and(ports.store.remove_place(&place.id));
    }
    let stored = stored.and_then(|()| ports.store.remove_remark(account, id));
    if let Err(error) = stored.and_then(|()| ports.store.forget_key(account, id)) {
        tracing::warn!(%error, "what was known of a deleted key was not forgotten");
    }
}

#[cfg(test)]
mod tests {
    use super::{Deletable, deletable};
    use crate::keys::sample::{before, live_key, now};
    use crate::keys::{Environment, LastUse, Status};
    use crate::timings::Timings;

    const DAY: i64 = 24 * 3600;

    #[test]
    fn a_live_key_goes_after_a_week_off_and_a_sandbox_key_at_once() {
        let timings = Timings::product();
        let mut known = live_key(before(100 * DAY), LastUse::Unknown);
        assert_eq!(deletable(&known, &timings, now()), Deletable::StillOn);
        known.key.status = Status::Unknown;
        assert_eq!(deletable(&known, &timings, now()), Deletable::StillOn);
        known.key.status = Status::Inactive;
        assert_eq!(deletable(&known, &timings, now()), Deletable::From(before(-7 * DAY)), "first seen now");
        known.off_since = Some(before(7 * DAY - 1));
        assert_eq!(deletable(&known, &timings, now()), Deletable::From(before(-1)));
        known.off_since = Some(before(7 * DAY));
        assert_eq!(deletable(&known, &timings, now()), Deletable::Now);
        known.off_since = None;
        known.key.environment = Environment::Sandbox;
        assert_eq!(deletable(&known, &timings, now()), Deletable::Now);
    }
}
