//! What the person calls a key on this computer. DHMAD's own name stays as it is.

use crate::keys::{KeyId, KnownKey};
use crate::ports::{Ports, StoreError};
use crate::secret::redact;

/// Why the key keeps its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RenameKeyError {
    /// The name is empty.
    #[error("the name is empty")]
    Empty,
    /// The name is longer than 100 characters.
    #[error("the name is too long")]
    TooLong,
    /// The name holds a line break or another control character.
    #[error("the name holds a control character")]
    ControlCharacter,
    /// No key of this id is known.
    #[error("the key is not known")]
    NotFound,
    /// It could not be remembered.
    #[error(transparent)]
    Store(#[from] StoreError),
}

const MOST_CHARACTERS: usize = 100;

/// Gives a known key a name of 1 to 100 characters without control characters.
pub fn rename_key(ports: &Ports, id: &KeyId, name: &str) -> Result<KnownKey, RenameKeyError> {
    let name = name.trim();
    if name.is_empty() {
        return Err(RenameKeyError::Empty);
    }
    if name.chars().count() > MOST_CHARACTERS {
        return Err(RenameKeyError::TooLong);
    }
    if name.chars().any(char::is_control) {
        return Err(RenameKeyError::ControlCharacter);
    }
    let mut known = ports
        .store
        .all_keys()?
        .into_iter()
        .find(|known| known.key.id == *id)
        .ok_or(RenameKeyError::NotFound)?;
    known.label = Some(redact(name).into_owned());
    ports.store.save_keys(std::slice::from_ref(&known))?;
    Ok(known)
}
