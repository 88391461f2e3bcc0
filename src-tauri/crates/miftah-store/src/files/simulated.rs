//! Files in memory: the n-th call fails, and a power cut drops what was not synced, any part of it.

use std::collections::BTreeMap;
use std::io;
use std::sync::Mutex;

use super::Files;

/// One change that the disk may or may not have when the power goes.
#[derive(Debug, Clone)]
enum Change {
    Create(String, usize),
    Write(String, usize, Vec<u8>),
    Remove(String),
}

#[derive(Default)]
struct Disk {
    /// As the program sees it.
    seen: BTreeMap<String, Vec<u8>>,
    /// As it is after a power cut, whatever else happens.
    durable: BTreeMap<String, Vec<u8>>,
    /// In between.
    pending: Vec<Change>,
    /// Durable content of files whose names are not durable yet.
    nameless: Vec<Change>,
    calls: usize,
    fails_at: Option<usize>,
}

/// A simulated folder.
#[derive(Default)]
pub(crate) struct SimulatedFiles(Mutex<Disk>);

fn apply(files: &mut BTreeMap<String, Vec<u8>>, change: &Change) {
    match change {
        Change::Create(name, length) => {
            files.insert(name.clone(), vec![0; *length]);
        }
        Change::Write(name, offset, bytes) => {
            // Content of a file whose making was dropped is nowhere.
            if let Some(file) = files.get_mut(name) {
                let end = offset + bytes.len();
                if file.len() < end {
                    file.resize(end, 0);
                }
                file[*offset..end].copy_from_slice(bytes);
            }
        }
        Change::Remove(name) => {
            files.remove(name);
        }
    }
}

impl SimulatedFiles {
    /// The n-th call from now fails, and does nothing; 1 is the next one.
    pub(crate) fn fail_at(&self, nth: usize) {
        let mut disk = self.0.lock().unwrap();
        disk.fails_at = Some(disk.calls + nth);
    }

    /// Cuts the power: of what was not synced only the changes survive that `survives` picks, and of a surviving
    /// write only its first `torn` bytes.
    pub(crate) fn power_cut(&self, survives: impl Fn(usize) -> bool, torn: usize) -> Self {
        let disk = self.0.lock().unwrap();
        let mut after = disk.durable.clone();
        for (index, change) in disk.pending.iter().enumerate() {
            if survives(index) {
                let change = match change.clone() {
                    Change::Write(name, offset, mut bytes) => {
                        bytes.truncate(torn);
                        Change::Write(name, offset, bytes)
                    }
                    other => other,
                };
                apply(&mut after, &change);
            }
        }
        Self(Mutex::new(Disk { seen: after.clone(), durable: after, ..Disk::default() }))
    }

    /// How many changes are not synced.
    pub(crate) fn unsynced(&self) -> usize {
        self.0.lock().unwrap().pending.len()
    }

    /// Puts a file there, as it is.
    pub(crate) fn plant(&self, name: &str, content: Vec<u8>) {
        let mut disk = self.0.lock().unwrap();
        disk.seen.insert(name.into(), content.clone());
        disk.durable.insert(name.into(), content);
    }

    fn call(&self, change: Option<Change>) -> io::Result<std::sync::MutexGuard<'_, Disk>> {
        let mut disk = self.0.lock().unwrap();
        disk.calls += 1;
        if disk.fails_at == Some(disk.calls) {
            return Err(io::ErrorKind::StorageFull.into());
        }
        if let Some(change) = change {
            apply(&mut disk.seen, &change);
            disk.pending.push(change);
        }
        Ok(disk)
    }

    fn must_be_there(&self, name: &str) -> io::Result<usize> {
        let disk = self.0.lock().unwrap();
        disk.seen.get(name).map(Vec::len).ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

impl Files for SimulatedFiles {
    fn create(&self, name: &str, length: usize) -> io::Result<()> {
        if self.must_be_there(name).is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        self.call(Some(Change::Create(name.into(), length))).map(drop)
    }

    fn write_at(&self, name: &str, offset: u64, bytes: &[u8]) -> io::Result<()> {
        self.must_be_there(name)?;
        let offset = usize::try_from(offset).unwrap();
        self.call(Some(Change::Write(name.into(), offset, bytes.to_vec()))).map(drop)
    }

    fn append(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let end = self.must_be_there(name)?;
        self.call(Some(Change::Write(name.into(), end, bytes.to_vec()))).map(drop)
    }

    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        Ok(self.call(None)?.seen.get(name).cloned())
    }

    fn sync(&self, name: &str) -> io::Result<()> {
        let mut disk = self.call(None)?;
        // `fdatasync` makes the content durable, and not that the file has its name: that is the folder's.
        let (synced, left): (Vec<_>, Vec<_>) = disk
            .pending
            .drain(..)
            .partition(|change| matches!(change, Change::Write(of, _, _) if of == name));
        disk.pending = left;
        for change in synced {
            if disk.durable.contains_key(name) {
                apply(&mut disk.durable, &change);
            } else {
                disk.nameless.push(change);
            }
        }
        Ok(())
    }

    fn sync_folder(&self) -> io::Result<()> {
        let mut disk = self.call(None)?;
        let (synced, left): (Vec<_>, Vec<_>) =
            disk.pending.drain(..).partition(|change| !matches!(change, Change::Write(..)));
        disk.pending = left;
        let nameless = std::mem::take(&mut disk.nameless);
        for change in synced.iter().chain(&nameless) {
            apply(&mut disk.durable, change);
        }
        Ok(())
    }

    fn list(&self) -> io::Result<Vec<String>> {
        Ok(self.call(None)?.seen.keys().cloned().collect())
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        self.call(Some(Change::Remove(name.into()))).map(drop)
    }
}
