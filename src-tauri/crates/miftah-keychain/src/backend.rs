//! What differs between the systems, and the one place where a store's error becomes ours.

use keyring_core::Entry;
use miftah_core::ports::{KeychainError, KeychainState};
use zeroize::Zeroize;

/// A system's store. Lives on the worker's thread and may block there.
pub(crate) trait Backend: 'static {
    /// Looks, without raising a prompt.
    fn state(&mut self) -> KeychainState;

    /// The entry of an account; refuses with [`KeychainError::Locked`] where touching it would raise a prompt.
    fn entry(&mut self, account: &str) -> Result<Entry, KeychainError>;

    /// What it means that the store failed, and what to forget so that the next call starts afresh.
    fn explain(&mut self, refusal: Refusal) -> KeychainError;
}

/// A failure whose meaning depends on the system. The source is for matching, never for formatting.
#[cfg_attr(not(target_os = "macos"), expect(dead_code, reason = "only macOS tells refusals apart by code"))]
pub(crate) enum Refusal {
    /// The store was reached, and gave no access.
    NoAccess(Source),
    /// Anything else.
    Failed(Source),
}

/// The system's own error.
pub(crate) type Source = Box<dyn std::error::Error + Send + Sync>;

/// A store's error without the bytes that it may carry.
pub(crate) enum Fault {
    /// Nothing is stored under that name.
    NoEntry,
    /// The same on every system.
    Known(KeychainError),
    /// For [`Backend::explain`].
    Refused(Refusal),
}

/// Takes the error apart. `BadEncoding` and `BadDataFormat` hold the secret: they end here, wiped.
#[expect(clippy::disallowed_types, reason = "this is the place that translates it")]
pub(crate) fn translate(error: keyring_core::Error) -> Fault {
    use keyring_core::Error;
    match error {
        Error::NoEntry => Fault::NoEntry,
        Error::BadEncoding(mut bytes) | Error::BadDataFormat(mut bytes, _) => {
            bytes.zeroize();
            Fault::Known(KeychainError::Corrupt)
        }
        Error::Ambiguous(_) | Error::BadStoreFormat(_) => Fault::Known(KeychainError::Corrupt),
        Error::TooLong(..) | Error::Invalid(..) | Error::NotSupportedByStore(_) => {
            Fault::Known(KeychainError::Denied)
        }
        Error::NoStorageAccess(source) => Fault::Refused(Refusal::NoAccess(source)),
        Error::PlatformFailure(source) => Fault::Refused(Refusal::Failed(source)),
        _ => Fault::Known(KeychainError::Unavailable),
    }
}
