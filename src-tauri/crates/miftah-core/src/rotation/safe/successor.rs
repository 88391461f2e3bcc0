//! Z3 and Z4: the successor in the keychain, tested, copied.

use crate::keys::{ApiKey, Environment};
use crate::keys::{CopyKeyError, Key, KeyId, KnownKey, LastUse, Status, copy_again};
use crate::operations::{Event, Operation};
use crate::ports::{KeychainError, Ports, Slot, StoreError};

use super::super::check::{Check, Untested, check_value};
use super::super::commit::{CommitError, write_checked};
use super::super::spooled::wipe;
use super::super::step::step;

/// Puts the successor's value in its place. Safe to repeat.
pub(in crate::rotation) async fn keep_successor(
    ports: &Ports,
    operation: &mut Operation,
    id: &KeyId,
    value: &ApiKey,
) -> Result<(), CommitError> {
    let account = &operation.subject.account;
    write_checked(ports, &Slot::Current(account.clone(), id.clone()), value).await?;
    let now = ports.clock.now();
    let known = ports.store.keys(account)?.into_iter().find(|known| known.key.id == *id);
    let mut known = known.unwrap_or_else(|| {
        let key = described_by_itself(id, value, operation.subject.environment);
        KnownKey::first_seen(account.clone(), key, now)
    });
    known.changed_here(value.prefix(), now);
    ports.store.save_keys(&[known])?;
    step(ports, operation, Event::Kept { id: id.clone() })?;
    wipe(&*ports.spool, &operation.id);
    Ok(())
}

/// What is known of the successor until a list describes it.
fn described_by_itself(id: &KeyId, value: &ApiKey, environment: Environment) -> Key {
    Key {
        id: id.clone(),
        name: String::new(),
        environment,
        prefix: Some(value.prefix()),
        status: Status::Unknown,
        last_use: LastUse::Unknown,
        created_at: None,
        expires_at: None,
        rate_limit: None,
    }
}

/// Z4: asks DHMAD with the successor. A check, no gate.
pub async fn test_successor(ports: &Ports, operation: &Operation) -> Check {
    match read_successor(ports, operation).await {
        Ok((known, value)) => check_value(ports, &known, &value).await,
        Err(error) => {
            tracing::warn!(%error, "the successor was not tested");
            Check::NotTested(Untested::NoAnswer)
        }
    }
}

/// Why the successor was not copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CopySuccessorError {
    /// It is not kept (yet).
    #[error("the successor is not held")]
    NotHeld,
    /// The store could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// As for every key.
    #[error(transparent)]
    Copy(#[from] CopyKeyError),
}

/// Copies the successor, as any other key.
pub async fn copy_successor(ports: &Ports, operation: &Operation) -> Result<(), CopySuccessorError> {
    let known = known_successor(ports, operation)?.ok_or(CopySuccessorError::NotHeld)?;
    Ok(copy_again(ports, &known).await?)
}

fn known_successor(ports: &Ports, operation: &Operation) -> Result<Option<KnownKey>, StoreError> {
    let Some(id) = &operation.issued_id else { return Ok(None) };
    Ok(ports.store.keys(&operation.subject.account)?.into_iter().find(|known| known.key.id == *id))
}

async fn read_successor(
    ports: &Ports,
    operation: &Operation,
) -> Result<(KnownKey, ApiKey), CopySuccessorError> {
    let known = known_successor(ports, operation)?.ok_or(CopySuccessorError::NotHeld)?;
    let slot = Slot::Current(known.account.clone(), known.key.id.clone());
    let secret = ports.keychain.read(&slot).await.map_err(CopyKeyError::Keychain)?;
    let secret = secret.ok_or(CopySuccessorError::NotHeld)?;
    let value = ApiKey::parse(&secret).map_err(|_| CopyKeyError::Keychain(KeychainError::Corrupt))?;
    Ok((known, value))
}
