//! What a swap asks of a disk: one step a call, so that a test can stop between any two.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;

/// A disk.
pub trait Disk {
    /// Makes an empty file that only its owner may read, in place of what is there.
    fn create(&self, file: &Path) -> io::Result<()>;
    /// Writes at its end.
    fn append(&self, file: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Returns once a file is on the disk, with its permissions.
    fn sync(&self, file: &Path) -> io::Result<()>;
    /// Gives a file the permissions of another.
    fn permit_like(&self, file: &Path, other: &Path) -> io::Result<()>;
    /// Puts a file in the place of another, in one step.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Returns once the names in a folder are on the disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// The content of a file, if it is there, is a file, and is not larger than this.
    fn read(&self, file: &Path, most: usize) -> io::Result<Option<Vec<u8>>>;
    /// Removes a file, if it is there.
    fn remove(&self, file: &Path) -> io::Result<()>;
}

/// The computer's own.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemDisk;

impl Disk for SystemDisk {
    fn create(&self, file: &Path) -> io::Result<()> {
        self.remove(file)?;
        let mut options = OpenOptions::new();
        // New: nothing that someone put there, and no link to elsewhere, is written to.
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(file).map(drop)
    }

    fn append(&self, file: &Path, bytes: &[u8]) -> io::Result<()> {
        OpenOptions::new().append(true).open(file)?.write_all(bytes)
    }

    fn sync(&self, file: &Path) -> io::Result<()> {
        // Windows flushes only what was opened for writing; a program's own file may be opened for reading alone.
        OpenOptions::new().read(true).write(cfg!(windows)).open(file)?.sync_all()
    }

    fn permit_like(&self, file: &Path, other: &Path) -> io::Result<()> {
        let permissions = fs::metadata(other)?.permissions();
        #[cfg(unix)]
        let permissions = {
            use std::os::unix::fs::PermissionsExt;
            // What runs as its owner was installed by someone else than this program.
            fs::Permissions::from_mode(permissions.mode() & 0o777)
        };
        fs::set_permissions(file, permissions)
    }

    #[expect(clippy::disallowed_methods, reason = "the folder is synced by the step after it")]
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // Windows has no such call, and keeps its folders in a journal of its own.
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    }

    fn read(&self, file: &Path, most: usize) -> io::Result<Option<Vec<u8>>> {
        let found = match fs::symlink_metadata(file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            found => found?,
        };
        let length = usize::try_from(found.len()).unwrap_or(usize::MAX);
        if !found.is_file() || length > most {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let mut content = Vec::with_capacity(length);
        File::open(file)?.take(most as u64).read_to_end(&mut content)?;
        Ok(Some(content))
    }

    fn remove(&self, file: &Path) -> io::Result<()> {
        match fs::remove_file(file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            removed => removed,
        }
    }
}
