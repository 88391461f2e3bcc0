//! The file port on a folder of the system.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use miftah_core::ports::StoreError;

use super::Files;
use crate::error::translate_io;
use crate::place::{make_folder, make_private};

/// A folder that only its owner may enter. Symlinks are not followed.
pub struct DiskFiles {
    folder: PathBuf,
}

impl DiskFiles {
    /// Opens the folder, makes it if it is missing, and shuts it to everyone else.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        Self::open_io(folder).map_err(|error| translate_io(&error))
    }

    fn open_io(folder: &Path) -> io::Result<Self> {
        make_folder(folder)?;
        Ok(Self { folder: folder.canonicalize()? })
    }

    /// A name is a plain one: nothing that could leave the folder.
    fn path(&self, name: &str) -> io::Result<PathBuf> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
        let fits = !name.is_empty() && !name.starts_with('.') && name.bytes().all(plain);
        if fits { Ok(self.folder.join(name)) } else { Err(io::ErrorKind::InvalidInput.into()) }
    }

    /// Opens a file that is there, and is one: no symlink, no device.
    fn open_file(&self, name: &str, options: &mut OpenOptions) -> io::Result<File> {
        let path = self.path(name)?;
        let found = fs::symlink_metadata(&path)?;
        if !found.is_file() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        make_private(&path, &found, 0o600)?;
        options.open(path)
    }
}

impl Files for DiskFiles {
    fn create(&self, name: &str, length: usize) -> io::Result<()> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(self.path(name)?)?;
        // Written and not only announced: a file with holes would need free disk later.
        file.write_all(&vec![0; length])
    }

    fn write_at(&self, name: &str, offset: u64, bytes: &[u8]) -> io::Result<()> {
        write_all_at(&mut self.open_file(name, OpenOptions::new().write(true))?, offset, bytes)
    }

    fn append(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.open_file(name, OpenOptions::new().append(true))?.write_all(bytes)
    }

    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        let mut file = match self.open_file(name, OpenOptions::new().read(true)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            opened => opened?,
        };
        let mut content = Vec::new();
        file.read_to_end(&mut content)?;
        Ok(Some(content))
    }

    fn sync(&self, name: &str) -> io::Result<()> {
        // Windows flushes only what was opened for writing.
        self.open_file(name, OpenOptions::new().write(true))?.sync_data()
    }

    fn sync_folder(&self) -> io::Result<()> {
        // Windows has no such call, and keeps its folders in a journal of its own.
        if cfg!(unix) { File::open(&self.folder)?.sync_all() } else { Ok(()) }
    }

    fn list(&self) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
            if let Ok(name) = entry?.file_name().into_string() {
                names.push(name);
            }
        }
        names.sort();
        Ok(names)
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        match fs::remove_file(self.path(name)?) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            removed => removed,
        }
    }
}

#[cfg(unix)]
fn write_all_at(file: &mut File, offset: u64, bytes: &[u8]) -> io::Result<()> {
    std::os::unix::fs::FileExt::write_all_at(file, bytes, offset)
}

#[cfg(not(unix))]
fn write_all_at(file: &mut File, offset: u64, bytes: &[u8]) -> io::Result<()> {
    io::Seek::seek(file, io::SeekFrom::Start(offset))?;
    file.write_all(bytes)
}
