//! Puts a new program in the place of the old one. At every moment one of the two is there whole: a kill or a power cut
//! leaves an app that starts.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use crate::{Bounds, Disk};

/// So much is written at a time.
const CHUNK: usize = 1 << 20;

/// Fails if nothing can be put beside the program: where others look after the programs, the app may not.
pub fn can_stage(disk: &dyn Disk, program: &Path) -> io::Result<()> {
    let trial = beside(program, ".trial")?;
    disk.create(&trial)?;
    disk.remove(&trial)
}

/// Keeps the package beside the program, on the disk, until it takes the program's place.
pub fn stage(disk: &dyn Disk, program: &Path, package: &[u8]) -> io::Result<()> {
    let waiting = waiting(program)?;
    let written = write(disk, &waiting, package);
    if written.is_err() {
        // A full disk is not made fuller.
        disk.remove(&waiting).ok();
    }
    written?;
    disk.sync_folder(folder(program)?)
}

fn write(disk: &dyn Disk, waiting: &Path, package: &[u8]) -> io::Result<()> {
    disk.create(waiting)?;
    for chunk in package.chunks(CHUNK) {
        disk.append(waiting, chunk)?;
    }
    disk.sync(waiting)
}

/// The package that waits beside the program.
pub fn staged(disk: &dyn Disk, program: &Path) -> io::Result<Option<Vec<u8>>> {
    disk.read(&waiting(program)?, Bounds::product().package)
}

/// Whether a package waits beside the program.
pub fn is_staged(program: &Path) -> bool {
    waiting(program).is_ok_and(|waiting| waiting.is_file())
}

/// Puts the package in the program's place. Whether it is the right one was asked just before.
pub fn swap(disk: &dyn Disk, program: &Path) -> io::Result<()> {
    let waiting = waiting(program)?;
    disk.permit_like(&waiting, program)?;
    // Content and permissions are on the disk before the name is: a name may not be ahead of what it names.
    disk.sync(&waiting)?;
    disk.rename(&waiting, program)?;
    disk.sync_folder(folder(program)?)
}

/// Gives up what waits.
pub fn discard(disk: &dyn Disk, program: &Path) -> io::Result<()> {
    disk.remove(&waiting(program)?)
}

/// Beside the program: a rename goes no further than one file system.
fn waiting(program: &Path) -> io::Result<PathBuf> {
    beside(program, ".update")
}

fn beside(program: &Path, ending: &str) -> io::Result<PathBuf> {
    let name = program.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(ending);
    Ok(program.with_file_name(hidden))
}

fn folder(program: &Path) -> io::Result<&Path> {
    program.parent().ok_or_else(|| io::ErrorKind::InvalidInput.into())
}

#[cfg(test)]
mod tests;
