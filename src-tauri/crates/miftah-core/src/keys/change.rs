//! What every change of a key at DHMAD begins and ends with.
//!
//! No journal: each of these changes can be asked for again and leads to the same, and the list tells how the key
//! stands. Changes that belong to a rotation are its own.

use super::{Key, KeyId, KnownKey, ListKeysError, Listing, refresh};
use crate::operations::{Kind, Operation, Stage};
use crate::ports::{Ports, RemoteError, SendError, StoreError};
use crate::rotation::{KeyGuard, KeyLocks, open_operations};
use crate::session::Session;

/// Why a key was not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ChangeKeyError {
    /// Something else is being done to this key.
    #[error("an operation on this key is under way")]
    Busy,
    /// An operation on this key is not over: its row or its rotation shows the way.
    #[error("an operation on this key is not over")]
    Unfinished,
    /// It is not in the list.
    #[error("the key is not in the list")]
    NotFound,
    /// It is not what the person was shown any more. Nothing was sent.
    #[error("the key has changed meanwhile")]
    ChangedMeanwhile,
    /// Only a switched-off key can be deleted.
    #[error("the key is switched on")]
    StillOn,
    /// It was not off for long enough.
    #[error("the key was not off for long enough")]
    TooEarly,
    /// DHMAD could not be asked how the key stands. Nothing was sent.
    #[error(transparent)]
    Remote(RemoteError),
    /// DHMAD did not do it: the key is as it was.
    #[error("the key is as it was")]
    NotDone(#[source] RemoteError),
    /// Whether DHMAD did it is not known; the list will tell.
    #[error("whether the key was changed is not known")]
    Unknown(#[source] RemoteError),
    /// The data folder cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<ListKeysError> for ChangeKeyError {
    fn from(error: ListKeysError) -> Self {
        match error {
            ListKeysError::Remote(error) => Self::Remote(error),
            ListKeysError::Store(error) => Self::Store(error),
        }
    }
}

/// How a key stands now, as the dialog names it.
pub async fn look_up(ports: &Ports, session: &Session, id: &KeyId) -> Result<KnownKey, ChangeKeyError> {
    find(refresh(ports, session).await?, id).ok_or(ChangeKeyError::NotFound)
}

/// Takes the key for a change: nothing else is under way, and it is still what the person was shown.
pub(super) async fn begin(
    ports: &Ports,
    locks: &KeyLocks,
    session: &Session,
    shown: &KnownKey,
) -> Result<KeyGuard, ChangeKeyError> {
    let guard = locks.take(&shown.key.id).ok_or(ChangeKeyError::Busy)?;
    let of_key = |id: &KeyId| *id == shown.key.id;
    // A key whose value never arrived waits for nothing but the person.
    let orphan = |open: &Operation| open.subject.kind == Kind::Create && open.stage == Stage::Orphan;
    if open_operations(ports)?
        .iter()
        .filter(|open| !orphan(open))
        .any(|open| of_key(&open.subject.key) || open.issued_id.as_ref().is_some_and(of_key))
    {
        return Err(ChangeKeyError::Unfinished);
    }
    let now = look_up(ports, session, &shown.key.id).await?;
    let (was, is) = (&shown.key, &now.key);
    let same = (&was.prefix, was.status, was.environment) == (&is.prefix, is.status, is.environment);
    if same { Ok(guard) } else { Err(ChangeKeyError::ChangedMeanwhile) }
}

/// What became of a request: the list is asked in any case, and decides where the answer does not.
pub(super) async fn settle(
    ports: &Ports,
    session: &Session,
    sent: Result<(), SendError>,
) -> Result<Settled, ChangeKeyError> {
    match sent {
        Err(SendError::NotSent(error) | SendError::Refused(error)) => Err(ChangeKeyError::NotDone(error)),
        Err(SendError::Unknown(error)) => Ok(Settled::Unclear(error, refresh(ports, session).await.ok())),
        Ok(()) => Ok(Settled::Done(refresh(ports, session).await.ok())),
    }
}

/// What a key is after a change that was done.
pub(super) struct Done<F> {
    /// Whether this is it.
    pub(super) is: F,
    /// How it looks then, where only DHMAD's word is there for it.
    pub(super) like: Key,
}

/// The key after a request that should have changed it: as the list has it, or as DHMAD said.
pub(super) async fn confirm(
    ports: &Ports,
    session: &Session,
    shown: &KnownKey,
    sent: Result<(), SendError>,
    done: Done<impl Fn(&Key) -> bool>,
) -> Result<KnownKey, ChangeKeyError> {
    let (unclear, listing) = match settle(ports, session, sent).await? {
        Settled::Done(listing) => (None, listing),
        Settled::Unclear(error, listing) => (Some(error), listing),
    };
    match (listing.and_then(|listing| find(listing, &shown.key.id)), unclear) {
        (Some(known), _) if (done.is)(&known.key) => Ok(known),
        (_, Some(error)) => Err(ChangeKeyError::Unknown(error)),
        (Some(_), None) => Err(ChangeKeyError::Unknown(RemoteError::Unexpected)),
        // DHMAD said that it did it, and the list cannot be read just now.
        (None, None) => {
            let mut known = shown.clone();
            known.update(done.like, ports.clock.now());
            ports.store.save_keys(std::slice::from_ref(&known))?;
            Ok(known)
        }
    }
}

/// The list after a request, if it could be read.
pub(super) enum Settled {
    Done(Option<Listing>),
    Unclear(RemoteError, Option<Listing>),
}

pub(super) fn find(listing: Listing, id: &KeyId) -> Option<KnownKey> {
    listing.keys.into_iter().find(|known| known.key.id == *id)
}
