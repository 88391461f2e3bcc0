//! *Resolve*: what became of an operation whose outcome is not known, at once and at every start after it.
//!
//! It asks and finishes, it never sends anything again. One [`Resolver::look`] is one round; the caller waits
//! as long as it says and calls again.

mod oracles;
mod regenerate;
mod sealed;
mod successor;
mod switch;

use std::time::Duration;

use crate::operations::{Event, Kind, Operation, Stage};
use crate::ports::{KeychainError, Ports, RemoteError, SpoolError, StoreError};
use crate::session::Session;

use super::commit::CommitError;
use super::spooled::wipe;
use super::step::{StepError, step};

/// Why nothing can be found out now. Everything stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Hindrance {
    /// Nobody is signed in to the account, and nothing else can tell.
    #[error("nobody is signed in")]
    SignedOut,
    /// DHMAD gave no answer that says anything.
    #[error(transparent)]
    Remote(#[from] RemoteError),
    /// The keychain is closed.
    #[error(transparent)]
    Keychain(#[from] KeychainError),
    /// The sealed file cannot be read.
    #[error(transparent)]
    Spool(#[from] SpoolError),
    /// The data folder cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<StepError> for Hindrance {
    fn from(error: StepError) -> Self {
        match error {
            StepError::Store(error) => Self::Store(error),
            StepError::Illegal(_) => Self::Store(StoreError::Corrupt),
        }
    }
}

impl From<CommitError> for Hindrance {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Keychain(error) => Self::Keychain(error),
            CommitError::Store(error) => Self::Store(error),
            CommitError::Step(error) => error.into(),
            CommitError::Unidentified(error) => Self::Remote(error),
        }
    }
}

/// What one round came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outlook {
    /// Nothing more to find out: it is over, or waits for the person. The operation's stage says which.
    Settled,
    /// Look again after this.
    Again(Duration),
    /// Nothing can be found out now; something has to change first.
    Waiting(Hindrance),
}

/// Finds out what became of one operation.
pub struct Resolver {
    /// The operation, as far as it is known.
    pub operation: Operation,
    /// Reads in this run that found the key unchanged.
    unchanged: u32,
    /// When the person was told "not carried out", in this run.
    told: Option<Duration>,
    /// Told in an earlier run: this start is the last look.
    resumed: bool,
    /// Since when, in this run, DHMAD has not accepted the old value.
    disputed: Option<Duration>,
}

impl Resolver {
    /// For an operation as the journal has it.
    pub fn new(operation: Operation) -> Self {
        let resumed = operation.stage == Stage::Unchanged;
        Self { operation, unchanged: 0, told: None, resumed, disputed: None }
    }

    /// One round. Without a session only the key's own calls can be asked.
    pub async fn look(&mut self, ports: &Ports, session: Option<&Session>) -> Outlook {
        let session = session.filter(|session| session.account == self.operation.subject.account);
        self.round(ports, session).await.unwrap_or_else(Outlook::Waiting)
    }

    async fn round(&mut self, ports: &Ports, session: Option<&Session>) -> Result<Outlook, Hindrance> {
        match (self.operation.subject.kind, self.operation.stage) {
            // A take has nothing to ask: the caller goes on with it where it stopped.
            (Kind::Take, _) => Ok(Outlook::Settled),
            (_, Stage::Intended) => self.over(ports, Event::NotSent),
            (Kind::Regenerate, Stage::Sending | Stage::Received | Stage::Unreadable | Stage::Unchanged) => {
                self.regenerate(ports, session).await
            }
            (
                Kind::Rotation | Kind::Create,
                Stage::Sending | Stage::Received | Stage::Unreadable | Stage::Unchanged,
            ) => self.successor(ports, session).await,
            (
                Kind::Rotation,
                Stage::SwitchingOff | Stage::SwitchingOn | Stage::Deleting | Stage::OrphanSwitchingOff,
            ) => self.switch(ports, session).await,
            _ => Ok(Outlook::Settled),
        }
    }

    /// Ends the operation; nothing of it is needed any more.
    fn over(&mut self, ports: &Ports, event: Event) -> Result<Outlook, Hindrance> {
        step(ports, &mut self.operation, event)?;
        wipe(&*ports.spool, &self.operation.id);
        Ok(Outlook::Settled)
    }

    /// One more read that found nothing changed: told after the last of them, settled after a while of
    /// watching, or by the one read of a later start.
    fn unchanged(&mut self, ports: &Ports) -> Result<Outlook, Hindrance> {
        let timings = &ports.timings;
        if self.operation.stage == Stage::Unchanged {
            let watched = self.told.map(|told| ports.clock.uptime().saturating_sub(told));
            let enough = self.resumed || watched.is_some_and(|watched| watched >= timings.watch_on);
            return if enough {
                self.over(ports, Event::NotExecuted)
            } else {
                Ok(Outlook::Again(timings.try_again))
            };
        }
        self.unchanged += 1;
        if self.unchanged < timings.resolve_reads {
            let pauses = timings.resolve_reads.saturating_sub(1).max(1);
            return Ok(Outlook::Again(timings.resolve_over / pauses));
        }
        step(ports, &mut self.operation, Event::Unchanged)?;
        self.told = Some(ports.clock.uptime());
        Ok(Outlook::Again(timings.try_again))
    }

    /// Whether the old value has been refused for as long as a late list is waited for.
    fn watched_long(&self, ports: &Ports) -> bool {
        let since = self.disputed.map(|since| ports.clock.uptime().saturating_sub(since));
        since.is_some_and(|since| since >= ports.timings.watch_on)
    }

    /// Writes down that a readable answer was found, if that is not known yet.
    fn note_received(&mut self, ports: &Ports, issued: &crate::ports::Issued) -> Result<(), Hindrance> {
        if self.operation.stage != Stage::Received {
            let event = Event::Received { prefix: issued.key.prefix(), id: issued.id.clone() };
            step(ports, &mut self.operation, event)?;
        }
        Ok(())
    }
}
