//! R0, the preflight: everything that can fail is tried before anything is sent.

use std::time::Duration;

use jiff::Timestamp;

use crate::keys::{KeyId, KnownKey, ListKeysError, by_dhmads_clock, refresh};
use crate::operations::{Kind, OperationId};
use crate::ports::{KeychainError, KeychainState, Ports, RemoteError, SpoolError, StoreError};
use crate::session::Session;

use super::spooled::{self, Reserved};
use super::{Confirm, KeyGuard, KeyLocks, confirm, open_operations};

/// Why an operation was not started. Nothing was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PrepareError {
    /// An operation on this key is under way.
    #[error("an operation on this key is under way")]
    Busy,
    /// An earlier operation on this key is not settled: it comes first.
    #[error("an earlier operation on this key is not settled")]
    Unfinished,
    /// The new key could not be kept.
    #[error(transparent)]
    Keychain(#[from] KeychainError),
    /// The answer could not be sealed.
    #[error(transparent)]
    Spool(#[from] SpoolError),
    /// DHMAD could not be asked.
    #[error(transparent)]
    Remote(#[from] RemoteError),
    /// The key is not in the account's list.
    #[error("the key is not in the list")]
    NotFound,
    /// The data folder cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The system gave no randomness.
    #[error("the system gave no randomness")]
    Random,
}

impl From<ListKeysError> for PrepareError {
    fn from(error: ListKeysError) -> Self {
        match error {
            ListKeysError::Remote(error) => Self::Remote(error),
            ListKeysError::Store(error) => Self::Store(error),
        }
    }
}

/// A regenerate that may be confirmed. Dropping it lets go of the key; nothing was sent.
pub struct Prepared {
    /// The key as DHMAD described it just now: the baseline.
    pub known: KnownKey,
    /// How the person confirms.
    pub confirm: Confirm,
    pub(super) read_at: Duration,
    pub(super) room: Reserved,
    pub(super) guard: KeyGuard,
}

/// Looks whether a new key of this id could be issued, received and kept now.
pub async fn prepare(
    ports: &Ports,
    locks: &KeyLocks,
    session: &Session,
    key: &KeyId,
) -> Result<Prepared, PrepareError> {
    let guard = locks.take(key).ok_or(PrepareError::Busy)?;
    let room = make_room(ports, Kind::Regenerate, key).await?;
    let (known, at) = read(ports, session, key).await?;
    let confirm = confirm(&known, at);
    Ok(Prepared { known, confirm, read_at: ports.clock.uptime(), room, guard })
}

/// The part of the preflight that every operation which issues a key shares: nothing unsettled, an open
/// keychain that keeps what it is given, room in the spool, TLS warm.
pub(super) async fn make_room(ports: &Ports, kind: Kind, key: &KeyId) -> Result<Reserved, PrepareError> {
    let hinders = |stage: crate::operations::Stage, other: Kind| {
        stage.blocks() || (kind == Kind::Rotation && other == Kind::Rotation)
    };
    if open_operations(ports)?
        .iter()
        .any(|open| open.subject.key == *key && hinders(open.stage, open.subject.kind))
    {
        return Err(PrepareError::Unfinished);
    }
    match ports.keychain.state().await {
        KeychainState::Ready { .. } => {}
        KeychainState::Locked { .. } => return Err(KeychainError::Locked.into()),
        KeychainState::Unavailable => return Err(KeychainError::Unavailable.into()),
    }
    ports.keychain.probe().await?;
    let wrapping = spooled::load_or_make(ports).await?;
    let id = OperationId::make().map_err(|_| PrepareError::Random)?;
    let room = Reserved::make(ports, id, wrapping)?;
    ports.portal.warm_up().await?;
    Ok(room)
}

/// Reads the key's present state from the list, all pages, matched by id; and says when that was, by DHMAD's clock
/// or ours, whichever is behind: a clock that is wrong must not make a last use look long ago.
pub(super) async fn read(
    ports: &Ports,
    session: &Session,
    key: &KeyId,
) -> Result<(KnownKey, Timestamp), PrepareError> {
    let listing = refresh(ports, session).await?;
    let now = ports.clock.now();
    let at = by_dhmads_clock(now, listing.clock_off).min(now);
    let found = listing.keys.into_iter().find(|known| known.key.id == *key);
    found.map(|known| (known, at)).ok_or(PrepareError::NotFound)
}
