//! Who can tell whether a regenerate was carried out: the old key's own `/v1/me`, then the list.

use crate::keys::{ApiKey, KeyPrefix, KnownKey, ListKeysError, Status, refresh};
use crate::ports::{Ports, RemoteError, Slot};
use crate::session::Session;

use super::super::check::ask;
use super::{Hindrance, Resolver};

/// What DHMAD shows of the key now.
pub(super) enum Shown {
    /// The prefix of before.
    Unchanged,
    /// Another one, or (`None`) the old value is dead and nothing more is known.
    Changed(Option<KeyPrefix>),
}

impl Resolver {
    /// Asks the oracles in their order. Absent from the list, 404, 403, HTML and 429 are no answer.
    pub(super) async fn shown(
        &mut self,
        ports: &Ports,
        session: Option<&Session>,
    ) -> Result<Shown, Hindrance> {
        let old = self.old_key(ports).await?;
        self.disputed = match old {
            Some(Err(RemoteError::Unauthorized)) => self.disputed.or(Some(ports.clock.uptime())),
            _ => None,
        };
        let told = match &old {
            Some(Ok(())) => return Ok(Shown::Unchanged),
            Some(Err(RemoteError::Unauthorized)) => Some(()),
            Some(Err(_)) | None => None,
        };
        let listed = self.listed(ports, session).await;
        match (listed, told) {
            (Ok(known), _)
                if known.key.prefix.is_some() && self.operation.subject.baseline.prefix.is_some() =>
            {
                let same = known.key.prefix == self.operation.subject.baseline.prefix;
                match told {
                    _ if !same => Ok(Shown::Changed(known.key.prefix)),
                    // Switched off since: that is why it does not work.
                    None => Ok(Shown::Unchanged),
                    Some(()) if known.key.status == Status::Inactive => Ok(Shown::Unchanged),
                    // DHMAD does not accept the old value and lists it all the same: the list may be late. The key's
                    // own answer counts in the end.
                    Some(()) if self.watched_long(ports) => Ok(Shown::Changed(None)),
                    Some(()) => Err(RemoteError::Unexpected.into()),
                }
            }
            // The old key worked before and does not now.
            (_, Some(())) => Ok(Shown::Changed(None)),
            (Err(hindrance), None) => Err(hindrance),
            (Ok(_), None) => Err(RemoteError::Unexpected.into()),
        }
    }

    /// The key in the list now, matched by id.
    pub(super) async fn listed(
        &self,
        ports: &Ports,
        session: Option<&Session>,
    ) -> Result<KnownKey, Hindrance> {
        let session = session.ok_or(Hindrance::SignedOut)?;
        let listing = refresh(ports, session).await.map_err(|error| match error {
            ListKeysError::Remote(error) => Hindrance::Remote(error),
            ListKeysError::Store(error) => Hindrance::Store(error),
        })?;
        let id = &self.operation.subject.key;
        listing
            .keys
            .into_iter()
            .find(|known| known.key.id == *id)
            .ok_or(Hindrance::Remote(RemoteError::NotFound))
    }

    /// Whether the old key itself says that it is the present one.
    pub(super) async fn old_works(&self, ports: &Ports) -> Result<bool, Hindrance> {
        Ok(matches!(self.old_key(ports).await?, Some(Ok(()))))
    }

    /// What the old key itself is answered; `None` if it is not held, or proved nothing before either.
    async fn old_key(&self, ports: &Ports) -> Result<Option<Result<(), RemoteError>>, Hindrance> {
        let subject = &self.operation.subject;
        if !subject.baseline.works {
            return Ok(None);
        }
        let slot = Slot::Current(subject.account.clone(), subject.key.clone());
        let Some(secret) = ports.keychain.read(&slot).await? else { return Ok(None) };
        let Ok(old) = ApiKey::parse(&secret) else { return Ok(None) };
        // A value that was not the present one before says nothing by being dead.
        if subject.baseline.prefix.as_ref().is_some_and(|before| *before != old.prefix()) {
            return Ok(None);
        }
        let answer = ask(ports, &subject.account, &subject.key, &old).await;
        Ok(match answer {
            Ok(me) if me.key.id == subject.key => Some(Ok(())),
            Ok(_) => None,
            Err(error) => Some(Err(error)),
        })
    }
}
