//! Asks DHMAD for another key: sent once, its answer sealed before anybody looks into it.

use crate::keys::KeyId;
use crate::operations::{Event, Operation};
use crate::ports::{Issued, NewKey, Ports, RemoteError, SendError};
use crate::session::Session;

use super::spooled::{Reserved, fits};
use super::step::note;

/// What was asked for is not there, and that is certain.
pub(super) enum NotMade {
    /// Nothing went out.
    NotSent(RemoteError),
    /// DHMAD did not make it: the account's number of keys may be used up.
    NoRoom,
    /// DHMAD said that it did not do it.
    Refused(RemoteError),
}

/// A key that arrived.
pub(super) struct Arrived {
    pub(super) issued: Issued,
    /// Whether its answer is sealed.
    pub(super) sealed: bool,
}

/// Sends the request that the journal announced (*sending*), and writes down what came of it. `None`: whether there is a
/// key, or which, has to be found out.
pub(super) async fn issue(
    ports: &Ports,
    session: &Session,
    operation: &mut Operation,
    room: &mut Reserved,
    sealed_for: &KeyId,
    new: &NewKey,
) -> Result<Option<Arrived>, NotMade> {
    let answer = match ports.portal.create_key(&session.token, new).await {
        Ok(answer) => answer,
        Err(SendError::NotSent(error)) => {
            note(ports, operation, Event::NotSent);
            return Err(NotMade::NotSent(error));
        }
        Err(SendError::Refused(error)) => {
            note(ports, operation, Event::Refused);
            return Err(match error {
                RemoteError::BadRequest | RemoteError::Forbidden => NotMade::NoRoom,
                error => NotMade::Refused(error),
            });
        }
        Err(SendError::Unknown(error)) => {
            tracing::warn!(%error, "whether a key was made is not known");
            room.leave();
            return Ok(None);
        }
    };
    let sealed = room.seal(sealed_for, &answer);
    if let Err(error) = sealed {
        tracing::error!(%error, "the answer was not sealed");
    }
    let issued = ports.portal.read_issued(&answer, operation.subject.environment).ok();
    let Some(issued) = issued.filter(|issued| fits(issued, operation)) else {
        note(ports, operation, Event::Unreadable);
        return Ok(None);
    };
    note(ports, operation, Event::Received { prefix: issued.key.prefix(), id: issued.id.clone() });
    Ok(Some(Arrived { issued, sealed: sealed.is_ok() }))
}
