//! The journal: an append-only file, one line a record, each with its own checksum.
//!
//! A line that does not check is left out, and those after it are not: a torn tail is normal after a power cut,
//! and a flipped bit costs one record. Every record repeats what its operation is about, so one that can be read
//! is enough to go on.

mod line;
#[cfg(test)]
mod tests;

use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use miftah_core::operations::Record;
use miftah_core::ports::{Journal, StoreError};

use crate::error::translate_io;
use crate::files::Files;

/// Its name in the folder. Never changes.
const NAME: &str = "journal";

/// The journal in a folder.
pub struct JournalFile {
    files: Arc<dyn Files>,
    /// Appends follow each other: a record is one line, never two mixed ones. Whether the folder was synced since
    /// this run began or the file was made: an earlier run may have died between the two.
    folder_synced: Mutex<bool>,
}

impl JournalFile {
    /// The journal in this folder. Nothing is read or made yet.
    pub fn new(files: Arc<dyn Files>) -> Self {
        Self { files, folder_synced: Mutex::new(false) }
    }

    fn append(&self, record: &Record, folder_synced: &mut bool) -> io::Result<()> {
        let content = self.files.read(NAME)?;
        if content.is_none() {
            *folder_synced = false;
            self.files.create(NAME, 0)?;
        }
        // After a torn tail the new record begins on a line of its own.
        let torn = content.is_some_and(|content| content.last().is_some_and(|last| *last != b'\n'));
        let line = line::write(record);
        let bytes = if torn { [b"\n".as_slice(), line.as_bytes()].concat() } else { line.into_bytes() };
        self.files.append(NAME, &bytes)?;
        self.files.sync(NAME)?;
        if !*folder_synced {
            self.files.sync_folder()?;
            *folder_synced = true;
        }
        Ok(())
    }
}

impl Journal for JournalFile {
    fn records(&self) -> Result<Vec<Record>, StoreError> {
        let content = self.files.read(NAME).map_err(|error| translate_io(&error))?.unwrap_or_default();
        let lines = content.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        let mut damaged = 0;
        let records = lines
            .filter_map(|line| {
                let record = line::read(line);
                damaged += usize::from(record.is_none());
                record
            })
            .collect();
        if damaged > 0 {
            tracing::warn!(damaged, "lines of the journal cannot be read");
        }
        Ok(records)
    }

    fn record(&self, record: &Record) -> Result<(), StoreError> {
        let mut folder_synced = self.folder_synced.lock().unwrap_or_else(PoisonError::into_inner);
        self.append(record, &mut folder_synced).map_err(|error| translate_io(&error))
    }

    fn clear(&self) -> Result<(), StoreError> {
        let mut folder_synced = self.folder_synced.lock().unwrap_or_else(PoisonError::into_inner);
        *folder_synced = false;
        let cleared = self.files.remove(NAME).and_then(|()| self.files.sync_folder());
        cleared.map_err(|error| translate_io(&error))
    }
}
