//! DHMAD over the truth, without sockets.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use dhmad_sandbox::MeBehaviour;
use jiff::Timestamp;
use miftah_core::keys::{ApiKey, Environment, Key, KeyId, KeyList, KeyPrefix, LastUse, Status};
use miftah_core::ports::{
    Clock, Developer, Issued, Me, NewKey, Portal, RemoteError, SendError, SignedIn, UnreadableAnswer,
};
use miftah_core::secret::{RawAnswer, Secret};
use miftah_tests::fakes::clock::TestClock;

use super::surroundings::{Surroundings, Trouble};
use super::truth::TrueKey;

/// What is true, and when Miftah asked by itself.
pub(super) struct Truth {
    pub(super) keys: Vec<TrueKey>,
    pub(super) asked: Vec<Timestamp>,
}

/// The portal of the year.
pub(super) struct Dhmad {
    pub(super) clock: Arc<TestClock>,
    pub(super) surroundings: Surroundings,
    /// In guided mode an answer to a key is remembered; in full mode only the list is.
    guided: bool,
    truth: Mutex<Truth>,
}

impl Dhmad {
    pub(super) fn new(
        clock: Arc<TestClock>,
        surroundings: Surroundings,
        keys: Vec<TrueKey>,
        guided: bool,
    ) -> Self {
        Self { clock, surroundings, guided, truth: Mutex::new(Truth { keys, asked: Vec::new() }) }
    }

    pub(super) fn truth(&self) -> MutexGuard<'_, Truth> {
        self.truth.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What Miftah asks by itself counts, and what reaches DHMAD.
    fn note_asked(&self, now: Timestamp, by_itself: bool) {
        if by_itself && self.surroundings.trouble(now) != Some(Trouble::Offline) {
            self.truth().asked.push(now);
        }
    }

    /// Whether the answer to a call that begins now arrives.
    fn ask(&self, now: Timestamp) -> Result<bool, RemoteError> {
        let trouble = self.surroundings.trouble(now);
        if trouble == Some(Trouble::Offline) {
            return Err(RemoteError::Offline);
        }
        match trouble {
            Some(Trouble::Down) => Err(RemoteError::Failed { status: 503 }),
            Some(Trouble::TooMany(wait)) => {
                Err(RemoteError::RateLimited { retry_after: wait.map(Duration::from_secs) })
            }
            Some(Trouble::Lost) => Ok(false),
            Some(Trouble::Offline) | None => Ok(true),
        }
    }
}

/// The whole value of a key. Its first six characters say which it is.
pub(super) fn value(index: usize, key: &TrueKey, generation: usize) -> String {
    format!("{}{:06x}{:058x}", key.environment.tag(), index * 16 + generation, 7)
}

pub(super) fn id(index: usize) -> String {
    format!("key-{index:03}")
}

fn described(index: usize, key: &TrueKey, last_use: Option<Timestamp>, now: Timestamp) -> Option<Key> {
    Some(Key {
        id: KeyId::parse(&id(index)).ok()?,
        name: format!("Shop {index}"),
        environment: key.environment,
        prefix: KeyPrefix::parse(&value(index, key, key.generation(now))),
        status: if key.is_active(now) { Status::Active } else { Status::Inactive },
        last_use: last_use.map_or(LastUse::Never, LastUse::At),
        created_at: Some(key.created),
        expires_at: key.expires,
        rate_limit: None,
    })
}

/// Nothing but reading is done in this year.
const NO: SendError = SendError::NotSent(RemoteError::Offline);

#[async_trait]
impl Portal for Dhmad {
    async fn list_keys(&self, _token: &Secret) -> Result<KeyList, RemoteError> {
        let now = self.clock.now();
        self.note_asked(now, !self.guided);
        if !self.ask(now)? {
            return Err(RemoteError::Timeout);
        }
        let mut keys = Vec::new();
        for (index, key) in self.truth().keys.iter_mut().enumerate().filter(|(_, key)| key.created <= now) {
            let last_use = key.last_use(now);
            key.show(now, last_use);
            keys.extend(described(index, key, last_use, now));
        }
        Ok(KeyList { keys, unreadable: 0, complete: true, server_date: Some(now) })
    }

    async fn me(&self, key: &ApiKey) -> Result<Me, RemoteError> {
        let now = self.clock.now();
        self.note_asked(now, self.guided);
        let arrives = self.ask(now);
        let mut truth = self.truth();
        let text = key.secret().expose();
        let found = truth.keys.iter_mut().enumerate().find(|(index, key)| {
            key.created <= now && (0..=key.regenerated.len()).any(|made| value(*index, key, made) == text)
        });
        let Some((index, key)) = found else { return Err(RemoteError::Unauthorized) };
        if arrives != Err(RemoteError::Offline) {
            key.called.push(now);
        }
        let arrives = arrives?;
        let works = value(index, key, key.generation(now)) == text && key.is_active(now);
        if !works || key.expires.is_some_and(|at| at <= now) {
            return if arrives { Err(RemoteError::Unauthorized) } else { Err(RemoteError::Timeout) };
        }
        let before = key.last_use(now);
        if key.me != MeBehaviour::Unmoved {
            key.counted.push(now);
        }
        if !arrives {
            return Err(RemoteError::Timeout);
        }
        let last_use = if key.me == MeBehaviour::After { Some(now) } else { before };
        if self.guided {
            key.show(now, last_use);
        }
        let described = described(index, key, last_use, now).ok_or(RemoteError::Unexpected)?;
        let developer = Developer { id: "dev-1".into(), email: None, company: None };
        Ok(Me { key: described, developer: Some(developer), server_date: Some(now) })
    }

    async fn password_offered(&self) -> Result<bool, RemoteError> {
        Ok(false)
    }

    async fn sign_in(&self, _email: &str, _password: &Secret) -> Result<SignedIn, RemoteError> {
        Err(RemoteError::NotOffered)
    }

    async fn warm_up(&self) -> Result<(), RemoteError> {
        Ok(())
    }

    async fn regenerate(&self, _token: &Secret, _id: &KeyId) -> Result<RawAnswer, SendError> {
        Err(NO)
    }

    async fn create_key(&self, _token: &Secret, _new: &NewKey) -> Result<RawAnswer, SendError> {
        Err(NO)
    }

    async fn set_active(&self, _token: &Secret, _id: &KeyId, _active: bool) -> Result<(), SendError> {
        Err(NO)
    }

    async fn rename_key(&self, _token: &Secret, _id: &KeyId, _name: &str) -> Result<(), SendError> {
        Err(NO)
    }

    async fn limit_key(&self, _token: &Secret, _id: &KeyId, _rate_limit: u32) -> Result<(), SendError> {
        Err(NO)
    }

    async fn delete_key(&self, _token: &Secret, _id: &KeyId) -> Result<(), SendError> {
        Err(NO)
    }

    fn read_issued(
        &self,
        _answer: &RawAnswer,
        _environment: Environment,
    ) -> Result<Issued, UnreadableAnswer> {
        Err(UnreadableAnswer)
    }

    fn forget_connections(&self) {}

    fn portal_host(&self) -> String {
        "dhmad.example".into()
    }

    fn portal_page(&self) -> String {
        "https://dhmad.example/".into()
    }
}
