//! A swap that is killed: the child that puts one program in the place of another, and dies at a named step.

use std::cell::Cell;
use std::io;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use miftah_updates::{Disk, SystemDisk, stage, staged, swap};
use rustix::process::{Signal, getpid, kill_process};

/// Swaps, and is killed at the step with this number: before it, or in the middle where it writes. After the last step
/// it ends by itself, and says how many there were.
#[expect(clippy::print_stdout, reason = "the test that started it reads how far it came")]
pub(crate) fn main(program: &Path, package: &Path, killed_at: u32) -> Result<()> {
    let package = std::fs::read(package)?;
    let disk = Killing { at: killed_at, step: Cell::new(0) };
    stage(&disk, program, &package)?;
    ensure!(staged(&disk, program)?.context("nothing waits")? == package, "something else waits");
    swap(&disk, program)?;
    disk.step(|| Ok(()), || Ok(()))?;
    println!("{}", disk.step.get());
    Ok(())
}

struct Killing {
    at: u32,
    step: Cell<u32>,
}

impl Killing {
    fn step<T>(
        &self,
        half: impl FnOnce() -> io::Result<()>,
        whole: impl FnOnce() -> io::Result<T>,
    ) -> io::Result<T> {
        self.step.set(self.step.get() + 1);
        if self.step.get() == self.at {
            half()?;
            kill_process(getpid(), Signal::KILL)?;
        }
        whole()
    }
}

impl Disk for Killing {
    fn create(&self, file: &Path) -> io::Result<()> {
        self.step(|| Ok(()), || SystemDisk.create(file))
    }

    fn append(&self, file: &Path, bytes: &[u8]) -> io::Result<()> {
        let half = bytes.get(..bytes.len() / 2).unwrap_or_default();
        self.step(|| SystemDisk.append(file, half), || SystemDisk.append(file, bytes))
    }

    fn sync(&self, file: &Path) -> io::Result<()> {
        self.step(|| Ok(()), || SystemDisk.sync(file))
    }

    fn permit_like(&self, file: &Path, other: &Path) -> io::Result<()> {
        self.step(|| Ok(()), || SystemDisk.permit_like(file, other))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(|| Ok(()), || SystemDisk.rename(from, to))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step(|| Ok(()), || SystemDisk.sync_folder(folder))
    }

    fn read(&self, file: &Path, most: usize) -> io::Result<Option<Vec<u8>>> {
        self.step(|| Ok(()), || SystemDisk.read(file, most))
    }

    // Part of what is done after something failed, and of `create`.
    fn remove(&self, file: &Path) -> io::Result<()> {
        SystemDisk.remove(file)
    }
}
