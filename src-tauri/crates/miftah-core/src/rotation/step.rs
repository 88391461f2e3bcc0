//! Writing an operation's steps down.

use crate::operations::{Event, IllegalEvent, Operation, OperationId, Record, Subject, Tag, replay};
use crate::ports::{Ports, StoreError};

/// More records than this are forgotten once every operation is over.
const MANY: usize = 400;

/// Why a step was not written down. The operation stands where it stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StepError {
    /// It cannot happen now.
    #[error(transparent)]
    Illegal(#[from] IllegalEvent),
    /// The journal cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// R1, Z1: the first record of an operation.
pub(crate) fn begin(
    ports: &Ports,
    id: OperationId,
    subject: Subject,
    tag: Option<Tag>,
) -> Result<Operation, StepError> {
    let record = Record { operation: id, subject, event: Event::Intended { tag }, at: ports.clock.now() };
    ports.journal.record(&record)?;
    replay(&[record]).pop().ok_or(StepError::Illegal(IllegalEvent))
}

/// Writes an event down, then follows it.
pub(crate) fn step(ports: &Ports, operation: &mut Operation, event: Event) -> Result<(), StepError> {
    let at = ports.clock.now();
    let after = operation.after(&event, at)?;
    let record = Record { operation: operation.id.clone(), subject: operation.subject.clone(), event, at };
    ports.journal.record(&record)?;
    *operation = after;
    Ok(())
}

/// A step after which nothing may go back: if it cannot be written down, the next start finds it out again.
pub(crate) fn note(ports: &Ports, operation: &mut Operation, event: Event) {
    let word = event.word();
    if let Err(error) = step(ports, operation, event) {
        tracing::error!(%error, step = word, "a step was not written down");
    }
}

/// The operations that are not over, oldest first.
pub fn open_operations(ports: &Ports) -> Result<Vec<Operation>, StoreError> {
    let records = ports.journal.records()?;
    let operations = replay(&records);
    Ok(operations.into_iter().filter(|operation| !operation.stage.is_over()).collect())
}

/// Forgets the records of a journal in which everything is over and which has grown long.
pub(crate) fn tidy(ports: &Ports) -> Result<(), StoreError> {
    let records = ports.journal.records()?;
    let over = replay(&records).iter().all(|operation| operation.stage.is_over());
    if over && records.len() > MANY { ports.journal.clear() } else { Ok(()) }
}
