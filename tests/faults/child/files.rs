//! The file port with n-th-call failures, torn writes, and a power cut that drops what was not synced.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use miftah_store::{DiskFiles, Files};

use super::points::Points;
use crate::plan::{DiskFault, Plan};

/// A change that is not synced yet.
enum Change {
    Create(usize),
    Write(u64, Vec<u8>),
    Append(Vec<u8>),
    Remove,
}

#[derive(Default)]
struct Memory {
    calls: BTreeMap<&'static str, usize>,
    /// By file, in order. Only with a power cut.
    pending: Vec<(String, Change)>,
}

/// The real folder, wrapped.
pub(crate) struct FaultyFiles {
    disk: DiskFiles,
    name: String,
    fault: Option<DiskFault>,
    power_cut: bool,
    points: Arc<Points>,
    memory: Mutex<Memory>,
}

impl FaultyFiles {
    pub(crate) fn new(disk: DiskFiles, name: &str, plan: &Plan, points: Arc<Points>) -> Self {
        let (fault, power_cut) = (plan.disk.clone(), plan.power_cut);
        Self { disk, name: name.to_owned(), fault, power_cut, points, memory: Mutex::default() }
    }

    fn lock(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn call(&self, call: &'static str) -> io::Result<()> {
        self.points.pass(&format!("{}:before:{call}", self.name));
        let mut memory = self.lock();
        let count = memory.calls.entry(call).or_default();
        *count += 1;
        match &self.fault {
            Some(fault) if fault.call == call && (fault.nth..=fault.nth + fault.more).contains(count) => {
                Err(io::ErrorKind::StorageFull.into())
            }
            _ => Ok(()),
        }
    }

    fn change(&self, name: &str, change: Change) -> io::Result<()> {
        if self.power_cut {
            self.lock().pending.push((name.to_owned(), change));
            return Ok(());
        }
        self.apply(name, &change, 100)
    }

    fn apply(&self, name: &str, change: &Change, percent: usize) -> io::Result<()> {
        let part = |bytes: &[u8]| bytes.len() * percent / 100;
        match change {
            Change::Create(length) => self.disk.create(name, *length),
            Change::Write(offset, bytes) => {
                self.disk.write_at(name, *offset, bytes.get(..part(bytes)).unwrap_or_default())
            }
            Change::Append(bytes) => self.disk.append(name, bytes.get(..part(bytes)).unwrap_or_default()),
            Change::Remove => self.disk.remove(name),
        }
    }

    /// Puts the pending changes that `fits` picks on the disk; or dies half-way through them.
    fn flush(&self, point: &str, fits: impl Fn(&str, &Change) -> bool) -> io::Result<()> {
        let due = self.points.is_due(point);
        let pending = std::mem::take(&mut self.lock().pending);
        let mut left = Vec::new();
        for (name, change) in pending {
            if !fits(&name, &change) {
                left.push((name, change));
                continue;
            }
            let percent = if due { self.points.torn().unwrap_or(0) } else { 100 };
            self.apply(&name, &change, percent)?;
        }
        self.lock().pending = left;
        if due { self.points.die() } else { Ok(()) }
    }

    /// A file as the program sees it, pending changes included.
    fn seen(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        let mut content = self.disk.read(name)?;
        for (of, change) in &self.lock().pending {
            if of != name {
                continue;
            }
            match (change, &mut content) {
                (Change::Create(length), _) => content = Some(vec![0; *length]),
                (Change::Remove, _) => content = None,
                (Change::Append(bytes), Some(content)) => content.extend_from_slice(bytes),
                (Change::Write(offset, bytes), Some(content)) => {
                    let start = usize::try_from(*offset).unwrap_or(usize::MAX);
                    if let Some(place) = content.get_mut(start..start.saturating_add(bytes.len())) {
                        place.copy_from_slice(bytes);
                    }
                }
                (Change::Append(_) | Change::Write(..), None) => {}
            }
        }
        Ok(content)
    }
}

impl Files for FaultyFiles {
    fn create(&self, name: &str, length: usize) -> io::Result<()> {
        self.call("create")?;
        self.change(name, Change::Create(length))
    }

    fn write_at(&self, name: &str, offset: u64, bytes: &[u8]) -> io::Result<()> {
        self.call("write")?;
        self.change(name, Change::Write(offset, bytes.to_vec()))
    }

    fn append(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.call("append")?;
        self.change(name, Change::Append(bytes.to_vec()))
    }

    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        self.call("read")?;
        self.seen(name)
    }

    fn sync(&self, name: &str) -> io::Result<()> {
        self.call("sync")?;
        let point = format!("{}:sync", self.name);
        self.flush(&point, |of, change| of == name && !matches!(change, Change::Remove))?;
        self.disk.sync(name)
    }

    fn sync_folder(&self) -> io::Result<()> {
        self.call("sync-folder")?;
        let point = format!("{}:sync-folder", self.name);
        self.flush(&point, |_, change| matches!(change, Change::Create(_) | Change::Remove))?;
        self.disk.sync_folder()
    }

    fn list(&self) -> io::Result<Vec<String>> {
        self.call("list")?;
        let mut names = self.disk.list()?;
        for (name, change) in &self.lock().pending {
            match change {
                Change::Create(_) => names.push(name.clone()),
                Change::Remove => names.retain(|known| known != name),
                _ => {}
            }
        }
        Ok(names)
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        self.call("remove")?;
        self.change(name, Change::Remove)
    }
}
