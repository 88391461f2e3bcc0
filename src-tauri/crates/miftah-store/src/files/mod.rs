//! The file port: everything that journal and spool do on the disk. The tests put others in its place, which
//! fail at the n-th call, tear a write, or drop what was not synced.

mod disk;
#[cfg(test)]
pub(crate) mod simulated;

use std::io;

pub use disk::DiskFiles;

/// Files in one folder, by plain names. What is written is durable after [`Files::sync`]; that a file is there,
/// or gone, after [`Files::sync_folder`].
pub trait Files: Send + Sync {
    /// Makes a new file of `length` zero bytes whose room on the disk is really taken. Fails if it is there.
    fn create(&self, name: &str, length: usize) -> io::Result<()>;

    /// Writes at an offset, with one write where the system takes it whole.
    fn write_at(&self, name: &str, offset: u64, bytes: &[u8]) -> io::Result<()>;

    /// Writes at the end.
    fn append(&self, name: &str, bytes: &[u8]) -> io::Result<()>;

    /// The whole content; `None` if there is no such file.
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>>;

    /// Returns once the content survives a power cut.
    fn sync(&self, name: &str) -> io::Result<()>;

    /// Returns once it survives a power cut which files are there.
    fn sync_folder(&self) -> io::Result<()>;

    /// The names in the folder.
    fn list(&self) -> io::Result<Vec<String>>;

    /// Removes a file; one that is not there is fine.
    fn remove(&self, name: &str) -> io::Result<()>;
}
