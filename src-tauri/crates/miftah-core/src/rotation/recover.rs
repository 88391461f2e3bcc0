//! What a start finds: operations that are not settled, and sealed answers that the journal knows nothing of.

use crate::keys::KnownKey;
use crate::operations::{Baseline, Event, Kind, Operation, OperationId, Subject, Tag, replay};
use crate::ports::{ClipboardError, CopiedKey, KeychainError, Ports, SpoolError, StoreError};
use crate::secret::{Secret, WrappingKey};

use super::spooled::{load, wipe};
use super::step::{StepError, begin, step, tidy};

/// The operations that are not over, after the leavings of a crash were put in order: rooms in the spool that
/// were never used are given back, and a sealed answer whose records are gone becomes an operation again.
pub async fn take_stock(ports: &Ports) -> Result<Vec<Operation>, StoreError> {
    let operations = replay(&ports.journal.records()?);
    if let Err(error) = sort_out_spool(ports, &operations).await {
        tracing::warn!(%error, "the spool was not put in order");
    } else if let Err(error) = tidy(ports) {
        // Only now: a sealed answer whose records are forgotten would be taken for a lost one.
        tracing::warn!(%error, "the journal was not tidied");
    }
    // Read again: a sealed answer may have become an operation.
    Ok(replay(&ports.journal.records()?).into_iter().filter(|operation| !operation.stage.is_over()).collect())
}

#[derive(Debug, thiserror::Error)]
enum SortError {
    #[error(transparent)]
    Spool(#[from] SpoolError),
    #[error(transparent)]
    Keychain(#[from] KeychainError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Step(#[from] StepError),
}

async fn sort_out_spool(ports: &Ports, operations: &[Operation]) -> Result<(), SortError> {
    for id in ports.spool.operations()? {
        let known = operations.iter().find(|operation| operation.id == id);
        match known {
            // Kept or never carried out, and the wipe did not happen.
            Some(operation) if operation.stage.is_over() => wipe(&*ports.spool, &id),
            Some(_) => {}
            None if !ports.spool.holds(&id)? => wipe(&*ports.spool, &id),
            None => adopt(ports, &id).await?,
        }
    }
    Ok(())
}

/// The journal was lost, the answer was not. The seal is bound to a key's id: the key that it opens for is the
/// one it belongs to.
async fn adopt(ports: &Ports, id: &OperationId) -> Result<(), SortError> {
    let Some(wrapping) = load(ports).await? else { return Ok(()) };
    for known in ports.store.all_keys()? {
        let Ok(Some(answer)) = ports.spool.open(id, &known.key.id, &wrapping) else { continue };
        let issued = ports.portal.read_issued(&answer, known.key.environment).ok();
        // A successor's answer is sealed under the old key and names another.
        let other = issued.and_then(|issued| issued.id).is_some_and(|id| id != known.key.id);
        let tag = if other { Tag::make().ok() } else { None };
        let kind = if tag.is_some() { Kind::Rotation } else { Kind::Regenerate };
        // What the key was like before is lost with the journal: the present prefix may be the sealed one's.
        let baseline = Baseline { prefix: None, works: true, last_use: None };
        let subject = Subject { baseline, ..Subject::of(kind, &known, ports.clock.now()) };
        let mut operation = begin(ports, id.clone(), subject, tag)?;
        step(ports, &mut operation, Event::Sending)?;
        return Ok(());
    }
    Ok(())
}

/// The person has dealt with it: a colleague has the new key, or "not made" was understood.
pub async fn close(ports: &Ports, operation: &Operation) -> Result<(), StepError> {
    let mut operation = operation.clone();
    step(ports, &mut operation, Event::Closed)?;
    wipe(&*ports.spool, &operation.id);
    Ok(())
}

/// Why a sealed value was not copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CopySealedError {
    /// The wrapping key is out of reach.
    #[error(transparent)]
    Keychain(#[from] KeychainError),
    /// Nothing is sealed, or it does not open.
    #[error(transparent)]
    Spool(#[from] SpoolError),
    /// The clipboard did not take it.
    #[error(transparent)]
    Clipboard(#[from] ClipboardError),
}

/// "Copy now" and "Copy the answer": the sealed key, or the whole answer where no key is recognised in it.
pub async fn copy_sealed(
    ports: &Ports,
    operation: &Operation,
    known: &KnownKey,
) -> Result<(), CopySealedError> {
    let wrapping: WrappingKey = load(ports).await?.ok_or(SpoolError::Sealed)?;
    let answer =
        ports.spool.open(&operation.id, &operation.subject.key, &wrapping)?.ok_or(SpoolError::Sealed)?;
    let label = CopiedKey::of(known);
    let lasting = ports.timings.clipboard;
    if let Ok(issued) = ports.portal.read_issued(&answer, operation.subject.environment) {
        ports.clipboard.offer(label, issued.key.secret(), lasting).await?;
    } else {
        let text = Secret::new(String::from_utf8_lossy(answer.expose()).into_owned());
        ports.clipboard.offer(label, &text, lasting).await?;
    }
    Ok(())
}
