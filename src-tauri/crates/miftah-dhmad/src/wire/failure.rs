//! What went wrong on the way: found by the types of the errors, never by their words.
//!
//! Not here: answers that are no success (`judge.rs`).

use std::error::Error;
use std::io;

use miftah_core::ports::{RemoteError, SendError};

/// Whether a request may have reached DHMAD.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sent {
    /// Not a byte of it went out: the connection never stood.
    No,
    /// It may have.
    Perhaps,
}

/// A request that brought no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Failure {
    pub(crate) sent: Sent,
    pub(crate) error: RemoteError,
}

impl Failure {
    /// Translates an error of the HTTP library, which knows the URL and is not kept.
    pub(super) fn of(error: &reqwest::Error) -> Self {
        // `is_connect` covers names, connecting, the proxy's tunnel and the TLS handshake: all of it before
        // the first byte of the request.
        let unsent = error.is_connect() || error.is_builder();
        Self { sent: if unsent { Sent::No } else { Sent::Perhaps }, error: remote_error(error) }
    }

    /// A credential that no header can hold: DHMAD cannot have issued it.
    pub(super) fn bad_credential() -> Self {
        Self { sent: Sent::No, error: RemoteError::Unauthorized }
    }

    /// The failure of a call that changes something.
    pub(crate) fn of_change(self) -> SendError {
        match self.sent {
            Sent::No => SendError::NotSent(self.error),
            Sent::Perhaps => SendError::Unknown(self.error),
        }
    }
}

impl From<Failure> for RemoteError {
    fn from(failure: Failure) -> Self {
        failure.error
    }
}

/// What an error of the HTTP library comes down to.
pub(super) fn remote_error(error: &reqwest::Error) -> RemoteError {
    if let Some(tls) = find::<rustls::Error>(error) {
        return tls_error(tls);
    }
    if error.is_timeout() {
        return RemoteError::Timeout;
    }
    match find::<hyper::Error>(error) {
        Some(error) if error.is_parse() => RemoteError::Unexpected,
        _ => RemoteError::Offline,
    }
}

fn tls_error(error: &rustls::Error) -> RemoteError {
    match error {
        // It does not speak TLS at all, as the gate of a Wi-Fi does not.
        rustls::Error::InvalidMessage(_) => RemoteError::NotDhmad,
        _ => RemoteError::TlsUntrusted,
    }
}

/// The first error of type `E` in the chain. An I/O error hides the one it wraps from `source`.
fn find<'a, E: Error + 'static>(top: &'a (dyn Error + 'static)) -> Option<&'a E> {
    let mut next = Some(top);
    while let Some(error) = next {
        if let Some(found) = error.downcast_ref::<E>() {
            return Some(found);
        }
        if let Some(inner) = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref)
            && let Some(found) = find::<E>(inner)
        {
            return Some(found);
        }
        next = error.source();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrapped_tls_error_is_found() {
        let inner = io::Error::other(rustls::Error::NoCertificatesPresented);
        let outer = io::Error::other(io::Error::other(inner));
        assert_eq!(find::<rustls::Error>(&outer), Some(&rustls::Error::NoCertificatesPresented));
        assert_eq!(find::<rustls::Error>(&io::Error::other("no")), None);
    }

    #[test]
    fn what_does_not_speak_tls_is_not_dhmad() {
        let stranger = rustls::Error::InvalidMessage(rustls::InvalidMessage::InvalidContentType);
        assert_eq!(tls_error(&stranger), RemoteError::NotDhmad);
        let expired = rustls::Error::InvalidCertificate(rustls::CertificateError::Expired);
        assert_eq!(tls_error(&expired), RemoteError::TlsUntrusted);
    }
}
