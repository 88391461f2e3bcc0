//! Reading, writing, deleting and probing, on the worker's thread.

use miftah_core::ports::KeychainError;
use miftah_core::secret::Secret;
use zeroize::Zeroizing;

use crate::backend::{Backend, Fault, translate};

/// Where the probe writes. Fixed, so that one that was cut off is overwritten by the next.
pub(crate) const PROBE: &str = "probe";

pub(crate) fn read(backend: &mut impl Backend, account: &str) -> Result<Option<Secret>, KeychainError> {
    let answer = backend.entry(account)?.get_secret();
    match answer.map_err(translate) {
        Ok(bytes) => text(bytes).map(Some),
        Err(Fault::NoEntry) => Ok(None),
        Err(fault) => Err(explained(backend, fault)),
    }
}

pub(crate) fn write(backend: &mut impl Backend, account: &str, secret: &Secret) -> Result<(), KeychainError> {
    let answer = backend.entry(account)?.set_secret(secret.expose().as_bytes());
    answer.map_err(translate).map_err(|fault| explained(backend, fault))
}

pub(crate) fn delete(backend: &mut impl Backend, account: &str) -> Result<(), KeychainError> {
    let answer = backend.entry(account)?.delete_credential();
    match answer.map_err(translate) {
        Ok(()) | Err(Fault::NoEntry) => Ok(()),
        Err(fault) => Err(explained(backend, fault)),
    }
}

pub(crate) fn probe(backend: &mut impl Backend) -> Result<(), KeychainError> {
    let written = throw_away()?;
    write(backend, PROBE, &written)?;
    let held = read(backend, PROBE)?;
    delete(backend, PROBE)?;
    match held {
        Some(held) if held.same_as(&written) => Ok(()),
        _ => Err(KeychainError::Corrupt),
    }
}

fn explained(backend: &mut impl Backend, fault: Fault) -> KeychainError {
    match fault {
        // Only a write can still meet it: another program deleted the item under our hands.
        Fault::NoEntry => KeychainError::Corrupt,
        Fault::Known(error) => error,
        Fault::Refused(refusal) => backend.explain(refusal),
    }
}

fn text(bytes: Vec<u8>) -> Result<Secret, KeychainError> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Secret::new(text)),
        Err(error) => {
            drop(Zeroizing::new(error.into_bytes()));
            Err(KeychainError::Corrupt)
        }
    }
}

/// As long as a key is, and text, because KWallet keeps nothing else.
fn throw_away() -> Result<Secret, KeychainError> {
    let mut random = Zeroizing::new([0_u8; 32]);
    getrandom::fill(&mut *random).map_err(|_| KeychainError::Unavailable)?;
    let mut text = String::with_capacity(64);
    for byte in *random {
        for nibble in [byte >> 4, byte & 15] {
            text.extend(char::from_digit(u32::from(nibble), 16));
        }
    }
    Ok(Secret::new(text))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use keyring_core::{CredentialStore, Entry, mock};
    use miftah_core::ports::{KeychainError, KeychainState};
    use miftah_core::secret::Secret;

    use super::{delete, probe, read, write};
    use crate::backend::{Backend, Refusal};

    const ACCOUNT: &str = "dev/k1/current";

    /// Over keyring-core's own fault-injecting store.
    struct Scripted(Arc<CredentialStore>);

    impl Scripted {
        fn holding(bytes: &[u8]) -> Self {
            let scripted = Self(mock::Store::new().unwrap());
            scripted.build(ACCOUNT).set_secret(bytes).unwrap();
            scripted
        }

        #[expect(clippy::disallowed_types, reason = "the fault to inject")]
        fn fail_next(&self, error: keyring_core::Error) {
            self.build(ACCOUNT).as_any().downcast_ref::<mock::Cred>().unwrap().set_error(error);
        }

        fn build(&self, account: &str) -> Entry {
            self.0.build(crate::SERVICE, account, None).unwrap()
        }
    }

    impl Backend for Scripted {
        fn state(&mut self) -> KeychainState {
            KeychainState::Ready { name: None }
        }
        fn entry(&mut self, account: &str) -> Result<Entry, KeychainError> {
            Ok(self.build(account))
        }
        fn explain(&mut self, refusal: Refusal) -> KeychainError {
            match refusal {
                Refusal::NoAccess(_) => KeychainError::Denied,
                Refusal::Failed(_) => KeychainError::Unavailable,
            }
        }
    }

    #[test]
    #[expect(clippy::disallowed_types, reason = "the faults to inject")]
    fn each_fault_of_a_store_has_one_meaning() {
        use keyring_core::Error;
        let broken = || "broken".into();
        for (fault, expected) in [
            (Error::BadEncoding(b"olive".to_vec()), KeychainError::Corrupt),
            (Error::BadDataFormat(b"olive".to_vec(), broken()), KeychainError::Corrupt),
            (Error::BadStoreFormat("broken".into()), KeychainError::Corrupt),
            (Error::Ambiguous(Vec::new()), KeychainError::Corrupt),
            (Error::TooLong("secret".into(), 2_560), KeychainError::Denied),
            (Error::NoStorageAccess(broken()), KeychainError::Denied),
            (Error::PlatformFailure(broken()), KeychainError::Unavailable),
        ] {
            let mut scripted = Scripted::holding(b"olive");
            scripted.fail_next(fault);
            assert_eq!(read(&mut scripted, ACCOUNT).err(), Some(expected));
            assert!(read(&mut scripted, ACCOUNT).is_ok(), "the fault was for one call");
        }
    }

    #[test]
    #[expect(clippy::disallowed_types, reason = "the faults to inject")]
    fn ambiguous_items_are_left_alone() {
        use keyring_core::Error;
        let mut scripted = Scripted::holding(b"olive");
        scripted.fail_next(Error::Ambiguous(Vec::new()));
        assert_eq!(delete(&mut scripted, ACCOUNT), Err(KeychainError::Corrupt));
        scripted.fail_next(Error::Ambiguous(Vec::new()));
        assert_eq!(write(&mut scripted, ACCOUNT, &Secret::new("fig".into())), Err(KeychainError::Corrupt));
        assert_eq!(read(&mut scripted, ACCOUNT).unwrap().unwrap().expose(), "olive");
    }

    #[test]
    fn bytes_that_are_no_text_are_corrupt() {
        assert_eq!(read(&mut Scripted::holding(b"ol\xffve"), ACCOUNT).err(), Some(KeychainError::Corrupt));
    }

    #[test]
    fn a_probe_writes_sixty_four_characters_and_leaves_nothing() {
        let mut scripted = Scripted::holding(b"olive");
        assert_eq!(probe(&mut scripted), Ok(()));
        assert!(read(&mut scripted, super::PROBE).unwrap().is_none());
        assert_eq!(super::throw_away().unwrap().len(), 64);
    }
}
