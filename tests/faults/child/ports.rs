//! The other ports, wrapped: points before and after what they do, and the guards that a mutation switches off.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use jiff::Timestamp;
use miftah_core::keys::{ApiKey, Environment, KeyId, KeyList};
use miftah_core::operations::{OperationId, Record};
use miftah_core::ports::{
    Clipboard, ClipboardError, Clock, CopiedKey, Issued, Journal, Me, NewKey, Portal, RemoteError, SendError,
    SignedIn, Spool, SpoolError, StoreError, UnreadableAnswer,
};
use miftah_core::secret::{RawAnswer, Secret, WrappingKey};
use miftah_dhmad::DhmadPortal;
use miftah_store::{JournalFile, SealedSpool};

use super::points::Points;
use super::without;
use crate::plan::{Mutation, Plan};

/// The computer's clock.
pub(crate) struct RealClock(Instant);

impl Default for RealClock {
    #[expect(clippy::disallowed_methods, reason = "this is a clock")]
    fn default() -> Self {
        Self(Instant::now())
    }
}

#[async_trait]
impl Clock for RealClock {
    #[expect(clippy::disallowed_methods, reason = "this is a clock")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn uptime(&self) -> Duration {
        self.0.elapsed()
    }

    async fn sleep(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }
}

/// A clipboard of paper: what is on it at the start, and whether a key was put there.
pub(crate) struct Paper(Mutex<Option<String>>, Arc<Points>);

impl Paper {
    pub(crate) fn new(text: Option<String>, points: Arc<Points>) -> Self {
        Self(Mutex::new(text), points)
    }
}

#[async_trait]
impl Clipboard for Paper {
    async fn offer(&self, _: CopiedKey, secret: &Secret, _: Duration) -> Result<(), ClipboardError> {
        self.1.pass("clipboard:before:offer");
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(secret.expose().to_owned());
        self.1.pass("clipboard:after:offer");
        Ok(())
    }

    async fn take(&self) -> Result<Secret, ClipboardError> {
        let text = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        text.map(Secret::new).ok_or(ClipboardError::Empty)
    }

    async fn clear_if(&self, _: &Secret) -> Result<bool, ClipboardError> {
        self.1.pass("clipboard:before:clear");
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
        Ok(true)
    }
}

pub(crate) struct FaultyJournal {
    file: JournalFile,
    late: bool,
    held: Mutex<Option<Record>>,
    points: Arc<Points>,
}

impl FaultyJournal {
    pub(crate) fn new(file: JournalFile, mutation: Option<Mutation>, points: Arc<Points>) -> Self {
        let late = without(mutation, Mutation::JournalOrder);
        Self { file, late, held: Mutex::default(), points }
    }
}

impl Journal for FaultyJournal {
    fn records(&self) -> Result<Vec<Record>, StoreError> {
        let mut records = self.file.records()?;
        records.extend(self.held.lock().unwrap_or_else(PoisonError::into_inner).clone());
        Ok(records)
    }

    fn record(&self, record: &Record) -> Result<(), StoreError> {
        let word = record.event.word();
        self.points.pass(&format!("journal:before:{word}"));
        if self.late {
            let before = self.held.lock().unwrap_or_else(PoisonError::into_inner).replace(record.clone());
            if let Some(before) = before {
                self.file.record(&before)?;
            }
        } else {
            self.file.record(record)?;
        }
        self.points.pass(&format!("journal:after:{word}"));
        Ok(())
    }

    fn clear(&self) -> Result<(), StoreError> {
        self.file.clear()
    }
}

pub(crate) struct FaultySpool {
    file: SealedSpool,
    mutation: Option<Mutation>,
    points: Arc<Points>,
}

impl FaultySpool {
    pub(crate) fn new(file: SealedSpool, mutation: Option<Mutation>, points: Arc<Points>) -> Self {
        Self { file, mutation, points }
    }
}

impl Spool for FaultySpool {
    fn reserve(&self, operation: &OperationId) -> Result<(), SpoolError> {
        self.points.pass("spool:before:reserve");
        let reserved = self.file.reserve(operation);
        self.points.pass("spool:after:reserve");
        if without(self.mutation, Mutation::Preflight) { Ok(()) } else { reserved }
    }

    fn seal(
        &self,
        operation: &OperationId,
        key: &KeyId,
        wrapping: &WrappingKey,
        answer: &RawAnswer,
    ) -> Result<(), SpoolError> {
        self.points.pass("spool:before:seal");
        if without(self.mutation, Mutation::Spool) {
            self.points.note("sealed");
            self.points.pass("spool:after:seal");
            return Ok(());
        }
        self.points.note("sealing");
        let sealed = self.file.seal(operation, key, wrapping, answer);
        self.points.note(if sealed.is_ok() { "sealed" } else { "seal refused" });
        self.points.pass("spool:after:seal");
        sealed
    }

    fn open(
        &self,
        operation: &OperationId,
        key: &KeyId,
        wrapping: &WrappingKey,
    ) -> Result<Option<RawAnswer>, SpoolError> {
        self.points.pass("spool:before:open");
        self.file.open(operation, key, wrapping)
    }

    fn holds(&self, operation: &OperationId) -> Result<bool, SpoolError> {
        self.file.holds(operation)
    }

    fn wipe(&self, operation: &OperationId) -> Result<(), SpoolError> {
        self.points.pass("spool:before:wipe");
        let wiped = self.file.wipe(operation);
        self.points.pass("spool:after:wipe");
        wiped
    }

    fn operations(&self) -> Result<Vec<OperationId>, SpoolError> {
        self.file.operations()
    }
}

pub(crate) struct FaultyPortal {
    portal: DhmadPortal,
    no_names: bool,
    resends: bool,
    points: Arc<Points>,
}

impl FaultyPortal {
    pub(crate) fn new(portal: DhmadPortal, plan: &Plan, points: Arc<Points>) -> Self {
        let resends = without(plan.mutation, Mutation::NoRetry);
        Self { portal, no_names: plan.no_names, resends, points }
    }

    fn names(&self) -> Result<(), RemoteError> {
        if self.no_names { Err(RemoteError::Offline) } else { Ok(()) }
    }

    fn issued(&self, answer: Result<RawAnswer, SendError>) -> Result<RawAnswer, SendError> {
        if let Ok(answer) = &answer {
            let environments = [Environment::Live, Environment::Sandbox];
            let readable = environments.iter().any(|one| self.portal.read_issued(answer, *one).is_ok());
            self.points.note(if readable { "answered with a key" } else { "answered without a key" });
        }
        self.points.pass("portal:after:issue");
        answer
    }
}

#[async_trait]
impl Portal for FaultyPortal {
    async fn password_offered(&self) -> Result<bool, RemoteError> {
        self.portal.password_offered().await
    }

    async fn sign_in(&self, email: &str, password: &Secret) -> Result<SignedIn, RemoteError> {
        self.portal.sign_in(email, password).await
    }

    async fn list_keys(&self, token: &Secret) -> Result<KeyList, RemoteError> {
        self.names()?;
        self.points.pass("portal:before:list");
        self.portal.list_keys(token).await
    }

    async fn warm_up(&self) -> Result<(), RemoteError> {
        self.portal.warm_up().await
    }

    async fn regenerate(&self, token: &Secret, id: &KeyId) -> Result<RawAnswer, SendError> {
        self.points.pass("portal:before:issue");
        let mut answer = self.portal.regenerate(token, id).await;
        if self.resends && matches!(answer, Err(SendError::Unknown(_))) {
            answer = self.portal.regenerate(token, id).await;
        }
        self.issued(answer)
    }

    async fn create_key(&self, token: &Secret, new: &NewKey) -> Result<RawAnswer, SendError> {
        self.points.pass("portal:before:issue");
        let mut answer = self.portal.create_key(token, new).await;
        if self.resends && matches!(answer, Err(SendError::Unknown(_))) {
            answer = self.portal.create_key(token, new).await;
        }
        self.issued(answer)
    }

    async fn set_active(&self, token: &Secret, id: &KeyId, active: bool) -> Result<(), SendError> {
        self.points.pass("portal:before:switch");
        let done = self.portal.set_active(token, id, active).await;
        self.points.pass("portal:after:switch");
        done
    }

    async fn rename_key(&self, token: &Secret, id: &KeyId, name: &str) -> Result<(), SendError> {
        self.portal.rename_key(token, id, name).await
    }

    async fn limit_key(&self, token: &Secret, id: &KeyId, rate_limit: u32) -> Result<(), SendError> {
        self.portal.limit_key(token, id, rate_limit).await
    }

    async fn delete_key(&self, token: &Secret, id: &KeyId) -> Result<(), SendError> {
        self.points.pass("portal:before:delete");
        let done = self.portal.delete_key(token, id).await;
        self.points.pass("portal:after:delete");
        done
    }

    fn read_issued(&self, answer: &RawAnswer, environment: Environment) -> Result<Issued, UnreadableAnswer> {
        self.portal.read_issued(answer, environment)
    }

    async fn me(&self, key: &ApiKey) -> Result<Me, RemoteError> {
        self.names()?;
        self.points.pass("portal:before:me");
        self.portal.me(key).await
    }

    fn forget_connections(&self) {
        self.portal.forget_connections();
    }

    fn portal_host(&self) -> String {
        self.portal.portal_host()
    }

    fn portal_page(&self) -> String {
        self.portal.portal_page()
    }
}
