//! Where a raw answer rests, sealed, until the keychain has its key.

use crate::keys::KeyId;
use crate::operations::OperationId;
use crate::secret::{RawAnswer, WrappingKey};

/// Why a raw answer could not be sealed or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SpoolError {
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// The disk refused.
    #[error("the spool cannot be written")]
    Disk,
    /// What lies there does not open: torn, damaged, or sealed with another wrapping key.
    #[error("the spool does not open")]
    Sealed,
}

/// One sealed file an operation, preallocated before anything is sent. The seal is bound to the operation and
/// the key: a file moved to another place does not open.
pub trait Spool: Send + Sync {
    /// Makes room for one answer, so that sealing needs no free disk. Refused if there is a file already.
    fn reserve(&self, operation: &OperationId) -> Result<(), SpoolError>;

    /// Seals an answer with one write, and reads it back. Returns once it survives a power cut. Refused where
    /// something is sealed already.
    fn seal(
        &self,
        operation: &OperationId,
        key: &KeyId,
        wrapping: &WrappingKey,
        answer: &RawAnswer,
    ) -> Result<(), SpoolError>;

    /// Opens what was sealed; `None` if nothing was.
    fn open(
        &self,
        operation: &OperationId,
        key: &KeyId,
        wrapping: &WrappingKey,
    ) -> Result<Option<RawAnswer>, SpoolError>;

    /// Whether something was written for this operation, whether it opens or not.
    fn holds(&self, operation: &OperationId) -> Result<bool, SpoolError>;

    /// Overwrites and removes what is there, if anything is.
    fn wipe(&self, operation: &OperationId) -> Result<(), SpoolError>;

    /// The operations that have a file, sealed or only reserved.
    fn operations(&self) -> Result<Vec<OperationId>, SpoolError>;
}
