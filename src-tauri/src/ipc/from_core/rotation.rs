//! Of whatever makes a new value, and of the steps of a rotation.

use miftah_core::rotation::safe::{CopySuccessorError, StartError, SwitchError};
use miftah_core::rotation::{
    CopySealedError, CreateError, Hindrance, PrepareError, RegenerateError, StepError,
};

use super::with_token;
use crate::ipc::errors::{ErrorCode, IpcError};

impl From<PrepareError> for IpcError {
    fn from(error: PrepareError) -> Self {
        match error {
            PrepareError::Busy => Self::silent(ErrorCode::RotationBusy),
            PrepareError::Keychain(error) => error.into(),
            PrepareError::Remote(error) => with_token(error),
            PrepareError::NotFound => Self::new(ErrorCode::NotFound, &error),
            PrepareError::Store(error) => error.into(),
            PrepareError::Unfinished => Self::silent(ErrorCode::OperationUnfinished),
            PrepareError::Spool(error) => error.into(),
            PrepareError::Random => Self::new(ErrorCode::Internal, &error),
        }
    }
}

impl From<RegenerateError> for IpcError {
    fn from(error: RegenerateError) -> Self {
        match error {
            RegenerateError::Preflight(error) => error.into(),
            RegenerateError::ReplacedElsewhere => Self::new(ErrorCode::ReplacedElsewhere, &error),
            RegenerateError::Store(error) => error.into(),
            RegenerateError::NotSent(error) | RegenerateError::Refused(error) => with_token(error),
            RegenerateError::Unknown(_) => Self::new(ErrorCode::RotationOutcomeUnknown, &error),
            RegenerateError::Unreadable => Self::new(ErrorCode::NewKeyUnreadable, &error),
        }
    }
}

impl From<CreateError> for IpcError {
    fn from(error: CreateError) -> Self {
        match error {
            CreateError::Name(error) => error.into(),
            CreateError::Preflight(error) => error.into(),
            CreateError::Store(error) => error.into(),
            CreateError::NoRoom => Self::new(ErrorCode::NoRoomForKey, &error),
            CreateError::NotMade(error) => with_token(error),
            CreateError::Unknown(_) => Self::new(ErrorCode::CreationOutcomeUnknown, &error),
        }
    }
}

impl From<StepError> for IpcError {
    fn from(error: StepError) -> Self {
        match error {
            StepError::Illegal(error) => Self::new(ErrorCode::NotNow, &error),
            StepError::Store(error) => error.into(),
        }
    }
}

impl From<Hindrance> for IpcError {
    fn from(hindrance: Hindrance) -> Self {
        match hindrance {
            Hindrance::SignedOut => Self::silent(ErrorCode::SessionExpired),
            Hindrance::Remote(error) => with_token(error),
            Hindrance::Keychain(error) => error.into(),
            Hindrance::Spool(error) => error.into(),
            Hindrance::Store(error) => error.into(),
        }
    }
}

impl From<CopySealedError> for IpcError {
    fn from(error: CopySealedError) -> Self {
        match error {
            CopySealedError::Keychain(error) => error.into(),
            CopySealedError::Spool(error) => error.into(),
            CopySealedError::Clipboard(error) => error.into(),
        }
    }
}

impl From<StartError> for IpcError {
    fn from(error: StartError) -> Self {
        match error {
            StartError::Preflight(error) => error.into(),
            StartError::Store(error) => error.into(),
            StartError::NoRoom => Self::new(ErrorCode::NoRoomForSecondKey, &error),
            StartError::NotSent(error) | StartError::Refused(error) => with_token(error),
        }
    }
}

impl From<SwitchError> for IpcError {
    fn from(error: SwitchError) -> Self {
        match error {
            SwitchError::NotNow => Self::silent(ErrorCode::NotNow),
            SwitchError::Store(error) => error.into(),
            SwitchError::NotDone(error) => with_token(error),
            SwitchError::Unknown(_) => Self::new(ErrorCode::RotationOutcomeUnknown, &error),
        }
    }
}

impl From<CopySuccessorError> for IpcError {
    fn from(error: CopySuccessorError) -> Self {
        match error {
            CopySuccessorError::NotHeld => Self::new(ErrorCode::VaultEntryMissing, &error),
            CopySuccessorError::Store(error) => error.into(),
            CopySuccessorError::Copy(error) => error.into(),
        }
    }
}
