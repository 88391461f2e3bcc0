//! The person deleted a key on the portal: Miftah forgets what it has of it.

use super::note_switched::{Standing, StandingError, standing};
use crate::keys::{Deletable, KnownKey, deletable, forget};
use crate::ports::Ports;

/// Why the key is still here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ForgetError {
    /// It is switched on, or was not off for long enough: as for a deletion by Miftah itself.
    #[error("the key cannot be deleted yet")]
    NotYet,
    /// DHMAD accepts it: it was not deleted, and its value may be the only copy.
    #[error("DHMAD still accepts this key")]
    StillAccepted,
    /// Nobody could say.
    #[error(transparent)]
    Unknown(#[from] StandingError),
}

/// Forgets the key, its value, its places and its note.
pub async fn forget_key(ports: &Ports, known: &KnownKey) -> Result<(), ForgetError> {
    if deletable(known, &ports.timings, ports.clock.now()) != Deletable::Now {
        return Err(ForgetError::NotYet);
    }
    match standing(ports, known).await? {
        Standing::Accepted => Err(ForgetError::StillAccepted),
        Standing::Refused | Standing::NotHeld => {
            forget(ports, known).await;
            Ok(())
        }
    }
}
