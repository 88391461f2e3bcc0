//! [`Sandbox`]: starts a stand-in in this process and steers it.
//!
//! Not here: the same over HTTP (`control.rs`).

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::config::{GuidedAnswer, MeBehaviour, Profile, RefusedUse, SandboxConfig};
use crate::errors::ApiError;
use crate::faults::{Fault, Faults};
use crate::ledger::{Ledger, LedgerEvent};
use crate::limits::Limiter;
use crate::requests::{RequestRecord, Requests};
use crate::state::{Account, Inner, Settings, World};
use crate::tls::{self, TlsError};
use crate::{files, seed, server};

/// Why a stand-in did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Other computers could have reached it.
    #[error("{0} is not a loopback address")]
    NotLoopback(SocketAddr),
    /// The address could not be bound.
    #[error("could not listen on {address}")]
    Bind {
        /// The address.
        address: SocketAddr,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The state file exists and cannot be read, or cannot be written.
    #[error("the state file cannot be used")]
    StateFile(#[source] io::Error),
    /// The ledger file cannot be opened.
    #[error("the ledger file cannot be used")]
    LedgerFile(#[source] io::Error),
    /// The authority's certificate cannot be written.
    #[error("the CA file cannot be written")]
    CaFile(#[source] io::Error),
    /// TLS could not be set up.
    #[error(transparent)]
    Tls(#[from] TlsError),
}

/// What a handle was asked to do could not be done.
#[derive(Debug, thiserror::Error)]
pub enum SteerError {
    /// There is no such key.
    #[error("the stand-in has no such key")]
    NoSuchKey,
    /// Randomness or the state file failed.
    #[error("the stand-in failed")]
    Failed,
}

impl From<ApiError> for SteerError {
    fn from(error: ApiError) -> Self {
        match error {
            ApiError::NotFound(_) => Self::NoSuchKey,
            _ => Self::Failed,
        }
    }
}

/// A running stand-in; it stops when dropped, or at [`Sandbox::shutdown`].
pub struct Sandbox {
    world: Arc<World>,
    url: String,
    ca_pem: Option<String>,
    stop: watch::Sender<bool>,
    server: JoinHandle<()>,
}

impl Sandbox {
    /// Starts one on the current tokio runtime.
    pub async fn start(config: SandboxConfig) -> Result<Self, StartError> {
        if !server::is_loopback(config.bind) {
            return Err(StartError::NotLoopback(config.bind));
        }
        let world = Arc::new(world(&config)?);
        let (acceptor, ca_pem) = if config.tls {
            tls::acceptor(config.tls_flaw).map(|(a, pem)| (Some(a), Some(pem)))?
        } else {
            (None, None)
        };
        if let (Some(path), Some(pem)) = (&config.ca_file, &ca_pem) {
            files::replace(path, pem.as_bytes()).map_err(StartError::CaFile)?;
        }
        let bind = |source| StartError::Bind { address: config.bind, source };
        let listener = TcpListener::bind(config.bind).await.map_err(bind)?;
        let address = listener.local_addr().map_err(bind)?;
        let scheme = if config.tls { "https" } else { "http" };
        let (stop, stopped) = watch::channel(false);
        let server = tokio::spawn(server::serve(listener, acceptor, Arc::clone(&world), stopped));
        Ok(Self { world, url: format!("{scheme}://{address}"), ca_pem, stop, server })
    }

    /// Where it listens, without a slash at the end.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The certificate of the authority behind its TLS.
    pub fn ca_pem(&self) -> Option<&str> {
        self.ca_pem.as_deref()
    }

    /// The ledger so far.
    pub fn ledger(&self) -> Vec<LedgerEvent> {
        self.world.lock().ledger.snapshot()
    }

    /// The API requests so far whose path contains `path_contains`.
    pub fn requests(&self, path_contains: &str) -> Vec<RequestRecord> {
        self.world.lock().requests.matching(path_contains)
    }

    /// Waits until `done` holds for the requests whose path contains `path_contains`.
    pub async fn wait_for_requests(&self, path_contains: &str, done: impl Fn(&[RequestRecord]) -> bool) {
        let mut activity = self.world.activity.subscribe();
        // The world keeps the sender, so waiting fails never.
        while !done(&self.requests(path_contains)) && activity.changed().await.is_ok() {}
    }

    /// The id of the first key of this name.
    pub fn key_id(&self, name: &str) -> Option<String> {
        self.world.lock().account.keys.iter().find(|key| key.name == name).map(|key| key.id.clone())
    }

    /// The secret a key has now, switched off or not.
    pub fn current_secret(&self, key_id: &str) -> Option<String> {
        self.world.current_secret(key_id)
    }

    /// Every developer token handed out so far.
    pub fn tokens(&self) -> Vec<String> {
        self.world.tokens()
    }

    /// Changes the profile.
    pub fn set_profile(&self, profile: Profile) {
        self.world.lock().settings.profile = profile;
    }

    /// Changes what a missing call answers in the guided profile.
    pub fn set_guided_answer(&self, answer: GuidedAnswer) {
        self.world.lock().settings.guided_answer = answer;
    }

    /// Changes what `/v1/me` does to `lastUsedAt`.
    pub fn set_me_behaviour(&self, me: MeBehaviour) {
        self.world.lock().settings.me = me;
    }

    /// Changes what a refused call does to `lastUsedAt`.
    pub fn set_refused_use(&self, refused_use: RefusedUse) {
        self.world.lock().settings.refused_use = refused_use;
    }

    /// Changes the wait before each answer.
    pub fn set_latency(&self, latency: Duration) {
        self.world.lock().settings.latency = latency;
    }

    /// Changes the requests an address may send in a minute.
    pub fn set_rate_limit(&self, per_minute: u32) {
        self.world.lock().settings.rate_limit = per_minute;
    }

    /// Makes every developer token issued so far, the seeded one included, stop working.
    pub fn expire_tokens(&self) -> Result<(), SteerError> {
        Ok(self.world.expire_tokens()?)
    }

    /// Adds a fault behind the ones already set; for one request, the first that matches happens.
    pub fn set_fault(&self, fault: Fault) {
        self.world.lock().faults.push(fault);
    }

    /// Removes every fault. Answers already held stay held until [`Sandbox::release_held`].
    pub fn clear_faults(&self) {
        self.world.lock().faults.clear();
    }

    /// The faults still to happen.
    pub fn pending_faults(&self) -> Vec<Fault> {
        self.world.lock().faults.pending()
    }

    /// Lets go the answers that a `Hold` fault keeps back.
    pub fn release_held(&self) {
        self.world.release_held();
    }

    /// A real use of a key, somewhere else.
    pub fn use_key(&self, key_id: &str, at: Timestamp) -> Result<(), SteerError> {
        Ok(self.world.use_key(key_id, Some(at))?)
    }

    /// A key stops working then.
    pub fn expire_key(&self, key_id: &str, at: Timestamp) -> Result<(), SteerError> {
        Ok(self.world.expire_key(key_id, at)?)
    }

    /// A colleague regenerates a key in the portal; returns the new secret.
    pub fn regenerate_elsewhere(&self, key_id: &str) -> Result<String, SteerError> {
        Ok(self.world.regenerate_elsewhere(key_id)?)
    }

    /// A colleague switches a key off or on in the portal.
    pub fn switch_elsewhere(&self, key_id: &str, active: bool) -> Result<(), SteerError> {
        Ok(self.world.switch_elsewhere(key_id, active)?)
    }

    /// Stops listening and drops every connection.
    pub async fn shutdown(mut self) {
        self.stop.send_replace(true);
        // A server that panicked has stopped as well.
        let _ = (&mut self.server).await;
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.stop.send_replace(true);
    }
}

/// The state of the file, or the seed; the secrets of a seed go to the ledger.
fn world(config: &SandboxConfig) -> Result<World, StartError> {
    let ledger_file = config.ledger_file.as_deref().map(files::open_append).transpose();
    let stored = stored_account(config).map_err(StartError::StateFile)?;
    let is_new = stored.is_none();
    let now = (config.now)();
    let now = Timestamp::from_second(now.as_second()).unwrap_or(now);
    let mut inner = Inner {
        account: stored.unwrap_or_else(|| seed::account(config.seed, now)),
        settings: Settings::of(config),
        ledger: Ledger::new(ledger_file.map_err(StartError::LedgerFile)?),
        requests: Requests::default(),
        limiter: Limiter::default(),
        faults: Faults::default(),
    };
    if is_new {
        for key in inner.account.keys.clone() {
            inner.issued(&key, key.created_at);
        }
    }
    let account = inner.account.clone();
    let world = World::new(inner, Arc::clone(&config.now), config.state_file.clone());
    world.save(&account).map_err(StartError::StateFile)?;
    Ok(world)
}

fn stored_account(config: &SandboxConfig) -> io::Result<Option<Account>> {
    let Some(path) = &config.state_file else { return Ok(None) };
    match std::fs::read(path) {
        Ok(content) => Ok(Some(serde_json::from_slice(&content)?)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
