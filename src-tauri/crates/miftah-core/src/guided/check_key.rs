//! Asks DHMAD again about a key that was kept without a test.

use crate::keys::{ApiKey, KnownKey};
use crate::places::Place;
use crate::ports::{KeychainError, Ports, RemoteError, Slot, StoreError};
use crate::remarks;
use crate::rotation::{Untested, ask};
use crate::usage::hand_on_calls;

use super::take_key::store;
use super::{TakeKeyError, Taken};

/// Why nothing is known about the key now. It is kept as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CheckKeyError {
    /// The keychain does not hold it.
    #[error("the value of this key is not held")]
    NotHeld,
    /// DHMAD does not accept it.
    #[error("DHMAD does not accept this key")]
    Refused,
    /// The keychain did not give it.
    #[error(transparent)]
    Keychain(#[from] KeychainError),
    /// What was found could not be remembered.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<TakeKeyError> for CheckKeyError {
    fn from(error: TakeKeyError) -> Self {
        match error {
            TakeKeyError::Store(error) => Self::Store(error),
            TakeKeyError::Keychain(error) => Self::Keychain(error),
            TakeKeyError::Spool(_) => Self::Store(StoreError::Denied),
            TakeKeyError::Refused | TakeKeyError::NotAKey | TakeKeyError::Clipboard(_) => Self::Refused,
        }
    }
}

/// Asks `/v1/me` with the held value. A key that DHMAD now names moves from its provisional id to its own.
pub async fn check_key(ports: &Ports, known: &KnownKey) -> Result<Taken, CheckKeyError> {
    let held = Slot::Current(known.account.clone(), known.key.id.clone());
    let secret = ports.keychain.read(&held).await?.ok_or(CheckKeyError::NotHeld)?;
    let key = ApiKey::parse(&secret).map_err(|_| KeychainError::Corrupt)?;
    let me = match ask(ports, &known.account, &known.key.id, &key).await {
        Ok(me) => me,
        Err(RemoteError::Unauthorized) => return Err(CheckKeyError::Refused),
        Err(error) => {
            let untested = Some(Untested::from(error));
            return Ok(Taken::Stored { known: Box::new(known.clone()), untested, account: None });
        }
    };
    let taken = store(ports, key, Ok(me)).await?;
    if let Taken::Stored { known: stored, .. } = &taken
        && (&stored.account, &stored.key.id) != (&known.account, &known.key.id)
    {
        if let Some(label) = &known.label {
            let mut named = (**stored).clone();
            named.label = Some(label.clone());
            ports.store.save_keys(&[named])?;
        }
        carry_over(ports, known, stored)?;
        hand_on_calls(&*ports.store, (&known.account, &known.key.id), (&stored.account, &stored.key.id))?;
        ports.store.forget_key(&known.account, &known.key.id)?;
        if let Err(error) = ports.keychain.delete(&held).await {
            tracing::warn!(%error, "the slot of an untested key was not emptied");
        }
    }
    Ok(taken)
}

/// What was noted while the key had no id of its own.
fn carry_over(ports: &Ports, from: &KnownKey, to: &KnownKey) -> Result<(), StoreError> {
    let places = ports.store.all_places()?.into_iter();
    for place in places.filter(|place| place.account == from.account && place.key == from.key.id) {
        let (account, key) = (to.account.clone(), to.key.id.clone());
        ports.store.save_place(&Place { account, key, ..place })?;
    }
    remarks::hand_on(ports, (&from.account, &from.key.id), (&to.account, &to.key.id))
}
