//! Resolving a regenerate.

use crate::keys::KnownKey;
use crate::operations::Event;
use crate::ports::{Issued, Ports, RemoteError};
use crate::session::Session;

use super::super::check::ask;
use super::super::commit::commit;
use super::super::step::step;
use super::oracles::Shown;
use super::{Hindrance, Outlook, Resolver};

/// Whether a value found here is the one that DHMAD has now.
enum Proof {
    Present,
    /// It has another one.
    Other(Option<crate::keys::KeyPrefix>),
    /// It shows the one from before.
    Before,
}

impl Resolver {
    pub(super) async fn regenerate(
        &mut self,
        ports: &Ports,
        session: Option<&Session>,
    ) -> Result<Outlook, Hindrance> {
        if let Some(found) = self.found(ports).await? {
            if found.from_the_answer {
                self.note_received(ports, &found.issued)?;
            }
            match self.prove(ports, session, &found.issued).await {
                Ok(Proof::Present) => return self.finish(ports, &found.issued).await,
                Ok(Proof::Other(prefix)) if found.from_the_answer => {
                    step(ports, &mut self.operation, Event::Replaced { prefix })?;
                    return Ok(Outlook::Settled);
                }
                // Only the old key's own word makes a sealed value worth nothing.
                Ok(Proof::Before) if found.from_the_answer && !self.old_works(ports).await? => {
                    return Err(RemoteError::Unexpected.into());
                }
                // An older value in the pending slot: as if nothing had been found.
                Ok(Proof::Before | Proof::Other(_)) => {}
                Err(hindrance) => return Err(hindrance),
            }
        }
        match self.shown(ports, session).await? {
            Shown::Unchanged => self.unchanged(ports),
            Shown::Changed(prefix) => {
                step(ports, &mut self.operation, Event::Lost { prefix })?;
                Ok(Outlook::Settled)
            }
        }
    }

    /// The value's own `/v1/me`, where it can work; else its prefix against the list's.
    async fn prove(
        &self,
        ports: &Ports,
        session: Option<&Session>,
        issued: &Issued,
    ) -> Result<Proof, Hindrance> {
        let subject = &self.operation.subject;
        if subject.baseline.works {
            match ask(ports, &subject.account, &subject.key, &issued.key).await {
                Ok(me) if me.key.id == subject.key => return Ok(Proof::Present),
                Ok(_) => return Ok(Proof::Other(None)),
                // Dead, or switched off since: the list can tell.
                Err(RemoteError::Unauthorized) => {}
                Err(error) if session.is_none() => return Err(error.into()),
                Err(_) => {}
            }
        }
        let shown = self.listed(ports, session).await?.key.prefix;
        match shown {
            Some(shown) if shown == issued.key.prefix() => Ok(Proof::Present),
            // Not replaced: DHMAD does not show the change yet, or there was none.
            Some(shown) if subject.baseline.prefix.as_ref() == Some(&shown) => Ok(Proof::Before),
            Some(shown) => Ok(Proof::Other(Some(shown))),
            None => Err(RemoteError::Unexpected.into()),
        }
    }

    /// R6 and R8, again or for the first time.
    async fn finish(&mut self, ports: &Ports, issued: &Issued) -> Result<Outlook, Hindrance> {
        self.note_received(ports, issued)?;
        let subject = &self.operation.subject;
        let known = ports.store.keys(&subject.account)?.into_iter().find(|known| known.key.id == subject.key);
        let Some(mut known): Option<KnownKey> = known else {
            return Err(Hindrance::Store(crate::ports::StoreError::Corrupt));
        };
        commit(ports, &mut self.operation, &mut known, &issued.key).await?;
        Ok(Outlook::Settled)
    }
}
