//! One Miftah a data folder, whatever else in a session fails to tell two of them apart.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use miftah_core::ports::StoreError;

use crate::error::translate_io;
use crate::place::make_folder;

const NAME: &str = "lock";

/// Held from the start to the end. The system lets go of it however the process ends.
pub struct FolderLock {
    _file: File,
}

impl FolderLock {
    /// Takes the folder, or says [`StoreError::InUse`] at once.
    pub(crate) fn take(folder: &Path) -> Result<Self, StoreError> {
        make_folder(folder).map_err(|error| translate_io(&error))?;
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(folder.join(NAME)).map_err(|error| translate_io(&error))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
            Err(TryLockError::Error(error)) => Err(translate_io(&error)),
        }
    }
}
