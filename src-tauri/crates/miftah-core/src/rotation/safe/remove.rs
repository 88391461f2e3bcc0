//! Z9: deleting the old key, and what is put in order after it.

use crate::operations::{Event, Operation};
use crate::ports::{Ports, RemoteError, SendError, Slot};
use crate::remarks;
use crate::session::Session;

use super::super::step::step;
use super::SwitchError;
use super::switch::settle;

/// Deletes the old key for good. The person has confirmed it in a dialog.
pub async fn delete_old(
    ports: &Ports,
    session: &Session,
    operation: &mut Operation,
) -> Result<(), SwitchError> {
    step(ports, operation, Event::Deleting)?;
    let sent = match ports.portal.delete_key(&session.token, &operation.subject.key).await {
        // Somebody was faster, or there is no such call: the list tells.
        Err(SendError::Refused(RemoteError::NotFound)) => Err(SendError::Unknown(RemoteError::NotFound)),
        sent => sent,
    };
    settle(ports, operation, sent, Event::Deleted)?;
    after_delete(ports, Some(session), operation).await;
    Ok(())
}

/// The successor takes the old key's place: its value is forgotten here, its places and what was noted
/// move over, and the tag leaves the name. None of it can undo the deletion, so a failure is only noted.
pub(in crate::rotation) async fn after_delete(
    ports: &Ports,
    session: Option<&Session>,
    operation: &Operation,
) {
    let (account, old) = (&operation.subject.account, &operation.subject.key);
    for slot in [Slot::Current(account.clone(), old.clone()), Slot::Pending(account.clone(), old.clone())] {
        if let Err(error) = ports.keychain.delete(&slot).await {
            tracing::warn!(%error, "the value of a deleted key was not forgotten");
        }
    }
    let Some(new) = &operation.issued_id else { return };
    let known = ports.store.keys(account).unwrap_or_default();
    let name = known.into_iter().find(|known| known.key.id == *old).map(|known| known.key.name);
    let moved = ports
        .store
        .move_places(account, old, new)
        .and_then(|()| remarks::hand_on(ports, (account, old), (account, new)));
    if let Err(error) = moved.and_then(|()| ports.store.forget_key(account, old)) {
        tracing::warn!(%error, "what was noted about a deleted key was not handed on");
    }
    if let (Some(session), Some(name)) = (session, name)
        && let Err(error) = ports.portal.rename_key(&session.token, new, &name).await
    {
        tracing::warn!(%error, "the successor keeps its tag");
    }
}
