//! Puts a received key into the keychain: pending first, read back, then current.

use crate::keys::{ApiKey, KnownKey};
use crate::ports::{KeychainError, Ports, Slot};

/// Writes the pending slot and reads it back: from here the key survives a crash.
pub(super) async fn keep_pending(ports: &Ports, known: &KnownKey, key: &ApiKey) -> Result<(), KeychainError> {
    write_checked(ports, &Slot::Pending(known.account.clone(), known.key.id.clone()), key).await
}

/// Writes the current slot, reads it back, empties the pending one and remembers the change. Safe to repeat.
pub async fn keep(ports: &Ports, known: &mut KnownKey, key: &ApiKey) -> Result<(), KeychainError> {
    let (account, id) = (known.account.clone(), known.key.id.clone());
    write_checked(ports, &Slot::Current(account.clone(), id.clone()), key).await?;
    known.changed_here(key.prefix(), ports.clock.now());
    if let Err(error) = ports.store.save_keys(std::slice::from_ref(known)) {
        tracing::error!(%error, "the change was not remembered");
    }
    if let Err(error) = ports.keychain.delete(&Slot::Pending(account, id)).await {
        tracing::warn!(%error, "the pending slot was not emptied");
    }
    Ok(())
}

/// Writes a slot and compares what it then holds: only what can be read back counts as kept.
pub(crate) async fn write_checked(ports: &Ports, slot: &Slot, key: &ApiKey) -> Result<(), KeychainError> {
    let written = ports.keychain.write(slot, key.secret()).await;
    let kept = ports.keychain.read(slot).await;
    match (written, kept) {
        // "Written, but the answer was lost" is kept all the same.
        (_, Ok(Some(kept))) if kept.same_as(key.secret()) => Ok(()),
        (Err(error), _) | (Ok(()), Err(error)) => Err(error),
        (Ok(()), Ok(_)) => Err(KeychainError::Corrupt),
    }
}
