//! Resolving the creation of a successor: found by what was sealed, or by its tag.

use crate::keys::{Key, KeyId, KnownKey, ListKeysError, refresh};
use crate::operations::{Event, Stage};
use crate::ports::{Issued, Ports, RemoteError};
use crate::session::Session;

use super::super::check::ask;
use super::super::create::finish_name;
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
        if self.operation.stage != Stage::Unchanged {
            self.note_received(ports, &found.issued)?;
        }
        let (tagged, complete) = self.tagged(ports, session).await?;
        let value = &found.issued.key;
        match tagged {
            Some(known) if known.key.prefix.as_ref().is_none_or(|prefix| *prefix == value.prefix()) => {
                self.note_received(ports, &found.issued)?;
                keep_successor(ports, &mut self.operation, &known.key.id, value).await?;
                finish_name(ports, session, &self.operation, &known.key.name).await;
                Ok(Outlook::Settled)
            }
            // It was made, and what arrived is not its value.
            Some(known) => self.orphaned(ports, known.key.id),
            None if !complete => Err(Hindrance::Remote(RemoteError::Unexpected)),
            None => self.stranger(ports, &found.issued).await,
        }
    }

    /// No key carries the tag, and yet an answer holds one: what it is, it says itself.
    async fn stranger(&mut self, ports: &Ports, issued: &Issued) -> Result<Outlook, Hindrance> {
        let subject = &self.operation.subject;
        match ask(ports, &subject.account, &subject.key, &issued.key).await {
            // The value came in the answer to our own request, whatever became of the name.
            Ok(me) if self.made_by_us(&me.key, issued) => {
                self.note_received(ports, issued)?;
                keep_successor(ports, &mut self.operation, &me.key.id, &issued.key).await?;
                Ok(Outlook::Settled)
            }
            Ok(_) | Err(RemoteError::Unauthorized) => self.unchanged(ports),
            Err(error) => Err(error.into()),
        }
    }

    fn made_by_us(&self, key: &Key, issued: &Issued) -> bool {
        let subject = &self.operation.subject;
        key.id != subject.key
            && key.environment == subject.environment
            && issued.id.as_ref().is_none_or(|id| *id == key.id)
    }

    fn orphaned(&mut self, ports: &Ports, id: KeyId) -> Result<Outlook, Hindrance> {
        step(ports, &mut self.operation, Event::Orphaned { id })?;
        Ok(Outlook::Settled)
    }

    async fn by_tag(&mut self, ports: &Ports, session: Option<&Session>) -> Result<Outlook, Hindrance> {
        let (tagged, complete) = self.tagged(ports, session).await?;
        match tagged {
            Some(known) => self.orphaned(ports, known.key.id),
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
