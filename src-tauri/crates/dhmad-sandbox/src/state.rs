//! All that a running stand-in remembers, behind one lock, and its file.
//!
//! Not here: what the operations do to it (`keys.rs`, `webhooks.rs`, `portal.rs`).

use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::sync::watch;

use crate::config::{Clock, GuidedAnswer, MeBehaviour, Profile, RefusedUse, SandboxConfig};
use crate::errors::ApiError;
use crate::faults::Faults;
use crate::files;
use crate::keys::KeyRecord;
use crate::ledger::Ledger;
use crate::limits::Limiter;
use crate::requests::Requests;
use crate::webhooks::Webhook;

/// The developer account: what the state file holds.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Account {
    pub(crate) developer_id: String,
    pub(crate) email: String,
    pub(crate) company_name: String,
    pub(crate) password: String,
    pub(crate) tokens: Vec<Token>,
    pub(crate) keys: Vec<KeyRecord>,
    pub(crate) webhooks: Vec<Webhook>,
}

impl Account {
    /// The `developer` object of `/v1/me` and of the sign-in call.
    pub(crate) fn developer_view(&self) -> Value {
        json!({"id": self.developer_id, "email": self.email, "companyName": self.company_name})
    }
}

/// A developer token and the moment it stops working.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Token {
    pub(crate) value: String,
    pub(crate) expires_at: Option<Timestamp>,
}

/// What can be changed while it runs.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) profile: Profile,
    pub(crate) guided_answer: GuidedAnswer,
    pub(crate) me: MeBehaviour,
    pub(crate) refused_use: RefusedUse,
    pub(crate) rate_limit: u32,
    pub(crate) latency: Duration,
    pub(crate) token_lifetime: Option<SignedDuration>,
}

impl Settings {
    pub(crate) fn of(config: &SandboxConfig) -> Self {
        Self {
            profile: config.profile,
            guided_answer: config.guided_answer,
            me: config.me,
            refused_use: config.refused_use,
            rate_limit: config.rate_limit,
            latency: config.latency,
            token_lifetime: config.token_lifetime,
        }
    }
}

/// What the lock guards. One lock, so that ledger order is the order in which things happened.
#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) account: Account,
    pub(crate) settings: Settings,
    pub(crate) ledger: Ledger,
    pub(crate) requests: Requests,
    pub(crate) limiter: Limiter,
    pub(crate) faults: Faults,
}

/// The stand-in's world, shared by every connection.
pub(crate) struct World {
    inner: Mutex<Inner>,
    now: Clock,
    state_file: Option<PathBuf>,
    /// Goes up with each request that arrives or is finished.
    pub(crate) activity: watch::Sender<u64>,
    /// Goes up when held answers are let go.
    pub(crate) release: watch::Sender<u64>,
}

impl World {
    pub(crate) fn new(inner: Inner, now: Clock, state_file: Option<PathBuf>) -> Self {
        let (activity, release) = (watch::Sender::new(0), watch::Sender::new(0));
        Self { inner: Mutex::new(inner), now, state_file, activity, release }
    }

    /// Now, in the milliseconds the API's dates are kept in.
    pub(crate) fn now(&self) -> Timestamp {
        let now = (self.now)();
        Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
    }

    /// The lock; never held over an await.
    pub(crate) fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs `work` and saves the account, even where `work` refuses: a refusal may leave a trace too.
    pub(crate) fn change<T>(
        &self,
        work: impl FnOnce(&mut Inner, Timestamp) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        let now = self.now();
        let mut inner = self.lock();
        let result = work(&mut inner, now);
        self.save(&inner.account).map_err(|error| {
            tracing::error!(%error, "the state file could not be written");
            ApiError::Internal
        })?;
        result
    }

    /// Writes the account to the state file, if there is one.
    pub(crate) fn save(&self, account: &Account) -> io::Result<()> {
        let Some(path) = &self.state_file else { return Ok(()) };
        files::replace(path, &serde_json::to_vec_pretty(account)?)
    }
}
