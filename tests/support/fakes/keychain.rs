//! A keychain in memory, with faults on demand.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use miftah_core::ports::{Keychain, KeychainError, KeychainState, Slot};
use miftah_core::secret::Secret;
use tokio::sync::watch;
use tokio::time::timeout;

/// The bound of one call, as the port promises it. With tokio's clock paused nobody waits for it.
const CALL: Duration = Duration::from_secs(10);
const UNLOCK: Duration = Duration::from_mins(2);

/// How the person answers a password prompt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Person {
    /// Types the password.
    Unlocks,
    /// Closes the prompt.
    Dismisses,
    /// Went for a coffee.
    IsAway,
}

/// What goes wrong in one call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is done, and this is the answer.
    Fails(KeychainError),
    /// It is done, and this is the answer.
    AnswerLost(KeychainError),
    /// It is done, but the secret loses its last character on the way.
    Truncates,
}

/// A call that was made. [`Keychain::state`] and the unlocking are not counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Call {
    /// [`Keychain::probe`].
    Probe,
    /// [`Keychain::read`].
    Read(Slot),
    /// [`Keychain::write`].
    Write(Slot),
    /// [`Keychain::delete`].
    Delete(Slot),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Ready,
    Locked,
    Absent,
}

struct Inner {
    held: BTreeMap<String, String>,
    standing: Standing,
    person: Person,
    calls: Vec<Call>,
    faults: BTreeMap<usize, Fault>,
}

/// A keychain in memory: unlocked and empty to begin with.
pub struct FakeKeychain {
    inner: Mutex<Inner>,
    hangs: watch::Sender<bool>,
    cancels: watch::Sender<u32>,
}

impl FakeKeychain {
    /// Unlocked and empty.
    #[expect(clippy::new_without_default, reason = "a fake that is ready is not the only default there is")]
    pub fn new() -> Self {
        Self {
            inner: Mutex::new(Inner {
                held: BTreeMap::new(),
                standing: Standing::Ready,
                person: Person::Unlocks,
                calls: Vec::new(),
                faults: BTreeMap::new(),
            }),
            hangs: watch::Sender::new(false),
            cancels: watch::Sender::new(0),
        }
    }

    /// Lays a fault on the `nth` call from now; 1 is the next one.
    pub fn fault(&self, nth: usize, fault: Fault) {
        let mut inner = self.inner();
        let call = inner.calls.len() + nth;
        inner.faults.insert(call, fault);
    }

    /// Locks it; `person` is how a prompt would be answered.
    pub fn lock(&self, person: Person) {
        let mut inner = self.inner();
        inner.standing = Standing::Locked;
        inner.person = person;
    }

    /// Takes it away, with what it holds kept for its return.
    pub fn leave(&self) {
        self.inner().standing = Standing::Absent;
    }

    /// Makes it ready, from locked or absent.
    pub fn come_back(&self) {
        self.inner().standing = Standing::Ready;
    }

    /// From now on calls hang, and each ends with "timed out" after 10 s of tokio's clock.
    pub fn hang(&self) {
        self.hangs.send_replace(true);
    }

    /// Ends [`FakeKeychain::hang`], for calls that wait too.
    pub fn release(&self) {
        self.hangs.send_replace(false);
    }

    /// What was called so far.
    pub fn calls(&self) -> Vec<Call> {
        self.inner().calls.clone()
    }

    /// What a slot holds, without a call.
    pub fn held(&self, slot: &Slot) -> Option<String> {
        self.inner().held.get(&slot.name()).cloned()
    }

    /// Everything that it holds.
    pub fn values(&self) -> Vec<String> {
        self.inner().held.values().cloned().collect()
    }

    /// How many slots hold something.
    pub fn held_count(&self) -> usize {
        self.inner().held.len()
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// One call: notes it, waits while it hangs, applies the fault.
    async fn call<T>(
        &self,
        call: Call,
        act: impl FnOnce(&mut BTreeMap<String, String>, Truncating) -> T,
    ) -> Result<T, KeychainError> {
        let fault = {
            let mut inner = self.inner();
            inner.calls.push(call);
            let number = inner.calls.len();
            inner.faults.remove(&number)
        };
        let mut hangs = self.hangs.subscribe();
        let waited = timeout(CALL, hangs.wait_for(|hangs| !hangs)).await;
        if waited.is_err() {
            return Err(KeychainError::TimedOut);
        }
        drop(waited);
        let mut inner = self.inner();
        match inner.standing {
            Standing::Absent => return Err(KeychainError::Unavailable),
            Standing::Locked => return Err(KeychainError::Locked),
            Standing::Ready => {}
        }
        match fault {
            Some(Fault::Fails(error)) => Err(error),
            Some(Fault::AnswerLost(error)) => {
                act(&mut inner.held, Truncating::No);
                Err(error)
            }
            Some(Fault::Truncates) => Ok(act(&mut inner.held, Truncating::Yes)),
            None => Ok(act(&mut inner.held, Truncating::No)),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Truncating {
    Yes,
    No,
}

impl Truncating {
    fn apply(self, text: &str) -> String {
        let mut text = text.to_owned();
        if self == Self::Yes {
            text.pop();
        }
        text
    }
}

#[async_trait]
impl Keychain for FakeKeychain {
    async fn state(&self) -> KeychainState {
        let name = Some("Fake Keychain".to_owned());
        match self.inner().standing {
            Standing::Ready => KeychainState::Ready { name },
            Standing::Locked => KeychainState::Locked { name },
            Standing::Absent => KeychainState::Unavailable,
        }
    }

    async fn unlock(&self) -> Result<(), KeychainError> {
        let mut cancels = self.cancels.subscribe();
        let person = {
            let mut inner = self.inner();
            match (inner.standing, inner.person) {
                (Standing::Absent, _) => return Err(KeychainError::Unavailable),
                (Standing::Ready, _) => return Ok(()),
                (Standing::Locked, Person::Unlocks) => inner.standing = Standing::Ready,
                (Standing::Locked, _) => {}
            }
            inner.person
        };
        match person {
            Person::Unlocks => Ok(()),
            Person::Dismisses => Err(KeychainError::Denied),
            Person::IsAway => match timeout(UNLOCK, cancels.changed()).await {
                Ok(_) => Err(KeychainError::Denied),
                Err(_) => Err(KeychainError::TimedOut),
            },
        }
    }

    fn cancel_unlock(&self) {
        self.cancels.send_modify(|cancels| *cancels += 1);
    }

    async fn probe(&self) -> Result<(), KeychainError> {
        let kept = self.call(Call::Probe, |_, truncating| truncating == Truncating::No).await?;
        if kept { Ok(()) } else { Err(KeychainError::Corrupt) }
    }

    async fn read(&self, slot: &Slot) -> Result<Option<Secret>, KeychainError> {
        let name = slot.name();
        self.call(Call::Read(slot.clone()), |held, truncating| {
            held.get(&name).map(|text| Secret::new(truncating.apply(text)))
        })
        .await
    }

    async fn write(&self, slot: &Slot, secret: &Secret) -> Result<(), KeychainError> {
        self.call(Call::Write(slot.clone()), |held, truncating| {
            held.insert(slot.name(), truncating.apply(secret.expose()));
        })
        .await
    }

    async fn delete(&self, slot: &Slot) -> Result<(), KeychainError> {
        self.call(Call::Delete(slot.clone()), |held, _| {
            held.remove(&slot.name());
        })
        .await
    }
}
