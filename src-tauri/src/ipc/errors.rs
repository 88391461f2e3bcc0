//! Errors as the window sees them: a code out of a closed list, never a text.

use serde::Serialize;
use specta::Type;

/// What went wrong. Append only; the window has words for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ErrorCode {
    InvalidInput,
    NotFound,
    VaultUnavailable,
    VaultLocked,
    VaultDenied,
    VaultEntryMissing,
    VaultCorrupt,
    VaultTimeout,
    WrongCredentials,
    SessionExpired,
    Unauthorized,
    Forbidden,
    RemoteNotFound,
    RateLimited,
    RemoteFailed,
    RemoteUnexpected,
    NotOffered,
    NotDhmad,
    Offline,
    Timeout,
    TlsUntrusted,
    ClipboardUnavailable,
    ClipboardEmpty,
    ClipboardNoKey,
    ClipboardNoToken,
    ReplacedElsewhere,
    KeyRefused,
    RotationBusy,
    RotationOutcomeUnknown,
    NewKeyUnreadable,
    StorageFull,
    StorageDenied,
    DataFromNewerVersion,
    Internal,
    NoRoomForSecondKey,
    OperationUnfinished,
    NotNow,
    SpoolUnavailable,
    VaultOther,
    KeyChangedMeanwhile,
    ChangeOutcomeUnknown,
    NoRoomForKey,
    CreationOutcomeUnknown,
    StillAccepted,
    KeyUsedLately,
    KeyNotOn,
    NeedsBackground,
    UpdateNotNow,
}

/// Whether and when trying again makes sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Retry {
    /// Never by itself.
    No,
    /// At once.
    Now,
    /// After a while.
    Later,
    /// After the person has changed something.
    AfterChange,
}

/// What belongs to a code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Detail {
    /// The field of the request.
    pub field: Option<String>,
    /// The rule it broke.
    pub rule: Option<String>,
    /// Seconds until DHMAD takes requests again.
    pub retry_after_seconds: Option<u32>,
}

/// An error that crosses to the window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct IpcError {
    pub code: ErrorCode,
    pub retry: Retry,
    pub detail: Option<Detail>,
    /// Names the line in the log that holds the whole chain.
    pub ref_id: String,
}

impl IpcError {
    /// An error of this code. What caused it goes to the log under the same reference.
    pub(crate) fn new(code: ErrorCode, cause: &dyn std::error::Error) -> Self {
        let error = Self::silent(code);
        let chain = chain(cause);
        tracing::warn!(ref_id = error.ref_id, ?code, chain, "told the window");
        error
    }

    /// An error that needs no line in the log.
    pub(crate) fn silent(code: ErrorCode) -> Self {
        Self { code, retry: retry(code), detail: None, ref_id: reference() }
    }

    /// With the field and the rule it broke.
    pub(crate) fn field(field: &str, rule: &str) -> Self {
        let detail = Detail { field: Some(field.into()), rule: Some(rule.into()), retry_after_seconds: None };
        Self { detail: Some(detail), ..Self::silent(ErrorCode::InvalidInput) }
    }
}

fn chain(cause: &dyn std::error::Error) -> String {
    let mut text = cause.to_string();
    let mut next = cause.source();
    while let Some(source) = next {
        text.push_str(": ");
        text.push_str(&source.to_string());
        next = source.source();
    }
    text
}

/// Six characters that a person can read over the phone; unique enough within a log.
fn reference() -> String {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!("{:04x}-{}", std::process::id() & 0xffff, NEXT.fetch_add(1, Ordering::Relaxed))
}

fn retry(code: ErrorCode) -> Retry {
    use ErrorCode as C;
    match code {
        C::Offline | C::Timeout | C::RateLimited | C::RemoteFailed | C::VaultTimeout => Retry::Later,
        C::RotationBusy | C::ClipboardUnavailable | C::KeyChangedMeanwhile | C::ChangeOutcomeUnknown => {
            Retry::Now
        }
        C::InvalidInput
        | C::VaultLocked
        | C::VaultDenied
        | C::VaultUnavailable
        | C::WrongCredentials
        | C::SessionExpired
        | C::ClipboardEmpty
        | C::ClipboardNoKey
        | C::ClipboardNoToken
        | C::NotDhmad
        | C::StorageFull
        | C::StorageDenied
        | C::NoRoomForSecondKey
        | C::NoRoomForKey
        | C::CreationOutcomeUnknown
        | C::OperationUnfinished
        | C::StillAccepted
        | C::KeyUsedLately
        | C::KeyNotOn
        | C::NeedsBackground
        | C::SpoolUnavailable
        | C::VaultOther => Retry::AfterChange,
        C::NotFound
        | C::VaultEntryMissing
        | C::VaultCorrupt
        | C::Unauthorized
        | C::Forbidden
        | C::RemoteNotFound
        | C::RemoteUnexpected
        | C::NotOffered
        | C::TlsUntrusted
        | C::ReplacedElsewhere
        | C::KeyRefused
        | C::RotationOutcomeUnknown
        | C::NewKeyUnreadable
        | C::DataFromNewerVersion
        | C::NotNow
        | C::UpdateNotNow
        | C::Internal => Retry::No,
    }
}
