//! A keychain in a file of the run's folder, scriptable down to "written, but the answer was lost".

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use miftah_core::ports::{Keychain, KeychainError, KeychainState, Slot};
use miftah_core::secret::Secret;

use super::points::Points;
use super::without;
use crate::plan::{KeychainFault, Mutation, Plan};

/// Its name in the folder.
pub(crate) const FILE: &str = "keychain.json";

pub(crate) struct FileKeychain {
    path: PathBuf,
    fault: Option<KeychainFault>,
    mutation: Option<Mutation>,
    points: Arc<Points>,
    calls: Mutex<usize>,
    /// What this process wrote: without the read-back it is taken for what is kept, and without the preflight
    /// so is the key that seals.
    believed: Mutex<BTreeMap<String, String>>,
}

impl FileKeychain {
    pub(crate) fn new(plan: &Plan, points: Arc<Points>) -> Self {
        Self {
            path: plan.folder.join(FILE),
            fault: plan.keychain,
            mutation: plan.mutation,
            points,
            calls: Mutex::default(),
            believed: Mutex::default(),
        }
    }

    fn load(&self) -> BTreeMap<String, String> {
        std::fs::read(&self.path)
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// The system's keychain is another process: what it took survives ours.
    fn store(&self, held: &BTreeMap<String, String>) -> Result<(), KeychainError> {
        let bytes = serde_json::to_vec(held).map_err(|_| KeychainError::Corrupt)?;
        let new = self.path.with_extension("new");
        std::fs::write(&new, bytes)
            .and_then(|()| std::fs::rename(&new, &self.path))
            .map_err(|_| KeychainError::Unavailable)
    }

    /// Counts a call. `Err`: it fails before it does anything; `Ok(Some)`: it does, and this is the answer.
    fn call(&self) -> Result<Option<KeychainError>, KeychainError> {
        let mut calls = self.calls.lock().unwrap_or_else(PoisonError::into_inner);
        *calls += 1;
        let now = *calls;
        match self.fault {
            Some(KeychainFault::AbsentFrom(from)) if now >= from => Err(KeychainError::Unavailable),
            Some(KeychainFault::LockedFrom(from)) if now >= from => Err(KeychainError::Locked),
            Some(KeychainFault::TimesOutFrom(from)) if now >= from => Err(KeychainError::TimedOut),
            Some(KeychainFault::DeniedAt(at)) if now == at => Err(KeychainError::Denied),
            Some(KeychainFault::CorruptAt(at)) if now == at => Err(KeychainError::Corrupt),
            Some(KeychainFault::AnswerLostAt(at)) if now == at => Ok(Some(KeychainError::TimedOut)),
            _ => Ok(None),
        }
    }

    fn truncates_now(&self) -> bool {
        let now = *self.calls.lock().unwrap_or_else(PoisonError::into_inner);
        matches!(self.fault, Some(KeychainFault::TruncatesAt(at)) if at == now)
    }

    /// Whether a guard is off that would look at what the keychain made of this slot.
    fn believes(&self, slot: &Slot) -> bool {
        without(self.mutation, Mutation::ReadBack) || (self.unchecked() && *slot == Slot::Wrapping)
    }

    /// A preflight that is switched off looks at nothing.
    fn unchecked(&self) -> bool {
        without(self.mutation, Mutation::Preflight)
    }
}

fn answer<T>(lost: Option<KeychainError>, done: T) -> Result<T, KeychainError> {
    lost.map_or(Ok(done), Err)
}

#[async_trait]
impl Keychain for FileKeychain {
    async fn state(&self) -> KeychainState {
        match self.fault {
            _ if self.unchecked() => KeychainState::Ready { name: None },
            Some(KeychainFault::AbsentFrom(1)) => KeychainState::Unavailable,
            Some(KeychainFault::LockedFrom(1)) => KeychainState::Locked { name: None },
            _ => KeychainState::Ready { name: None },
        }
    }

    async fn unlock(&self) -> Result<(), KeychainError> {
        Err(KeychainError::Denied)
    }

    fn cancel_unlock(&self) {}

    async fn probe(&self) -> Result<(), KeychainError> {
        if self.unchecked() {
            return Ok(());
        }
        self.points.pass("keychain:probe");
        let lost = self.call()?;
        if self.truncates_now() { Err(KeychainError::Corrupt) } else { answer(lost, ()) }
    }

    async fn read(&self, slot: &Slot) -> Result<Option<Secret>, KeychainError> {
        let name = slot.name();
        self.points.pass("keychain:read");
        if self.believes(slot)
            && let Some(text) = self.believed.lock().unwrap_or_else(PoisonError::into_inner).get(&name)
        {
            return Ok(Some(Secret::new(text.clone())));
        }
        match self.call() {
            Ok(lost) => answer(lost, self.load().remove(&name).map(Secret::new)),
            Err(_) if self.unchecked() && *slot == Slot::Wrapping => Ok(None),
            Err(error) => Err(error),
        }
    }

    async fn write(&self, slot: &Slot, secret: &Secret) -> Result<(), KeychainError> {
        let name = slot.name();
        self.points.pass(&format!("keychain:before:write:{}", name.rsplit('/').next().unwrap_or_default()));
        if self.believes(slot) {
            let mut believed = self.believed.lock().unwrap_or_else(PoisonError::into_inner);
            believed.insert(name.clone(), secret.expose().to_owned());
        }
        let lost = match self.call() {
            Err(_) if self.unchecked() && *slot == Slot::Wrapping => return Ok(()),
            called => called?,
        };
        let mut text = secret.expose().to_owned();
        if self.truncates_now() {
            text.pop();
        }
        let mut held = self.load();
        held.insert(name.clone(), text);
        self.store(&held)?;
        self.points.pass(&format!("keychain:after:write:{}", name.rsplit('/').next().unwrap_or_default()));
        answer(lost, ())
    }

    async fn delete(&self, slot: &Slot) -> Result<(), KeychainError> {
        self.points.pass("keychain:before:delete");
        let lost = self.call()?;
        let mut held = self.load();
        held.remove(&slot.name());
        self.store(&held)?;
        self.points.pass("keychain:after:delete");
        answer(lost, ())
    }
}
