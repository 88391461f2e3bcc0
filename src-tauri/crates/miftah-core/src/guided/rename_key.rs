//! What the person calls a key on this computer. DHMAD's own name stays as it is.

use crate::keys::{KeyId, KnownKey, NameError, check_name};
use crate::ports::{Ports, StoreError};

/// Why the key keeps its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RenameKeyError {
    /// The text is no name.
    #[error(transparent)]
    Name(#[from] NameError),
    /// No key of this id is known.
    #[error("the key is not known")]
    NotFound,
    /// It could not be remembered.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Gives a known key another name.
pub fn rename_key(ports: &Ports, id: &KeyId, name: &str) -> Result<KnownKey, RenameKeyError> {
    let name = check_name(name)?;
    let mut known = ports
        .store
        .all_keys()?
        .into_iter()
        .find(|known| known.key.id == *id)
        .ok_or(RenameKeyError::NotFound)?;
    known.label = Some(name.to_owned());
    ports.store.save_keys(std::slice::from_ref(&known))?;
    Ok(known)
}
