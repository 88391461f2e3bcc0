//! The two ways in which the stand-in writes a file: whole and durable, or one line at the end.
//!
//! Not here: what the files contain. The app's own files are another crate's business: this one must not
//! depend on it, so it has a small durable write of its own.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// Replaces `path` as a whole: temporary file beside it, fsync, rename, fsync of the folder.
#[expect(clippy::disallowed_methods, reason = "the rename is followed by an fsync of the folder")]
pub(crate) fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut name = path.file_name().map(ToOwned::to_owned).unwrap_or_default();
    name.push(".tmp");
    let temporary = path.with_file_name(name);
    let mut file = File::create(&temporary)?;
    file.write_all(content)?;
    file.sync_all()?;
    fs::rename(&temporary, path)?;
    sync_folder(path)
}

/// Opens `path` for appending, making it if needed.
pub(crate) fn open_append(path: &Path) -> io::Result<File> {
    OpenOptions::new().create(true).append(true).open(path)
}

#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "same signature as on Unix, where it can fail")]
fn sync_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}
