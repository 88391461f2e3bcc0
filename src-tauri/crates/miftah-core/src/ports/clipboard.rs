//! The system's clipboard: one of the two doors by which a key leaves, and the one by which it enters.

use std::time::Duration;

use async_trait::async_trait;

use crate::keys::{Environment, KeyId, KnownKey};
use crate::secret::Secret;

/// Why the clipboard could not be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ClipboardError {
    /// There is none, or another program holds it shut.
    #[error("the clipboard cannot be used")]
    Unavailable,
    /// Nobody holds a text on it.
    #[error("the clipboard holds no text")]
    Empty,
}

/// What a key on the clipboard is called while it is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopiedKey {
    /// The key's id.
    pub id: KeyId,
    /// Its name as shown.
    pub name: String,
    /// Its environment.
    pub environment: Environment,
}

/// Puts keys on the clipboard for a limited time and takes texts from it.
#[async_trait]
pub trait Clipboard: Send + Sync {
    /// Puts the secret on the clipboard, marked to be left out of histories and cloud copies, and takes it
    /// off again after `lasting` if it is still there by then. A text that somebody else put there in the
    /// meantime is never touched. `Ok` means that the system has taken it.
    async fn offer(&self, what: CopiedKey, secret: &Secret, lasting: Duration) -> Result<(), ClipboardError>;

    /// Reads the text on the clipboard once.
    async fn take(&self) -> Result<Secret, ClipboardError>;

    /// Clears the clipboard if it still holds exactly this text. Returns whether it did.
    async fn clear_if(&self, secret: &Secret) -> Result<bool, ClipboardError>;
}

impl CopiedKey {
    /// The label of a known key.
    pub fn of(known: &KnownKey) -> Self {
        Self { id: known.key.id.clone(), name: known.name().to_owned(), environment: known.key.environment }
    }
}
