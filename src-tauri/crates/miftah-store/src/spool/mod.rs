//! The spool: one sealed file an operation, preallocated before anything is sent, so that making an answer
//! durable needs neither the keychain, nor a prompt, nor free disk.

mod seal;
#[cfg(test)]
mod tests;

use std::io;
use std::sync::Arc;

use miftah_core::keys::KeyId;
use miftah_core::operations::OperationId;
use miftah_core::ports::{Spool, SpoolError};
use miftah_core::secret::{RawAnswer, WrappingKey, with_wiped_stack};

use crate::files::Files;

/// What one file takes on the disk: the largest answer that is read (64 KiB), and room to spare.
const LENGTH: usize = 80 * 1024;
/// What a file's name ends with. Never changes.
const SUFFIX: &str = ".sealed";

/// The spool in a folder.
pub struct SealedSpool {
    files: Arc<dyn Files>,
}

impl SealedSpool {
    /// The spool in this folder. Nothing is read or made yet.
    pub fn new(files: Arc<dyn Files>) -> Self {
        Self { files }
    }

    fn read(&self, operation: &OperationId) -> Result<Option<Vec<u8>>, SpoolError> {
        self.files.read(&name(operation)).map_err(|error| translate(&error))
    }

    fn try_reserve(&self, name: &str) -> io::Result<()> {
        let made = self.files.create(name, LENGTH).and_then(|()| self.files.sync(name));
        let made = made.and_then(|()| self.files.sync_folder());
        if made.is_err() && self.files.remove(name).is_err() {
            tracing::warn!("half a reserved file is left; the next start removes it");
        }
        made
    }
}

fn name(operation: &OperationId) -> String {
    format!("{}{SUFFIX}", operation.as_str())
}

fn is_empty(content: &[u8]) -> bool {
    content.iter().all(|byte| *byte == 0)
}

/// Never a text of the system's: it may name a path.
fn translate(error: &io::Error) -> SpoolError {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => SpoolError::Full,
        _ => SpoolError::Disk,
    }
}

impl Spool for SealedSpool {
    fn reserve(&self, operation: &OperationId) -> Result<(), SpoolError> {
        let name = name(operation);
        match self.files.read(&name) {
            Ok(None) => self.try_reserve(&name).map_err(|error| translate(&error)),
            Ok(Some(_)) => Err(SpoolError::Sealed),
            Err(error) => Err(translate(&error)),
        }
    }

    fn seal(
        &self,
        operation: &OperationId,
        key: &KeyId,
        wrapping: &WrappingKey,
        answer: &RawAnswer,
    ) -> Result<(), SpoolError> {
        // Wiped at the very end: the answer is on the disk by then, whatever becomes of us.
        with_wiped_stack(|| {
            let before = self.read(operation)?.ok_or(SpoolError::Disk)?;
            if !is_empty(&before) {
                return Err(SpoolError::Sealed);
            }
            let sealed = seal::seal(operation, key, wrapping, answer)?;
            let name = name(operation);
            let written = self.files.write_at(&name, 0, &sealed).and_then(|()| self.files.sync(&name));
            written.map_err(|error| translate(&error))?;
            // What cannot be read back and opened is not kept.
            let kept = self.open(operation, key, wrapping)?;
            if kept.is_some_and(|kept| seal::same(&kept, answer)) { Ok(()) } else { Err(SpoolError::Sealed) }
        })
    }

    fn open(
        &self,
        operation: &OperationId,
        key: &KeyId,
        wrapping: &WrappingKey,
    ) -> Result<Option<RawAnswer>, SpoolError> {
        match self.read(operation)? {
            None => Ok(None),
            Some(content) if is_empty(&content) => Ok(None),
            Some(content) => with_wiped_stack(|| seal::open(operation, key, wrapping, &content)).map(Some),
        }
    }

    fn holds(&self, operation: &OperationId) -> Result<bool, SpoolError> {
        Ok(self.read(operation)?.is_some_and(|content| !is_empty(&content)))
    }

    fn wipe(&self, operation: &OperationId) -> Result<(), SpoolError> {
        let Some(content) = self.read(operation)? else { return Ok(()) };
        let name = name(operation);
        let wiped = || -> io::Result<()> {
            if !is_empty(&content) {
                self.files.write_at(&name, 0, &vec![0; content.len()])?;
                self.files.sync(&name)?;
            }
            self.files.remove(&name)?;
            self.files.sync_folder()
        };
        wiped().map_err(|error| translate(&error))
    }

    fn operations(&self) -> Result<Vec<OperationId>, SpoolError> {
        let names = self.files.list().map_err(|error| translate(&error))?;
        // What an earlier run sealed and did not live to sync must not be believed now and gone after a power cut.
        for name in names.iter().filter(|name| name.ends_with(SUFFIX)) {
            if let Err(error) = self.files.sync(name) {
                tracing::warn!(kind = ?error.kind(), "a sealed answer of the last run was not synced");
            }
        }
        Ok(names.iter().filter_map(|name| OperationId::parse(name.strip_suffix(SUFFIX)?).ok()).collect())
    }
}
