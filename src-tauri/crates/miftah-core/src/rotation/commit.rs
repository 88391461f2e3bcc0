//! R6 and R8: the received value goes into the keychain, pending first, read back, then current.

use crate::keys::{ApiKey, KnownKey};
use crate::operations::{Event, Operation};
use crate::ports::{KeychainError, Ports, RemoteError, Slot, StoreError};
use crate::secret::Secret;

use super::spooled::wipe;
use super::step::{StepError, step};

/// Why a received value is not in its place yet. It stays sealed, and this may be repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CommitError {
    /// The keychain did not take it.
    #[error(transparent)]
    Keychain(#[from] KeychainError),
    /// The change could not be remembered.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The step could not be written down.
    #[error(transparent)]
    Step(#[from] StepError),
    /// Nobody could say which key it is.
    #[error("the new key is not identified yet")]
    Unidentified(#[source] RemoteError),
}

/// Puts the value in its place, writes that down, and only then wipes the sealed answer. Safe to repeat.
pub(crate) async fn commit(
    ports: &Ports,
    operation: &mut Operation,
    known: &mut KnownKey,
    key: &ApiKey,
) -> Result<(), CommitError> {
    let (account, id) = (known.account.clone(), known.key.id.clone());
    write_checked(ports, &Slot::Pending(account.clone(), id.clone()), key).await?;
    keep(ports, known, key).await?;
    step(ports, operation, Event::Kept { id: id.clone() })?;
    forget_pending(ports, known).await;
    wipe(&*ports.spool, &operation.id);
    Ok(())
}

/// Writes the current slot, reads it back, and remembers the change.
pub(crate) async fn keep(ports: &Ports, known: &mut KnownKey, key: &ApiKey) -> Result<(), CommitError> {
    write_checked(ports, &Slot::Current(known.account.clone(), known.key.id.clone()), key).await?;
    let mut changed = known.clone();
    changed.changed_here(key.prefix(), ports.clock.now());
    ports.store.save_keys(std::slice::from_ref(&changed))?;
    *known = changed;
    Ok(())
}

/// Empties the pending slot. What it held is in its place or given up by now.
pub(crate) async fn forget_pending(ports: &Ports, known: &KnownKey) {
    let slot = Slot::Pending(known.account.clone(), known.key.id.clone());
    if let Err(error) = ports.keychain.delete(&slot).await {
        tracing::warn!(%error, "a pending slot was not emptied");
    }
}

/// Writes a slot and compares what it then holds: only what can be read back counts as kept.
pub(crate) async fn write_checked(ports: &Ports, slot: &Slot, key: &ApiKey) -> Result<(), KeychainError> {
    write_secret_checked(ports, slot, key.secret()).await
}

/// The same for a secret that is no key.
pub(crate) async fn write_secret_checked(
    ports: &Ports,
    slot: &Slot,
    secret: &Secret,
) -> Result<(), KeychainError> {
    let written = ports.keychain.write(slot, secret).await;
    let kept = ports.keychain.read(slot).await;
    match (written, kept) {
        // "Written, but the answer was lost" is kept all the same.
        (_, Ok(Some(kept))) if kept.same_as(secret) => Ok(()),
        (Err(error), _) | (Ok(()), Err(error)) => Err(error),
        (Ok(()), Ok(_)) => Err(KeychainError::Corrupt),
    }
}
