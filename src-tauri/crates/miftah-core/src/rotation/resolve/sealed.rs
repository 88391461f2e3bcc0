//! What the spool, or the pending slot, still has of an operation.

use crate::keys::ApiKey;
use crate::operations::{Event, Stage};
use crate::ports::{Issued, Ports, Slot, SpoolError};

use super::super::spooled::{fits, load};
use super::super::step::step;
use super::{Hindrance, Resolver};

/// A value found on this computer.
pub(super) struct Found {
    pub(super) issued: Issued,
    /// Out of the sealed answer to this very request, and not out of a slot that may hold an older one.
    pub(super) from_the_answer: bool,
}

impl Resolver {
    /// Opens what was sealed for this operation. Without anything that opens, looks into the pending slot.
    pub(super) async fn found(&mut self, ports: &Ports) -> Result<Option<Found>, Hindrance> {
        let operation = &self.operation;
        if ports.spool.holds(&operation.id)?
            && let Some(wrapping) = load(ports).await?
        {
            match ports.spool.open(&operation.id, &operation.subject.key, &wrapping) {
                Ok(Some(answer)) => {
                    let issued = ports.portal.read_issued(&answer, operation.subject.environment).ok();
                    if let Some(issued) = issued.filter(|issued| fits(issued, operation)) {
                        return Ok(Some(Found { issued, from_the_answer: true }));
                    }
                    if operation.stage == Stage::Sending {
                        step(ports, &mut self.operation, Event::Unreadable)?;
                    }
                }
                // Torn, or sealed under a wrapping key that is gone: as good as nothing.
                Ok(None) | Err(SpoolError::Sealed) => {}
                Err(error) => return Err(error.into()),
            }
        }
        self.pending(ports).await
    }

    /// Where the disk refused the seal, the value went into the pending slot at once.
    async fn pending(&self, ports: &Ports) -> Result<Option<Found>, Hindrance> {
        let subject = &self.operation.subject;
        let id = self.operation.issued_id.clone().unwrap_or_else(|| subject.key.clone());
        let slot = Slot::Pending(subject.account.clone(), id);
        let Some(secret) = ports.keychain.read(&slot).await? else { return Ok(None) };
        let Ok(key) = ApiKey::parse(&secret) else { return Ok(None) };
        let issued = Issued { key, id: self.operation.issued_id.clone(), prefix: None };
        let new = fits(&issued, &self.operation);
        Ok(new.then_some(Found { issued, from_the_answer: false }))
    }
}
