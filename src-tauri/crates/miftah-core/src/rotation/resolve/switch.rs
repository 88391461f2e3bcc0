//! Resolving a request to switch a key off or on, or to delete it: the list tells how the key stands.

use crate::keys::{ListKeysError, Status, refresh};
use crate::operations::{Event, Stage};
use crate::ports::{Ports, RemoteError};
use crate::session::Session;

use super::super::safe::{after_delete, target};
use super::super::step::step;
use super::{Hindrance, Outlook, Resolver};

impl Resolver {
    pub(super) async fn switch(
        &mut self,
        ports: &Ports,
        session: Option<&Session>,
    ) -> Result<Outlook, Hindrance> {
        let session = session.ok_or(Hindrance::SignedOut)?;
        let listing = refresh(ports, session).await.map_err(|error| match error {
            ListKeysError::Remote(error) => Hindrance::Remote(error),
            ListKeysError::Store(error) => Hindrance::Store(error),
        })?;
        let id = target(&self.operation);
        let status = listing.keys.iter().find(|known| known.key.id == id).map(|known| known.key.status);
        let stage = self.operation.stage;
        let event = match (stage, status) {
            (Stage::SwitchingOff | Stage::OrphanSwitchingOff, Some(Status::Inactive)) => Event::SwitchedOff,
            (Stage::SwitchingOn, Some(Status::Active)) => Event::SwitchedOn,
            (Stage::SwitchingOff | Stage::OrphanSwitchingOff, Some(Status::Active))
            | (Stage::SwitchingOn, Some(Status::Inactive))
            | (Stage::Deleting, Some(_)) => Event::StayedAsItWas,
            // Only here absence is an answer: a whole list without the key that we asked to be deleted.
            (Stage::Deleting, None) if listing.complete => Event::Deleted,
            _ => return Err(Hindrance::Remote(RemoteError::Unexpected)),
        };
        let deleted = event == Event::Deleted;
        step(ports, &mut self.operation, event)?;
        if deleted {
            after_delete(ports, Some(session), &self.operation).await;
        }
        Ok(Outlook::Settled)
    }
}
