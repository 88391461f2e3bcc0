//! A [`Journal`] in memory that can be told to fail.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use miftah_core::operations::{Event, Record};
use miftah_core::ports::{Journal, StoreError};

/// Keeps the records in memory.
#[derive(Default)]
pub struct FakeJournal {
    memory: Mutex<Memory>,
}

#[derive(Default)]
struct Memory {
    records: Vec<Record>,
    failures: VecDeque<Option<StoreError>>,
}

impl FakeJournal {
    /// An empty journal.
    pub fn new() -> Self {
        Self::default()
    }

    /// The `nth` record from now is refused; 1 is the next one.
    pub fn fail(&self, nth: usize, error: StoreError) {
        let mut memory = self.lock();
        while memory.failures.len() < nth {
            memory.failures.push_back(None);
        }
        if let Some(failure) = memory.failures.get_mut(nth - 1) {
            *failure = Some(error);
        }
    }

    /// What was recorded, in order.
    pub fn events(&self) -> Vec<Event> {
        self.lock().records.iter().map(|record| record.event.clone()).collect()
    }

    /// The journal of a computer whose disk lost it.
    pub fn lose(&self) {
        self.lock().records.clear();
    }

    fn lock(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Journal for FakeJournal {
    fn records(&self) -> Result<Vec<Record>, StoreError> {
        Ok(self.lock().records.clone())
    }

    fn record(&self, record: &Record) -> Result<(), StoreError> {
        let mut memory = self.lock();
        if let Some(Some(error)) = memory.failures.pop_front() {
            return Err(error);
        }
        memory.records.push(record.clone());
        Ok(())
    }

    fn clear(&self) -> Result<(), StoreError> {
        self.lock().records.clear();
        Ok(())
    }
}
