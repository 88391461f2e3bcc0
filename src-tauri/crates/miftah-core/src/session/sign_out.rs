//! Signs out: the token goes, the keys stay unless the person says otherwise.

use crate::keys::{ChangedBy, KnownKey};
use crate::ports::{KeychainError, Ports, Slot, StoreError};
use crate::rotation::open_operations;
use crate::settings::Access;

/// What becomes of the keys kept on this computer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoredKeys {
    /// They stay in the keychain.
    Keep,
    /// They are removed from the keychain.
    Remove,
}

/// Why the sign-out did not happen. Everything is then as before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignOutError {
    /// The keychain still holds what should go.
    #[error(transparent)]
    Keychain(#[from] KeychainError),
    /// The store could not be changed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A rotation is under way or an answer is sealed: its key cannot be removed yet.
    #[error("an operation is not over")]
    Unfinished,
}

/// Drops the developer token from the keychain, and its kept connections. The caller drops the session.
pub async fn sign_out(ports: &Ports, keys: StoredKeys) -> Result<(), SignOutError> {
    let mut settings = ports.store.settings()?;
    if keys == StoredKeys::Remove {
        if !open_operations(ports)?.is_empty() {
            return Err(SignOutError::Unfinished);
        }
        remove_keys(ports, &settings.access).await?;
    }
    if let Access::Full(account) = &settings.access {
        match ports.keychain.delete(&Slot::Session(account.clone())).await {
            // Where there is no keychain there is no token in it either.
            Ok(()) | Err(KeychainError::Unavailable) => {}
            Err(error) => return Err(error.into()),
        }
    }
    if let Access::Guided { .. } = settings.access {
        drop_left_tokens(ports).await?;
    }
    settings.access = Access::SignedOut;
    ports.store.save_settings(&settings)?;
    ports.portal.forget_connections();
    Ok(())
}

/// A token that a fall-back to guided mode could not delete. Guided mode itself has none, so a closed keychain
/// does not keep the person in it.
async fn drop_left_tokens(ports: &Ports) -> Result<(), StoreError> {
    for account in ports.store.accounts()? {
        if let Err(error) = ports.keychain.delete(&Slot::Session(account.id)).await {
            tracing::warn!(%error, "a developer token may be left in the keychain");
            break;
        }
    }
    Ok(())
}

async fn remove_keys(ports: &Ports, access: &Access) -> Result<(), SignOutError> {
    let kept = match access {
        Access::Full(account) => ports.store.keys(account)?,
        Access::Guided { .. } => ports.store.all_keys()?,
        Access::SignedOut => Vec::new(),
    };
    let touched = |known: &KnownKey| {
        known.held.is_some() || known.change.is_some_and(|change| change.by == ChangedBy::Miftah)
    };
    for mut known in kept.into_iter().filter(touched) {
        remove_value(ports, &known).await?;
        if known.tested {
            known.held = None;
            ports.store.save_keys(&[known])?;
        } else {
            ports.store.forget_key(&known.account, &known.key.id)?;
        }
    }
    Ok(())
}

async fn remove_value(ports: &Ports, known: &KnownKey) -> Result<(), KeychainError> {
    let (account, id) = (known.account.clone(), known.key.id.clone());
    ports.keychain.delete(&Slot::Pending(account.clone(), id.clone())).await?;
    ports.keychain.delete(&Slot::Current(account, id)).await
}
