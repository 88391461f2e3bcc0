//! A [`Spool`] in memory that can be told to fail.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use miftah_core::keys::KeyId;
use miftah_core::operations::OperationId;
use miftah_core::ports::{Spool, SpoolError};
use miftah_core::secret::{RawAnswer, WrappingKey};
use zeroize::Zeroizing;

/// What a file holds: the key and the wrapping key it was sealed for, and the answer.
struct Sealed {
    key: KeyId,
    wrapping: [u8; 32],
    status: u16,
    complete: bool,
    body: Vec<u8>,
}

/// Keeps the answers in memory.
#[derive(Default)]
pub struct FakeSpool {
    files: Mutex<BTreeMap<OperationId, Option<Sealed>>>,
    failure: Mutex<Option<SpoolError>>,
}

impl FakeSpool {
    /// An empty spool.
    pub fn new() -> Self {
        Self::default()
    }

    /// From now on every call that writes fails with this, until it is taken back with `None`.
    pub fn fail(&self, error: Option<SpoolError>) {
        *self.failure.lock().unwrap_or_else(PoisonError::into_inner) = error;
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.lock().len()
    }

    /// Whether there is no file.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<OperationId, Option<Sealed>>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn lock_to_write(&self) -> Result<MutexGuard<'_, BTreeMap<OperationId, Option<Sealed>>>, SpoolError> {
        self.failure.lock().unwrap_or_else(PoisonError::into_inner).map_or(Ok(()), Err)?;
        Ok(self.lock())
    }
}

impl Spool for FakeSpool {
    fn reserve(&self, operation: &OperationId) -> Result<(), SpoolError> {
        let mut files = self.lock_to_write()?;
        if files.contains_key(operation) {
            return Err(SpoolError::Sealed);
        }
        files.insert(operation.clone(), None);
        Ok(())
    }

    fn seal(
        &self,
        operation: &OperationId,
        key: &KeyId,
        wrapping: &WrappingKey,
        answer: &RawAnswer,
    ) -> Result<(), SpoolError> {
        let mut files = self.lock_to_write()?;
        let file = files.get_mut(operation).ok_or(SpoolError::Disk)?;
        if file.is_some() {
            return Err(SpoolError::Sealed);
        }
        *file = Some(Sealed {
            key: key.clone(),
            wrapping: *wrapping.expose(),
            status: answer.status,
            complete: answer.complete,
            body: answer.expose().to_vec(),
        });
        Ok(())
    }

    fn open(
        &self,
        operation: &OperationId,
        key: &KeyId,
        wrapping: &WrappingKey,
    ) -> Result<Option<RawAnswer>, SpoolError> {
        let files = self.lock();
        let Some(Some(sealed)) = files.get(operation) else { return Ok(None) };
        if sealed.key != *key || sealed.wrapping != *wrapping.expose() {
            return Err(SpoolError::Sealed);
        }
        Ok(Some(RawAnswer::new(sealed.status, sealed.complete, Zeroizing::new(sealed.body.clone()))))
    }

    fn holds(&self, operation: &OperationId) -> Result<bool, SpoolError> {
        Ok(matches!(self.lock().get(operation), Some(Some(_))))
    }

    fn wipe(&self, operation: &OperationId) -> Result<(), SpoolError> {
        self.lock_to_write()?.remove(operation);
        Ok(())
    }

    fn operations(&self) -> Result<Vec<OperationId>, SpoolError> {
        Ok(self.lock().keys().cloned().collect())
    }
}
