//! The journal's records, and the operations they tell of.

use jiff::Timestamp;

use super::{Event, Operation, OperationId, Subject};

/// One record: what happened to which operation, and when. Never a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Which operation.
    pub operation: OperationId,
    /// What it is about.
    pub subject: Subject,
    /// What happened.
    pub event: Event,
    /// When.
    pub at: Timestamp,
}

/// The operations that these records tell of, in the order of their first record.
pub fn replay(records: &[Record]) -> Vec<Operation> {
    let mut operations: Vec<Operation> = Vec::new();
    for record in records {
        match operations.iter_mut().find(|operation| operation.id == record.operation) {
            Some(operation) => operation.follow(record),
            None => operations.push(Operation::from_first(record)),
        }
    }
    operations
}
