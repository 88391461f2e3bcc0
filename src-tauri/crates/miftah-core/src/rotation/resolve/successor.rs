//! Resolving the creation of a successor: found by what was sealed, or by its tag.

use crate::keys::{KeyId, KnownKey, ListKeysError, refresh};
use crate::operations::Event;
use crate::ports::{Issued, Ports, RemoteError};
use crate::session::Session;

use super::super::safe::keep_successor;
use super::super::step::step;
use super::{Hindrance, Outlook, Resolver};

impl Resolver {
    pub(super) async fn successor(
        &mut self,
        ports: &Ports,
        session: Option<&Session>,
    ) -> Result<Outlook, Hindrance> {
        let found = self.found(ports).await?.filter(|found| found.from_the_answer);
        let Some(found) = found else { return self.by_tag(ports, session).await };
        self.note_received(ports, &found.issued)?;
        let id = match found.issued.id.clone() {
            Some(id) => id,
            None => self.id_by_tag(ports, session, &found.issued).await?,
        };
        keep_successor(ports, &mut self.operation, &id, &found.issued.key).await?;
        Ok(Outlook::Settled)
    }

    /// The answer did not name its key: the list does, by tag and prefix.
    async fn id_by_tag(
        &self,
        ports: &Ports,
        session: Option<&Session>,
        issued: &Issued,
    ) -> Result<KeyId, Hindrance> {
        let (tagged, _) = self.tagged(ports, session).await?;
        tagged
            .filter(|known| known.key.prefix.as_ref().is_none_or(|prefix| *prefix == issued.key.prefix()))
            .map(|known| known.key.id)
            .ok_or(Hindrance::Remote(RemoteError::NotFound))
    }

    async fn by_tag(&mut self, ports: &Ports, session: Option<&Session>) -> Result<Outlook, Hindrance> {
        let (tagged, complete) = self.tagged(ports, session).await?;
        match tagged {
            Some(known) => {
                step(ports, &mut self.operation, Event::Orphaned { id: known.key.id })?;
                Ok(Outlook::Settled)
            }
            // A list that was cut says nothing about a key that is not in it.
            None if !complete => Err(Hindrance::Remote(RemoteError::Unexpected)),
            None => self.unchanged(ports),
        }
    }

    /// The key whose name carries this operation's tag.
    async fn tagged(
        &self,
        ports: &Ports,
        session: Option<&Session>,
    ) -> Result<(Option<KnownKey>, bool), Hindrance> {
        let session = session.ok_or(Hindrance::SignedOut)?;
        let listing = refresh(ports, session).await.map_err(|error| match error {
            ListKeysError::Remote(error) => Hindrance::Remote(error),
            ListKeysError::Store(error) => Hindrance::Store(error),
        })?;
        let (tag, complete) = (self.operation.tag.as_ref(), listing.complete);
        let tagged = listing.keys.into_iter().find(|known| tag.is_some_and(|tag| tag.names(&known.key.name)));
        Ok((tagged, complete))
    }
}
