//! SQLite's errors in the words of the port.

use std::io;

use miftah_core::ports::StoreError;
use rusqlite::{Error, ErrorCode};

/// By variant, never by text. SQLite's own message stays out: it may quote a name.
pub(crate) fn translate(error: &Error) -> StoreError {
    let Error::SqliteFailure(failure, _) = error else {
        // A column of a type that our schema does not allow, a pragma without an answer.
        return StoreError::Corrupt;
    };
    let meant = match failure.code {
        ErrorCode::DiskFull => StoreError::Full,
        ErrorCode::DatabaseCorrupt
        | ErrorCode::NotADatabase
        | ErrorCode::TypeMismatch
        | ErrorCode::ConstraintViolation
        // "no such table" in a file whose version says that it is there.
        | ErrorCode::Unknown => StoreError::Corrupt,
        _ => StoreError::Denied,
    };
    tracing::warn!(code = failure.extended_code, "the store could not be used");
    meant
}

/// The same for the folder and the file around the database.
pub(crate) fn translate_io(error: &io::Error) -> StoreError {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::Full,
        _ => StoreError::Denied,
    }
}
