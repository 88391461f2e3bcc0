//! How a stand-in is set up: seed, profile, speed, limits, files and clock.
//!
//! Not here: command-line parsing (`main.rs`) and the control routes that change these at run time.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::clock;

/// Where the stand-in takes the time from; tests pass one they can hold still.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// What the account holds at the first start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seed {
    /// The developer and the token, no key.
    Empty,
    /// The demo company with 16 keys of every kind the app must show.
    Demo,
    /// So many keys of all ages, for what has to hold for a large account.
    Many(u32),
}

/// Which part of the API the account offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// Every documented and every inferred call.
    Full,
    /// Documented calls only; each inferred one answers as [`GuidedAnswer`] says.
    Guided,
}

/// What an inferred call answers in [`Profile::Guided`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GuidedAnswer {
    /// A fixed mixture in which all three occur.
    ByCall,
    /// 404 with a JSON body.
    NotFound,
    /// 405 with an `Allow` header.
    MethodNotAllowed,
    /// 200 with the HTML page of a web application.
    Html,
}

/// What `GET /v1/me` does to `lastUsedAt`; not documented, so all three exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeBehaviour {
    /// The call is not counted as a use.
    Unmoved,
    /// It moves `lastUsedAt` and returns the value from before.
    Before,
    /// It moves `lastUsedAt` and returns the value from after.
    After,
}

/// Whether a refused call of a switched-off or expired key moves `lastUsedAt`; not documented.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefusedUse {
    /// A refused call leaves no trace.
    Ignored,
    /// A refused call counts as a use.
    Moves,
}

/// What is wrong with a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TlsFlaw {
    /// Its time is over.
    Expired,
    /// It is for another host.
    WrongHost,
    /// The authority whose PEM is handed out did not sign it.
    UnknownIssuer,
}

/// Everything a stand-in needs to start; begin with [`SandboxConfig::new`] and change what matters.
#[derive(Clone)]
pub struct SandboxConfig {
    /// Where to listen; anything but a loopback address is refused.
    pub bind: SocketAddr,
    /// What the account holds when there is no state file yet.
    pub seed: Seed,
    /// Which calls exist.
    pub profile: Profile,
    /// What a missing call answers in the guided profile.
    pub guided_answer: GuidedAnswer,
    /// What `/v1/me` does to `lastUsedAt`.
    pub me: MeBehaviour,
    /// What a refused call does to `lastUsedAt`.
    pub refused_use: RefusedUse,
    /// Requests an address may send in a minute.
    pub rate_limit: u32,
    /// A fixed wait before each answer.
    pub latency: Duration,
    /// How long a token from the sign-in call lives; `None` means until expired on demand.
    pub token_lifetime: Option<SignedDuration>,
    /// Serve TLS with a certificate authority made at start.
    pub tls: bool,
    /// What is wrong with its certificate.
    pub tls_flaw: Option<TlsFlaw>,
    /// Where to write the certificate of that authority, as PEM.
    pub ca_file: Option<PathBuf>,
    /// Keep the state here and read it at the next start.
    pub state_file: Option<PathBuf>,
    /// Append the ledger here, one JSON object a line.
    pub ledger_file: Option<PathBuf>,
    /// The clock.
    pub now: Clock,
}

impl SandboxConfig {
    /// Full profile, no TLS, no file, no latency, 100 requests a minute, a free port, the real clock.
    pub fn new(seed: Seed) -> Self {
        Self {
            bind: SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0),
            seed,
            profile: Profile::Full,
            guided_answer: GuidedAnswer::ByCall,
            me: MeBehaviour::Unmoved,
            refused_use: RefusedUse::Ignored,
            rate_limit: 100,
            latency: Duration::ZERO,
            token_lifetime: None,
            tls: false,
            tls_flaw: None,
            ca_file: None,
            state_file: None,
            ledger_file: None,
            now: clock::real(),
        }
    }

    /// The demo company.
    pub fn demo() -> Self {
        Self::new(Seed::Demo)
    }

    /// A developer without a key.
    pub fn empty() -> Self {
        Self::new(Seed::Empty)
    }

    /// Chooses the profile.
    pub fn with_profile(mut self, profile: Profile) -> Self {
        self.profile = profile;
        self
    }

    /// Chooses what a missing call answers in the guided profile.
    pub fn with_guided_answer(mut self, answer: GuidedAnswer) -> Self {
        self.guided_answer = answer;
        self
    }

    /// Chooses what `/v1/me` does to `lastUsedAt`.
    pub fn with_me(mut self, me: MeBehaviour) -> Self {
        self.me = me;
        self
    }

    /// Chooses what a refused call does to `lastUsedAt`.
    pub fn with_refused_use(mut self, refused_use: RefusedUse) -> Self {
        self.refused_use = refused_use;
        self
    }

    /// Sets the requests an address may send in a minute.
    pub fn with_rate_limit(mut self, per_minute: u32) -> Self {
        self.rate_limit = per_minute;
        self
    }

    /// Sets the wait before each answer.
    pub fn with_latency(mut self, latency: Duration) -> Self {
        self.latency = latency;
        self
    }

    /// Sets how long a token from the sign-in call lives.
    pub fn with_token_lifetime(mut self, lifetime: SignedDuration) -> Self {
        self.token_lifetime = Some(lifetime);
        self
    }

    /// Serves TLS with a certificate that no client should accept.
    pub fn with_tls_flaw(mut self, flaw: TlsFlaw) -> Self {
        self.tls = true;
        self.tls_flaw = Some(flaw);
        self
    }

    /// Serves over TLS.
    pub fn with_tls(mut self) -> Self {
        self.tls = true;
        self
    }

    /// Keeps the state in a file.
    pub fn with_state_file(mut self, file: impl Into<PathBuf>) -> Self {
        self.state_file = Some(file.into());
        self
    }

    /// Appends the ledger to a file.
    pub fn with_ledger_file(mut self, file: impl Into<PathBuf>) -> Self {
        self.ledger_file = Some(file.into());
        self
    }

    /// Replaces the clock.
    pub fn with_clock(mut self, now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        self.now = Arc::new(now);
        self
    }
}
