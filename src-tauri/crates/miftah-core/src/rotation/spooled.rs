//! The sealed answer of an operation, and the key that opens it.

use std::sync::Arc;

use crate::keys::{KeyId, KeyPrefix};
use crate::operations::{Operation, OperationId};
use crate::ports::{Issued, KeychainError, Ports, Slot, Spool, SpoolError};
use crate::secret::{RawAnswer, WrappingKey};

use super::commit::write_secret_checked;

/// The wrapping key, made if there is none yet: what a preflight needs. Nothing that is sealed under another
/// one is given up by this, since the keychain did not hold it any more.
pub(crate) async fn load_or_make(ports: &Ports) -> Result<WrappingKey, KeychainError> {
    if let Some(key) = load(ports).await? {
        return Ok(key);
    }
    let key = WrappingKey::make().map_err(|_| KeychainError::Unavailable)?;
    write_secret_checked(ports, &Slot::Wrapping, &key.to_secret()).await?;
    Ok(key)
}

/// The wrapping key, if the keychain holds one.
pub(crate) async fn load(ports: &Ports) -> Result<Option<WrappingKey>, KeychainError> {
    let Some(secret) = ports.keychain.read(&Slot::Wrapping).await? else { return Ok(None) };
    WrappingKey::parse(&secret).map(Some).map_err(|_| KeychainError::Corrupt)
}

/// Room in the spool. Given back when dropped, unless something was sealed there.
pub(crate) struct Reserved {
    spool: Arc<dyn Spool>,
    pub(crate) id: OperationId,
    pub(crate) wrapping: WrappingKey,
    keep: bool,
}

impl Reserved {
    /// Makes room for one answer.
    pub(crate) fn make(ports: &Ports, id: OperationId, wrapping: WrappingKey) -> Result<Self, SpoolError> {
        ports.spool.reserve(&id)?;
        Ok(Self { spool: Arc::clone(&ports.spool), id, wrapping, keep: false })
    }

    /// R4: seals the raw answer, before anybody has looked into it.
    pub(crate) fn seal(&mut self, key: &KeyId, answer: &RawAnswer) -> Result<(), SpoolError> {
        // Whatever becomes of the write, what is there is not ours to throw away any more.
        self.keep = true;
        self.spool.seal(&self.id, key, &self.wrapping, answer)
    }

    /// Leaves the room as it is: the operation is not settled yet.
    pub(crate) fn leave(&mut self) {
        self.keep = true;
    }
}

impl Drop for Reserved {
    fn drop(&mut self) {
        if !self.keep {
            wipe(&*self.spool, &self.id);
        }
    }
}

/// Wipes what an operation sealed. What cannot be wiped now is wiped at the next start.
pub(crate) fn wipe(spool: &dyn Spool, id: &OperationId) {
    if let Err(error) = spool.wipe(id) {
        tracing::warn!(%error, operation = id.as_str(), "a sealed answer was not wiped");
    }
}

/// A valid key of another id, or the value that was there before, is no answer to this request.
pub(crate) fn fits(issued: &Issued, operation: &Operation) -> bool {
    let subject = &operation.subject;
    let is_new = subject.baseline.prefix.as_ref().is_none_or(|before| *before != issued.key.prefix());
    let id_fits = match operation.tag {
        None => issued.id.as_ref().is_none_or(|id| *id == subject.key),
        Some(_) => issued.id.as_ref().is_none_or(|id| *id != subject.key),
    };
    is_new && id_fits && prefix_fits(issued)
}

/// An answer that names another prefix than its key has is not to be believed.
fn prefix_fits(issued: &Issued) -> bool {
    issued.prefix.as_ref().is_none_or(|named: &KeyPrefix| *named == issued.key.prefix())
}
