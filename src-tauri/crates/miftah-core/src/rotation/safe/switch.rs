//! Z7: switching the old key (or an orphan) off, and on again. The person has confirmed it in a dialog.

use crate::operations::{Event, Operation};
use crate::ports::{Ports, RemoteError, SendError, StoreError};
use crate::session::Session;

use super::super::step::{StepError, note, step};
use super::target;

/// Why a key was not switched or deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SwitchError {
    /// Not at this stage.
    #[error("this cannot be done at this stage")]
    NotNow,
    /// The step could not be written down. Nothing was sent.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// DHMAD did not do it: the key is as it was.
    #[error("the key is as it was")]
    NotDone(#[source] RemoteError),
    /// Whether DHMAD did it is not known: the operation is to be resolved.
    #[error("whether the key was changed is not known")]
    Unknown(#[source] RemoteError),
}

impl From<StepError> for SwitchError {
    fn from(error: StepError) -> Self {
        match error {
            StepError::Illegal(_) => Self::NotNow,
            StepError::Store(error) => Self::Store(error),
        }
    }
}

/// Switches the old key off, or an orphan.
pub async fn switch_off(
    ports: &Ports,
    session: &Session,
    operation: &mut Operation,
) -> Result<(), SwitchError> {
    switch(ports, session, operation, false).await
}

/// Switches the old key on again.
pub async fn switch_on(
    ports: &Ports,
    session: &Session,
    operation: &mut Operation,
) -> Result<(), SwitchError> {
    switch(ports, session, operation, true).await
}

async fn switch(
    ports: &Ports,
    session: &Session,
    operation: &mut Operation,
    active: bool,
) -> Result<(), SwitchError> {
    let id = target(operation);
    step(ports, operation, if active { Event::SwitchingOn } else { Event::SwitchingOff })?;
    let sent = ports.portal.set_active(&session.token, &id, active).await;
    let done = if active { Event::SwitchedOn } else { Event::SwitchedOff };
    settle(ports, operation, sent, done)
}

/// Follows what became of a change. An unknown outcome leaves the operation where the resolver takes it up.
pub(super) fn settle(
    ports: &Ports,
    operation: &mut Operation,
    sent: Result<(), SendError>,
    done: Event,
) -> Result<(), SwitchError> {
    match sent {
        Ok(()) => {
            note(ports, operation, done);
            Ok(())
        }
        Err(SendError::NotSent(error) | SendError::Refused(error)) => {
            note(ports, operation, Event::StayedAsItWas);
            Err(SwitchError::NotDone(error))
        }
        Err(SendError::Unknown(error)) => Err(SwitchError::Unknown(error)),
    }
}
