//! Gives a key another name at DHMAD.

use super::change::{ChangeKeyError, Settled, begin, find, settle};
use super::{KnownKey, NameError, check_name};
use crate::ports::{Ports, RemoteError};
use crate::rotation::KeyLocks;
use crate::session::Session;

/// Why the key keeps its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RenameError {
    /// The text is no name.
    #[error(transparent)]
    Name(#[from] NameError),
    /// As for every change.
    #[error(transparent)]
    Change(#[from] ChangeKeyError),
}

/// Renames the key that the person was shown.
pub async fn rename(
    ports: &Ports,
    locks: &KeyLocks,
    session: &Session,
    shown: &KnownKey,
    name: &str,
) -> Result<KnownKey, RenameError> {
    let name = check_name(name)?;
    let _guard = begin(ports, locks, session, shown).await?;
    let sent = ports.portal.rename_key(&session.token, &shown.key.id, name).await;
    let (unclear, listing) = match settle(ports, session, sent).await? {
        Settled::Done(listing) => (None, listing),
        Settled::Unclear(error, listing) => (Some(error), listing),
    };
    let unclear = unclear.unwrap_or(RemoteError::Unexpected);
    let known = listing.and_then(|listing| find(listing, &shown.key.id));
    // DHMAD may have made something else of it; what it shows is its name.
    let known = known.filter(|known| known.key.name != shown.key.name || name == shown.key.name);
    Ok(known.ok_or(ChangeKeyError::Unknown(unclear))?)
}
