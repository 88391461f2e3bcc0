//! Switches a key off or on. Off is reversible, and stops whatever uses it at once.

use super::change::{ChangeKeyError, Settled, begin, find, settle};
use super::{KnownKey, Status};
use crate::ports::{Ports, RemoteError};
use crate::rotation::KeyLocks;
use crate::session::Session;

/// Switches the key that the person was shown, and returns it as it is then.
pub async fn switch_key(
    ports: &Ports,
    locks: &KeyLocks,
    session: &Session,
    shown: &KnownKey,
    active: bool,
) -> Result<KnownKey, ChangeKeyError> {
    let _guard = begin(ports, locks, session, shown).await?;
    let wanted = if active { Status::Active } else { Status::Inactive };
    if shown.key.status == wanted {
        return Ok(shown.clone());
    }
    let sent = ports.portal.set_active(&session.token, &shown.key.id, active).await;
    let (unclear, listing) = match settle(ports, session, sent).await? {
        Settled::Done(listing) => (None, listing),
        Settled::Unclear(error, listing) => (Some(error), listing),
    };
    match (listing.and_then(|listing| find(listing, &shown.key.id)), unclear) {
        (Some(known), _) if known.key.status == wanted => Ok(known),
        (_, Some(error)) => Err(ChangeKeyError::Unknown(error)),
        (Some(_), None) => Err(ChangeKeyError::Unknown(RemoteError::Unexpected)),
        // DHMAD said that it did it, and the list cannot be read just now.
        (None, None) => remember(ports, shown, wanted),
    }
}

fn remember(ports: &Ports, shown: &KnownKey, status: Status) -> Result<KnownKey, ChangeKeyError> {
    let mut known = shown.clone();
    let key = super::Key { status, ..known.key.clone() };
    known.update(key, ports.clock.now());
    ports.store.save_keys(std::slice::from_ref(&known))?;
    Ok(known)
}

/// Whether switching this key off would leave its environment without an active one.
pub fn is_last_active(keys: &[KnownKey], key: &KnownKey) -> bool {
    let active = |known: &&KnownKey| {
        known.key.environment == key.key.environment && known.key.status == Status::Active
    };
    key.key.status == Status::Active && keys.iter().filter(active).all(|known| known.key.id == key.key.id)
}
