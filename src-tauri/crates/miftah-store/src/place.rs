//! The folder and the file: made private, and never followed through a symlink.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use miftah_core::ports::StoreError;
use rusqlite::{Connection, OpenFlags};

use crate::error::translate_io;

/// The database's name in the folder.
const FILE: &str = "miftah.db";

/// Makes folder and file if they are missing, private either way, and returns the file's path, in which
/// no component is a symlink any more.
pub(crate) fn prepare(folder: &Path) -> Result<PathBuf, StoreError> {
    prepare_io(folder).map_err(|error| translate_io(&error))
}

fn prepare_io(folder: &Path) -> io::Result<PathBuf> {
    make_folder(folder)?;
    // Parents may well be symlinks (`/home` often is); only the folder itself is ours.
    let file = folder.canonicalize()?.join(FILE);
    match make_file(&file) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    let found = fs::symlink_metadata(&file)?;
    if !found.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    make_private(&file, &found, 0o600)?;
    Ok(file)
}

pub(crate) fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    let found = fs::symlink_metadata(folder)?;
    if !found.is_dir() {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    make_private(folder, &found, 0o700)
}

/// Made by us and not by SQLite, so that it is private from its first moment.
fn make_file(file: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).map(drop)
}

/// A folder or file that somebody opened to others is shut again. On Windows the profile's own rights do this.
#[cfg(unix)]
pub(crate) fn make_private(path: &Path, found: &fs::Metadata, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    if found.permissions().mode() & 0o777 == mode {
        return Ok(());
    }
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
pub(crate) fn make_private(_: &Path, _: &fs::Metadata, _: u32) -> io::Result<()> {
    Ok(())
}

/// Opens the file that [`prepare`] made. `NOFOLLOW` closes the gap between its look and this call.
pub(crate) fn connect(file: &Path) -> rusqlite::Result<Connection> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    Connection::open_with_flags(file, flags)
}
