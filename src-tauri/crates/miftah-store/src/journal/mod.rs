//! The journal: an append-only file, one line a record, each with its own checksum.
//!
//! A line that does not check is left out, and those after it are not: a torn tail is normal after a power cut,
//! and a flipped bit costs one record. Every record repeats what its operation is about, so one that can be read
//! is enough to go on.

mod line;
#[cfg(test)]
mod tests;

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use miftah_core::operations::Record;
use miftah_core::ports::{Journal, StoreError};

use crate::error::translate_io;
use crate::files::Files;

/// Its name in the folder. Never changes.
const NAME: &str = "journal";

/// The journal in a folder.
pub struct JournalFile {
    files: Arc<dyn Files>,
    /// Appends follow each other: a record is one line, never two mixed ones.
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// Whether the folder was synced since this run began or the file was made: an earlier run may have died between
    /// the two.
    folder_synced: bool,
    /// What the file holds, once read. Nobody else writes it while we have the folder (`FolderLock`), and a person
    /// waits for each step: it is read again only after a step that failed.
    known: Option<Known>,
}

#[derive(Default)]
struct Known {
    there: bool,
    /// It ends in half a line.
    torn: bool,
    records: Vec<Record>,
}

impl JournalFile {
    /// The journal in this folder. Nothing is read or made yet.
    pub fn new(files: Arc<dyn Files>) -> Self {
        Self { files, state: Mutex::default() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn known<'a>(&self, state: &'a mut State) -> io::Result<&'a mut Known> {
        let known = match state.known.take() {
            Some(known) => known,
            None => Known::read(self.files.read(NAME)?),
        };
        Ok(state.known.insert(known))
    }

    /// What an earlier run wrote and did not live to sync must not be believed now and gone after a power cut.
    fn settle(&self, state: &mut State) {
        if state.folder_synced || !state.known.as_ref().is_some_and(|known| known.there) {
            return;
        }
        match self.files.sync(NAME).and_then(|()| self.files.sync_folder()) {
            Ok(()) => state.folder_synced = true,
            // Tried again with the next record, which is not written without it.
            Err(error) => tracing::warn!(kind = ?error.kind(), "the journal of the last run was not synced"),
        }
    }

    fn append(&self, state: &mut State, record: &Record) -> io::Result<()> {
        let known = self.known(state)?;
        let (there, torn) = (known.there, known.torn);
        if !there {
            state.folder_synced = false;
            self.files.create(NAME, 0)?;
        }
        // After a torn tail the new record begins on a line of its own.
        let line = line::write(record);
        let bytes = if torn { [b"\n".as_slice(), line.as_bytes()].concat() } else { line.into_bytes() };
        self.files.append(NAME, &bytes)?;
        self.files.sync(NAME)?;
        if !state.folder_synced {
            self.files.sync_folder()?;
            state.folder_synced = true;
        }
        Ok(())
    }
}

impl Known {
    fn read(content: Option<Vec<u8>>) -> Self {
        let there = content.is_some();
        let content = content.unwrap_or_default();
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
        Self { there, torn: content.last().is_some_and(|last| *last != b'\n'), records }
    }
}

impl Journal for JournalFile {
    fn records(&self) -> Result<Vec<Record>, StoreError> {
        let mut state = self.state();
        let records = self.known(&mut state).map_err(|error| translate_io(&error))?.records.clone();
        self.settle(&mut state);
        Ok(records)
    }

    fn record(&self, record: &Record) -> Result<(), StoreError> {
        let mut state = self.state();
        let written = self.append(&mut state, record);
        match (&written, &mut state.known) {
            (Ok(()), Some(known)) => {
                known.records.push(record.clone());
                (known.there, known.torn) = (true, false);
            }
            // How much of it is in the file, the file must tell.
            (Err(_), known) => *known = None,
            (Ok(()), None) => {}
        }
        written.map_err(|error| translate_io(&error))
    }

    fn clear(&self) -> Result<(), StoreError> {
        let mut state = self.state();
        *state = State::default();
        let cleared = self.files.remove(NAME).and_then(|()| self.files.sync_folder());
        cleared.map_err(|error| translate_io(&error))
    }
}
