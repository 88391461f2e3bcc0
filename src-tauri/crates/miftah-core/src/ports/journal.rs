//! The steps of an operation, written down before they are taken.

use crate::keys::KeyId;

use super::StoreError;

/// A step of a regenerate. Holds ids, never a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JournalStep {
    /// The person confirmed.
    Intent(KeyId),
    /// The request is about to be written.
    Sending(KeyId),
    /// A new value was recognised.
    Received(KeyId),
    /// The new value is in the keychain's current slot.
    Done(KeyId),
}

/// Records steps durably.
pub trait Journal: Send + Sync {
    /// Returns once the step survives a power cut.
    fn record(&self, step: &JournalStep) -> Result<(), StoreError>;
}

/// No journal: an operation that a crash interrupts is not remembered. The shell uses it until the journal
/// file exists.
#[derive(Debug, Clone, Copy)]
pub struct Unjournaled;

impl Journal for Unjournaled {
    fn record(&self, _step: &JournalStep) -> Result<(), StoreError> {
        Ok(())
    }
}
