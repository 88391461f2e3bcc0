//! The person switched a key off or on, on the portal: Miftah asks DHMAD whether the key works, and notes it.

use jiff::Timestamp;

use crate::keys::{ApiKey, Key, KnownKey, Status};
use crate::ports::{KeychainError, Ports, RemoteError, Slot, StoreError};
use crate::rotation::ask;

/// What DHMAD says of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It accepts it.
    Accepted,
    /// It does not. DHMAD has one answer for a key that is switched off, regenerated or deleted.
    Refused,
    /// Miftah does not hold its value, so only the person's word is there.
    NotHeld,
}

/// Why nothing is known, and nothing was noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StandingError {
    /// The keychain did not give the value.
    #[error(transparent)]
    Keychain(#[from] KeychainError),
    /// DHMAD did not say.
    #[error(transparent)]
    Remote(RemoteError),
    /// What was found could not be remembered.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Asks how the key stands, and notes it: DHMAD's word comes before the person's.
pub async fn note_switched(ports: &Ports, known: &KnownKey, active: bool) -> Result<Standing, StandingError> {
    let standing = standing(ports, known).await?;
    let active = match standing {
        Standing::Accepted => true,
        Standing::Refused => false,
        Standing::NotHeld => active,
    };
    remember(ports, known, active, ports.clock.now())?;
    Ok(standing)
}

/// Asks `/v1/me` with the held value.
pub(super) async fn standing(ports: &Ports, known: &KnownKey) -> Result<Standing, StandingError> {
    let slot = Slot::Current(known.account.clone(), known.key.id.clone());
    let Some(secret) = ports.keychain.read(&slot).await? else { return Ok(Standing::NotHeld) };
    let key = ApiKey::parse(&secret).map_err(|_| KeychainError::Corrupt)?;
    match ask(ports, &known.account, &known.key.id, &key).await {
        Ok(_) => Ok(Standing::Accepted),
        Err(RemoteError::Unauthorized) => Ok(Standing::Refused),
        Err(error) => Err(StandingError::Remote(error)),
    }
}

fn remember(ports: &Ports, known: &KnownKey, active: bool, now: Timestamp) -> Result<(), StoreError> {
    let mut known = known.clone();
    let status = if active { Status::Active } else { Status::Inactive };
    let (tested, seen_at) = (known.tested, known.seen_at);
    known.update(Key { status, ..known.key.clone() }, now);
    // DHMAD has not described it.
    (known.tested, known.seen_at) = (tested, seen_at);
    ports.store.save_keys(std::slice::from_ref(&known))
}
