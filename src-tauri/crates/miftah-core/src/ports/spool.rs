//! Where a raw answer rests, sealed, until the keychain has its key. Nothing implements this port yet: the
//! keychain write stands in its place, in the order that the spool will take over.

use crate::keys::KeyId;
use crate::secret::RawAnswer;

/// Why a raw answer could not be sealed or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SpoolError {
    /// The disk refused.
    #[error("the spool cannot be written")]
    Disk,
    /// What lies there does not open.
    #[error("the spool does not open")]
    Sealed,
}

/// One sealed file an operation, preallocated before anything is sent.
pub trait Spool: Send + Sync {
    /// Makes room for one answer, so that sealing needs no free disk.
    fn reserve(&self, key: &KeyId) -> Result<(), SpoolError>;
    /// Seals an answer; returns once it survives a power cut.
    fn seal(&self, key: &KeyId, answer: &RawAnswer) -> Result<(), SpoolError>;
    /// Opens a sealed answer, if there is one.
    fn open(&self, key: &KeyId) -> Result<Option<RawAnswer>, SpoolError>;
    /// Wipes it.
    fn wipe(&self, key: &KeyId) -> Result<(), SpoolError>;
}
