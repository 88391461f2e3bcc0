//! Z0 to Z3: preflight, a tag, the successor made once, sealed, kept.

use crate::keys::KeyId;
use crate::operations::{Event, Kind, Operation, Stage, Subject, Tag};
use crate::ports::{NewKey, Ports, RemoteError, StoreError};
use crate::session::Session;

use super::super::issue::{NotMade, issue};
use super::super::prepare::{make_room, read};
use super::super::step::{StepError, begin, step};
use super::super::{Check, KeyLocks, PrepareError, Resolver};
use super::test_successor;

/// Why no rotation was started. The old key is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StartError {
    /// The preflight failed. Nothing was sent.
    #[error(transparent)]
    Preflight(#[from] PrepareError),
    /// The step could not be written down. Nothing was sent.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// DHMAD did not make a second key: the account's number of keys may be used up.
    #[error("DHMAD did not make a second key")]
    NoRoom,
    /// The request did not go out.
    #[error("nothing was sent")]
    NotSent(#[source] RemoteError),
    /// DHMAD said that it did not do it.
    #[error("DHMAD refused")]
    Refused(#[source] RemoteError),
}

/// How a start ended.
pub struct Started {
    /// The rotation, wherever it stands: kept, or (unsettled) to be resolved.
    pub operation: Operation,
    /// What the test of the successor found, if it was kept.
    pub check: Option<Check>,
}

/// Makes a successor for a key. The request is sent at most once.
pub async fn start(
    ports: &Ports,
    locks: &KeyLocks,
    session: &Session,
    key: &KeyId,
) -> Result<Started, StartError> {
    let _guard = locks.take(key).ok_or(PrepareError::Busy)?;
    let mut room = make_room(ports, Kind::Rotation, key).await?;
    let (known, _) = read(ports, session, key).await?;
    let tag = Tag::make().map_err(|_| PrepareError::Random)?;
    let new = NewKey {
        name: tag.name_for(&known.key.name),
        environment: known.key.environment,
        rate_limit: known.key.rate_limit,
    };
    let subject = Subject::of(Kind::Rotation, &known, ports.clock.now());
    let mut operation = begin(ports, room.id.clone(), subject, Some(tag)).map_err(not_written)?;
    step(ports, &mut operation, Event::Sending).map_err(not_written)?;
    let arrived = issue(ports, session, &mut operation, &mut room, key, &new).await;
    let arrived = arrived.map_err(|error| match error {
        NotMade::NotSent(error) => StartError::NotSent(error),
        NotMade::NoRoom => StartError::NoRoom,
        NotMade::Refused(error) => StartError::Refused(error),
    })?;
    if arrived.is_none() {
        return Ok(Started { operation, check: None });
    }
    drop(arrived);
    // The list says which key it is: an answer's own word for it is not enough.
    let mut resolver = Resolver::new(operation);
    let outlook = resolver.look(ports, Some(session)).await;
    let operation = resolver.operation;
    if operation.stage != Stage::Stored {
        tracing::error!(?outlook, "the successor waits in the spool");
        return Ok(Started { operation, check: None });
    }
    let check = test_successor(ports, &operation).await;
    Ok(Started { operation, check: Some(check) })
}

fn not_written(error: StepError) -> StartError {
    match error {
        StepError::Store(error) => StartError::Store(error),
        StepError::Illegal(_) => StartError::Store(StoreError::Corrupt),
    }
}
