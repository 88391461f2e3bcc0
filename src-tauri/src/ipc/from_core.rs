//! Core errors to codes. One place, matched by variant.

use std::time::Duration;

use miftah_core::diagnosis::DiagnoseError;
use miftah_core::guided::{CheckKeyError, ForgetError, RenameKeyError, StandingError, TakeKeyError};
use miftah_core::keys::{ChangeKeyError, CopyKeyError, LimitError, ListKeysError, NameError, RenameError};
use miftah_core::places::PlaceError;
use miftah_core::ports::{ClipboardError, KeychainError, RemoteError, SpoolError, StoreError};
use miftah_core::remarks::{AdviceError, RemarkError};
use miftah_core::reminders::AnswerError;
use miftah_core::rotation::safe::{CopySuccessorError, StartError, SwitchError};
use miftah_core::rotation::{
    CopySealedError, CreateError, Hindrance, PrepareError, RegenerateError, StepError,
};
use miftah_core::session::{SignInError, SignOutError};
use miftah_core::settings::RemindingError;
use miftah_core::timed_off::ArmError;

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

impl From<SpoolError> for IpcError {
    fn from(error: SpoolError) -> Self {
        let code = match error {
            SpoolError::Full => ErrorCode::StorageFull,
            SpoolError::Disk | SpoolError::Sealed => ErrorCode::SpoolUnavailable,
        };
        Self::new(code, &error)
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
