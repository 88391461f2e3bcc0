//! The steps of an operation, written down before they are taken.

use crate::operations::Record;

use super::StoreError;

/// An append-only file with one checksummed record a step.
pub trait Journal: Send + Sync {
    /// Every record that can be read, oldest first. A torn or damaged one is left out, those after it are not.
    fn records(&self) -> Result<Vec<Record>, StoreError>;

    /// Appends a record. Returns once it survives a power cut. After an error the record may be there or not.
    fn record(&self, record: &Record) -> Result<(), StoreError>;

    /// Forgets all records. Only for a journal in which every operation is over.
    fn clear(&self) -> Result<(), StoreError>;
}
