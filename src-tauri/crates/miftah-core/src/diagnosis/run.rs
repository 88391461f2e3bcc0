//! Takes the key from the clipboard or the keychain, looks at it, asks DHMAD with it, and compares with what is known.

use jiff::{SignedDuration, Timestamp};

use super::Cause;
use super::shape::{Extra, Shape, shape};
use crate::keys::{ApiKey, Environment, KeyId, KeyPrefix, KnownKey, Status, refresh};
use crate::operations::{Kind, replay};
use crate::ports::{ClipboardError, CopiedKey, KeychainError, Me, Ports, RemoteError, Slot, StoreError};
use crate::rotation::ask;
use crate::session::Session;

/// Where the key comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// What is on the clipboard. It is read once and stays there.
    Clipboard,
    /// The value that is held of a known key.
    Key(KeyId),
}

/// Why nothing could be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DiagnoseError {
    /// The clipboard is empty or cannot be read.
    #[error(transparent)]
    Clipboard(#[from] ClipboardError),
    /// The keychain did not give the value.
    #[error(transparent)]
    Keychain(#[from] KeychainError),
    /// No value of this key is held.
    #[error("the value of this key is not held")]
    NotHeld,
    /// The text on the clipboard is no whole key any more.
    #[error("there is no key to mend on the clipboard")]
    NotAKey,
    /// The data folder cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What was found. It holds no secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnosis {
    /// When it was looked at.
    pub at: Timestamp,
    /// What it comes down to.
    pub cause: Cause,
    /// What was copied along with the key.
    pub extras: Vec<Extra>,
    /// The public beginning of the value, if it is a whole key.
    pub prefix: Option<KeyPrefix>,
    /// Whether DHMAD was asked with it.
    pub asked: bool,
    /// The key that the value is or was of.
    pub known: Option<KnownKey>,
    /// How far DHMAD's clock is ahead of ours, if it said.
    pub clock_off: Option<SignedDuration>,
}

impl Diagnosis {
    /// Live or sandbox, if it is a whole key.
    pub fn environment(&self) -> Option<Environment> {
        self.prefix.as_ref().map(KeyPrefix::environment)
    }
}

/// Looks at a key. Sends at most one `/v1/me` with it, to its own environment's host.
pub async fn diagnose(
    ports: &Ports,
    session: Option<&Session>,
    source: &Source,
) -> Result<Diagnosis, DiagnoseError> {
    let text = match source {
        Source::Clipboard => ports.clipboard.take().await?,
        Source::Key(id) => held(ports, id).await?,
    };
    let at = ports.clock.now();
    let (key, extras) = match shape(&text) {
        Shape::Whole { key, extras } => (key, extras),
        Shape::Flawed(flaw) => {
            let cause = Cause::Flawed(flaw);
            let nothing = Diagnosis {
                at,
                cause,
                extras: Vec::new(),
                prefix: None,
                asked: false,
                known: None,
                clock_off: None,
            };
            return Ok(nothing);
        }
    };
    drop(text);
    let prefix = key.prefix();
    let mut known = find(ports, &prefix)?;
    let answer = match &known {
        Some((known, _)) => ask(ports, &known.account, &known.key.id, &key).await,
        None => ports.portal.me(&key).await,
    };
    drop(key);
    let clock_off = clock_off(ports, &answer);
    let cause = match answer {
        Ok(me) => {
            known = known.or_else(|| by_id(ports, &me));
            Cause::Works
        }
        Err(RemoteError::Unauthorized) => {
            let complete = match session {
                Some(session) => refresh(ports, session).await.is_ok_and(|listing| listing.complete),
                None => false,
            };
            known = find(ports, &prefix)?;
            refused(known.as_ref(), complete, at)
        }
        Err(RemoteError::Forbidden) => Cause::NotAssociated,
        Err(error) => Cause::NoAnswer(error),
    };
    let known = known.map(|(known, _)| known);
    Ok(Diagnosis { at, cause, extras, prefix: Some(prefix), asked: true, known, clock_off })
}

/// Puts the key on the clipboard without what was copied along with it.
pub async fn copy_mended(ports: &Ports) -> Result<(), DiagnoseError> {
    let text = ports.clipboard.take().await?;
    let Shape::Whole { key, .. } = shape(&text) else { return Err(DiagnoseError::NotAKey) };
    drop(text);
    let known = find(ports, &key.prefix())?;
    let label = match known {
        Some((known, _)) => CopiedKey::of(&known),
        None => stranger(&key)?,
    };
    Ok(ports.clipboard.offer(label, key.secret(), ports.timings.clipboard).await?)
}

async fn held(ports: &Ports, id: &KeyId) -> Result<crate::secret::Secret, DiagnoseError> {
    let known = ports.store.all_keys()?.into_iter().find(|known| known.key.id == *id);
    let known = known.ok_or(DiagnoseError::NotHeld)?;
    let slot = Slot::Current(known.account.clone(), known.key.id.clone());
    ports.keychain.read(&slot).await?.ok_or(DiagnoseError::NotHeld)
}

/// Whether a value is the present one of a known key, or when it ceased to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Is {
    Present,
    Old(Option<Timestamp>),
}

/// The known key that a value is or was of: by what DHMAD lists, by what is held here, by what the journal remembers.
fn find(ports: &Ports, prefix: &KeyPrefix) -> Result<Option<(KnownKey, Is)>, StoreError> {
    let keys = ports.store.all_keys()?;
    if let Some(known) = keys.iter().find(|known| known.key.prefix.as_ref() == Some(prefix)) {
        return Ok(Some((known.clone(), Is::Present)));
    }
    let changed = |known: &KnownKey| Is::Old(known.change.map(|change| change.at));
    if let Some(known) = keys.iter().find(|known| known.held.as_ref() == Some(prefix)) {
        return Ok(Some((known.clone(), changed(known))));
    }
    let operations = replay(&ports.journal.records()?);
    let ended = operations.iter().rfind(|operation| {
        operation.subject.kind == Kind::Regenerate
            && operation.subject.baseline.prefix.as_ref() == Some(prefix)
    });
    let known = ended.and_then(|ended| {
        let known = keys.iter().find(|known| known.key.id == ended.subject.key)?;
        Some((known.clone(), Is::Old(ended.kept.or(ended.sent))))
    });
    Ok(known)
}

fn by_id(ports: &Ports, me: &Me) -> Option<(KnownKey, Is)> {
    let keys = ports.store.all_keys().ok()?;
    keys.into_iter().find(|known| known.key.id == me.key.id).map(|known| (known, Is::Present))
}

/// Why DHMAD does not accept a value: it has one answer for all reasons.
fn refused(known: Option<&(KnownKey, Is)>, complete: bool, now: Timestamp) -> Cause {
    match known {
        Some((_, Is::Old(at))) => Cause::Regenerated { at: *at },
        Some((known, Is::Present)) if known.key.status == Status::Inactive => Cause::SwitchedOff,
        Some((known, Is::Present)) => match known.key.expires_at {
            Some(at) if at <= now => Cause::Expired { at },
            _ if complete => Cause::NotYet,
            _ => Cause::Refused,
        },
        None if complete => Cause::NotListed,
        None => Cause::Refused,
    }
}

fn clock_off(ports: &Ports, answer: &Result<Me, RemoteError>) -> Option<SignedDuration> {
    let date = answer.as_ref().ok()?.server_date?;
    Some(date.duration_since(ports.clock.now()))
}

/// A key that Miftah does not know goes by its public beginning.
fn stranger(key: &ApiKey) -> Result<CopiedKey, DiagnoseError> {
    let prefix = key.prefix();
    let id = KeyId::parse(prefix.as_str()).map_err(|_| DiagnoseError::NotAKey)?;
    Ok(CopiedKey { id, name: prefix.as_str().to_owned(), environment: key.environment() })
}
