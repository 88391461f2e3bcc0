//! Switches a key off or on. Off is reversible, and stops whatever uses it at once.

use super::change::{ChangeKeyError, Done, begin, confirm};
use super::{Key, KnownKey, Status};
use crate::ports::Ports;
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
    let done =
        Done { is: |key: &Key| key.status == wanted, like: Key { status: wanted, ..shown.key.clone() } };
    confirm(ports, session, shown, sent, done).await
}

/// Whether this key's environment has no active one, whatever becomes of this key.
pub fn no_active_left(keys: &[KnownKey], key: &KnownKey) -> bool {
    !keys.iter().any(|known| {
        known.key.environment == key.key.environment
            && known.key.status == Status::Active
            && known.key.id != key.key.id
    })
}

/// Whether switching this key off would leave its environment without an active one.
pub fn is_last_active(keys: &[KnownKey], key: &KnownKey) -> bool {
    key.key.status == Status::Active && no_active_left(keys, key)
}
