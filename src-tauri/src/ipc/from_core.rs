//! Core errors to codes, matched by variant: here those of the ports and of what is asked of them alone.

mod keys;
mod rotation;

use std::time::Duration;

use miftah_core::diagnosis::DiagnoseError;
use miftah_core::ports::{ClipboardError, KeychainError, RemoteError, SpoolError, StoreError};
use miftah_core::reminders::AnswerError;
use miftah_core::session::{SignInError, SignOutError};
use miftah_core::settings::RemindingError;

use super::errors::{Detail, ErrorCode, IpcError};

/// A call with the developer token: 401 means that the session is over.
pub(crate) fn with_token(error: RemoteError) -> IpcError {
    match error {
        RemoteError::Unauthorized => IpcError::new(ErrorCode::SessionExpired, &error),
        other => other.into(),
    }
}

impl From<RemoteError> for IpcError {
    fn from(error: RemoteError) -> Self {
        let code = match error {
            RemoteError::Offline => ErrorCode::Offline,
            RemoteError::Timeout => ErrorCode::Timeout,
            RemoteError::TlsUntrusted => ErrorCode::TlsUntrusted,
            RemoteError::NotDhmad => ErrorCode::NotDhmad,
            RemoteError::Unauthorized => ErrorCode::Unauthorized,
            RemoteError::Forbidden => ErrorCode::Forbidden,
            RemoteError::NotFound => ErrorCode::RemoteNotFound,
            RemoteError::RateLimited { .. } => ErrorCode::RateLimited,
            RemoteError::NotOffered => ErrorCode::NotOffered,
            RemoteError::Failed { .. } => ErrorCode::RemoteFailed,
            RemoteError::BadRequest | RemoteError::Unexpected => ErrorCode::RemoteUnexpected,
        };
        let mut told = Self::new(code, &error);
        if let RemoteError::RateLimited { retry_after } = error {
            told.detail = Some(wait(retry_after));
        }
        told
    }
}

fn wait(retry_after: Option<Duration>) -> Detail {
    let seconds = retry_after.map(|wait| u32::try_from(wait.as_millis().div_ceil(1000)).unwrap_or(u32::MAX));
    Detail { field: None, rule: None, retry_after_seconds: seconds }
}

impl From<KeychainError> for IpcError {
    fn from(error: KeychainError) -> Self {
        let code = match error {
            KeychainError::Unavailable => ErrorCode::VaultUnavailable,
            KeychainError::Locked => ErrorCode::VaultLocked,
            KeychainError::Denied => ErrorCode::VaultDenied,
            KeychainError::TimedOut => ErrorCode::VaultTimeout,
            KeychainError::Corrupt => ErrorCode::VaultCorrupt,
        };
        Self::new(code, &error)
    }
}

impl From<StoreError> for IpcError {
    fn from(error: StoreError) -> Self {
        let code = match error {
            StoreError::Full => ErrorCode::StorageFull,
            StoreError::Denied | StoreError::Corrupt | StoreError::InUse => ErrorCode::StorageDenied,
            StoreError::Newer => ErrorCode::DataFromNewerVersion,
        };
        Self::new(code, &error)
    }
}

impl From<ClipboardError> for IpcError {
    fn from(error: ClipboardError) -> Self {
        let code = match error {
            ClipboardError::Unavailable => ErrorCode::ClipboardUnavailable,
            ClipboardError::Empty => ErrorCode::ClipboardEmpty,
        };
        Self::new(code, &error)
    }
}

impl From<SignInError> for IpcError {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::WrongCredentials => Self::new(ErrorCode::WrongCredentials, &error),
            SignInError::TokenRefused => Self::new(ErrorCode::Unauthorized, &error),
            SignInError::Remote(error) => error.into(),
            SignInError::Store(error) => error.into(),
            SignInError::Random => Self::new(ErrorCode::Internal, &error),
        }
    }
}

impl From<SignOutError> for IpcError {
    fn from(error: SignOutError) -> Self {
        match error {
            SignOutError::Keychain(error) => error.into(),
            SignOutError::Store(error) => error.into(),
            SignOutError::Unfinished => Self::silent(ErrorCode::OperationUnfinished),
        }
    }
}

impl From<DiagnoseError> for IpcError {
    fn from(error: DiagnoseError) -> Self {
        match error {
            DiagnoseError::Clipboard(error) => error.into(),
            DiagnoseError::Keychain(error) => error.into(),
            DiagnoseError::NotHeld => Self::new(ErrorCode::VaultEntryMissing, &error),
            DiagnoseError::NotAKey => Self::silent(ErrorCode::ClipboardNoKey),
            DiagnoseError::Store(error) => error.into(),
        }
    }
}

impl From<SpoolError> for IpcError {
    fn from(error: SpoolError) -> Self {
        let code = match error {
            SpoolError::Full => ErrorCode::StorageFull,
            SpoolError::Disk | SpoolError::Sealed => ErrorCode::SpoolUnavailable,
        };
        Self::new(code, &error)
    }
}

impl From<RemindingError> for IpcError {
    fn from(error: RemindingError) -> Self {
        match error {
            RemindingError::OutOfBounds => Self::field("days", "out_of_bounds"),
            RemindingError::Store(error) => error.into(),
        }
    }
}

impl From<AnswerError> for IpcError {
    fn from(error: AnswerError) -> Self {
        match error {
            AnswerError::OutOfBounds => Self::field("until", "out_of_bounds"),
            AnswerError::Store(error) => error.into(),
        }
    }
}
