//! Of keys, and what a person keeps about them.

use miftah_core::guided::{CheckKeyError, ForgetError, RenameKeyError, StandingError, TakeKeyError};
use miftah_core::keys::{ChangeKeyError, CopyKeyError, LimitError, ListKeysError, NameError, RenameError};
use miftah_core::places::PlaceError;
use miftah_core::remarks::{AdviceError, RemarkError};
use miftah_core::timed_off::ArmError;

use super::with_token;
use crate::ipc::errors::{ErrorCode, IpcError};

impl From<ListKeysError> for IpcError {
    fn from(error: ListKeysError) -> Self {
        match error {
            ListKeysError::Remote(error) => with_token(error),
            ListKeysError::Store(error) => error.into(),
        }
    }
}

impl From<CopyKeyError> for IpcError {
    fn from(error: CopyKeyError) -> Self {
        match error {
            CopyKeyError::Keychain(error) => error.into(),
            CopyKeyError::NotHeld => Self::new(ErrorCode::VaultEntryMissing, &error),
            CopyKeyError::OtherKeychain => Self::new(ErrorCode::VaultOther, &error),
            CopyKeyError::ReplacedElsewhere => Self::new(ErrorCode::ReplacedElsewhere, &error),
            CopyKeyError::Clipboard(error) => error.into(),
        }
    }
}

impl From<TakeKeyError> for IpcError {
    fn from(error: TakeKeyError) -> Self {
        match error {
            TakeKeyError::Clipboard(error) => error.into(),
            TakeKeyError::NotAKey => Self::silent(ErrorCode::ClipboardNoKey),
            TakeKeyError::Refused => Self::new(ErrorCode::KeyRefused, &error),
            TakeKeyError::Keychain(error) => error.into(),
            TakeKeyError::Store(error) => error.into(),
            TakeKeyError::Spool(error) => error.into(),
        }
    }
}

impl From<CheckKeyError> for IpcError {
    fn from(error: CheckKeyError) -> Self {
        match error {
            CheckKeyError::NotHeld => Self::new(ErrorCode::VaultEntryMissing, &error),
            CheckKeyError::Refused => Self::new(ErrorCode::KeyRefused, &error),
            CheckKeyError::Keychain(error) => error.into(),
            CheckKeyError::Store(error) => error.into(),
        }
    }
}

impl From<RenameKeyError> for IpcError {
    fn from(error: RenameKeyError) -> Self {
        match error {
            RenameKeyError::Name(error) => error.into(),
            RenameKeyError::NotFound => Self::new(ErrorCode::NotFound, &error),
            RenameKeyError::Store(error) => error.into(),
        }
    }
}

impl From<NameError> for IpcError {
    fn from(error: NameError) -> Self {
        let rule = match error {
            NameError::Empty => "empty",
            NameError::TooLong => "too_long",
            NameError::ControlCharacter => "control_character",
            NameError::HoldsAKey => "holds_a_key",
        };
        Self::field("name", rule)
    }
}

impl From<RenameError> for IpcError {
    fn from(error: RenameError) -> Self {
        match error {
            RenameError::Name(error) => error.into(),
            RenameError::Change(error) => error.into(),
        }
    }
}

impl From<ChangeKeyError> for IpcError {
    fn from(error: ChangeKeyError) -> Self {
        match error {
            ChangeKeyError::Busy => Self::silent(ErrorCode::RotationBusy),
            ChangeKeyError::Unfinished => Self::silent(ErrorCode::OperationUnfinished),
            ChangeKeyError::NotFound => Self::new(ErrorCode::NotFound, &error),
            ChangeKeyError::ChangedMeanwhile => Self::new(ErrorCode::KeyChangedMeanwhile, &error),
            ChangeKeyError::StillOn | ChangeKeyError::TooEarly => Self::silent(ErrorCode::NotNow),
            ChangeKeyError::Remote(error) | ChangeKeyError::NotDone(error) => with_token(error),
            ChangeKeyError::Unknown(_) => Self::new(ErrorCode::ChangeOutcomeUnknown, &error),
            ChangeKeyError::Store(error) => error.into(),
        }
    }
}

impl From<StandingError> for IpcError {
    fn from(error: StandingError) -> Self {
        match error {
            StandingError::Keychain(error) => error.into(),
            StandingError::Remote(error) => error.into(),
            StandingError::Store(error) => error.into(),
        }
    }
}

impl From<ForgetError> for IpcError {
    fn from(error: ForgetError) -> Self {
        match error {
            ForgetError::NotYet => Self::silent(ErrorCode::NotNow),
            ForgetError::StillAccepted => Self::silent(ErrorCode::StillAccepted),
            ForgetError::Unknown(error) => error.into(),
        }
    }
}

impl From<LimitError> for IpcError {
    fn from(error: LimitError) -> Self {
        match error {
            LimitError::OutOfBounds => Self::field("rateLimit", "out_of_bounds"),
            LimitError::Change(error) => error.into(),
        }
    }
}

impl From<RemarkError> for IpcError {
    fn from(error: RemarkError) -> Self {
        match error {
            RemarkError::NoteTooLong => Self::field("note", "too_long"),
            RemarkError::TagTooLong => Self::field("tags", "too_long"),
            RemarkError::TooManyTags => Self::field("tags", "too_many"),
            RemarkError::HoldsAKey => Self::field("note", "holds_a_key"),
            RemarkError::Store(error) => error.into(),
        }
    }
}

impl From<AdviceError> for IpcError {
    fn from(error: AdviceError) -> Self {
        match error {
            AdviceError::OutOfBounds => Self::field("advice", "out_of_bounds"),
            AdviceError::Store(error) => error.into(),
        }
    }
}

impl From<PlaceError> for IpcError {
    fn from(error: PlaceError) -> Self {
        match error {
            PlaceError::Empty => Self::field("name", "empty"),
            PlaceError::TooLong => Self::field("name", "too_long"),
            PlaceError::HoldsAKey => Self::field("name", "holds_a_key"),
            PlaceError::NotFound => Self::new(ErrorCode::NotFound, &error),
            PlaceError::Random => Self::new(ErrorCode::Internal, &error),
            PlaceError::Store(error) => error.into(),
        }
    }
}

impl From<ArmError> for IpcError {
    fn from(error: ArmError) -> Self {
        match error {
            ArmError::NotOn => Self::new(ErrorCode::KeyNotOn, &error),
            ArmError::UsedLately => Self::new(ErrorCode::KeyUsedLately, &error),
            ArmError::OutOfBounds => Self::field("minutes", "out_of_bounds"),
            ArmError::Change(error) => error.into(),
            ArmError::Store(error) => error.into(),
        }
    }
}
