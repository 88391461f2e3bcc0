//! Copies a held key to the clipboard again.

use super::{ApiKey, CopyForm, KnownKey};
use crate::ports::{ClipboardError, CopiedKey, KeychainError, Ports, Slot};
use crate::rotation::keep;

/// Why a key was not copied. The clipboard is then as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CopyKeyError {
    /// The keychain did not give it.
    #[error(transparent)]
    Keychain(#[from] KeychainError),
    /// The keychain does not hold it.
    #[error("the value of this key is not held")]
    NotHeld,
    /// It was kept, and this keychain has nothing of Miftah's: another one is in use than before.
    #[error("the value of this key is in another keychain")]
    OtherKeychain,
    /// Its prefix is not the newest known one: somebody regenerated it elsewhere.
    #[error("the value held is not the present one")]
    ReplacedElsewhere,
    /// The clipboard did not take it.
    #[error(transparent)]
    Clipboard(#[from] ClipboardError),
}

/// [`copy_as`] in its bare form.
pub async fn copy_again(ports: &Ports, known: &KnownKey) -> Result<(), CopyKeyError> {
    copy_as(ports, known, CopyForm::Bare).await
}

/// Reads the key from the keychain, compares its prefix with the newest known one, and only then copies it. A
/// newest value that a crash left in the pending slot is put in its place first.
pub async fn copy_as(ports: &Ports, known: &KnownKey, form: CopyForm) -> Result<(), CopyKeyError> {
    let (account, id) = (known.account.clone(), known.key.id.clone());
    let current = held(ports, &Slot::Current(account.clone(), id.clone())).await?;
    let is_newest = |key: &ApiKey| known.key.prefix.as_ref().is_none_or(|newest| *newest == key.prefix());
    let key = match current {
        Some(key) if is_newest(&key) => key,
        older => match held(ports, &Slot::Pending(account, id)).await? {
            Some(key) if is_newest(&key) => {
                if let Err(error) = keep(ports, &mut known.clone(), &key).await {
                    tracing::warn!(%error, "the newest value stays in the pending slot");
                }
                key
            }
            _ if older.is_some() => return Err(CopyKeyError::ReplacedElsewhere),
            _ => return Err(missing(ports, known).await),
        },
    };
    let text = form.text(key.secret());
    ports.clipboard.offer(CopiedKey::of(known), &text, ports.timings.clipboard).await?;
    Ok(())
}

/// A keychain that has not even the key of the spool is not the one that took this value.
async fn missing(ports: &Ports, known: &KnownKey) -> CopyKeyError {
    let other = known.held.is_some() && matches!(ports.keychain.read(&Slot::Wrapping).await, Ok(None));
    if other { CopyKeyError::OtherKeychain } else { CopyKeyError::NotHeld }
}

async fn held(ports: &Ports, slot: &Slot) -> Result<Option<ApiKey>, KeychainError> {
    let Some(secret) = ports.keychain.read(slot).await? else { return Ok(None) };
    ApiKey::parse(&secret).map(Some).map_err(|_| KeychainError::Corrupt)
}
