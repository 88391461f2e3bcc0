//! A stand-in for DHMAD on loopback: both environments, one developer portal, a ledger, faults on demand.
//!
//! Mounts, for a stand-in at `<url>`: production `<url>/api`, sandbox `<url>/sandbox/api`, developer portal
//! `<url>/api/developer` and `<url>/dashboard`, control `<url>/__control` (see `control.rs` for its routes).
//!
//! Facts are marked `[D]` documented, `[D-cut]` documented without its path or name, `[I]` inferred
//! from a documented sibling, `[ND]` not documented; what is `[ND]` and matters can be chosen in
//! [`SandboxConfig`]. A rate limit of a single key is kept and shown, and not enforced `[ND]`.
//!
//! Not here: anything of the app. The two share no code, so that neither can hide the other's mistake.

mod bodies;
mod clock;
mod config;
mod control;
mod errors;
mod fault_actions;
mod faults;
mod files;
mod guided;
mod handle;
mod keys;
mod ledger;
mod limits;
mod many;
mod me;
mod pipeline;
mod portal;
mod random;
mod requests;
pub mod seed;
mod server;
mod state;
mod tls;
mod webhooks;

pub use config::{Clock, GuidedAnswer, MeBehaviour, Profile, RefusedUse, SandboxConfig, Seed, TlsFlaw};
pub use errors::{
    INVALID_KEY, INVALID_PARAMETERS, INVALID_TOKEN, MISSING_KEY, NEEDS_LIVE_KEY, NEEDS_SANDBOX_KEY,
    NEEDS_USER_ACCOUNT, RATE_LIMITED, WRONG_PASSWORD,
};
pub use faults::{Fault, FaultAction, Matcher, Times, When};
pub use handle::{Sandbox, StartError, SteerError};
pub use keys::Environment;
pub use ledger::{Death, LedgerEvent};
pub use many::list_answer;
pub use requests::{Outcome, RequestRecord};
pub use tls::TlsError;
pub use webhooks::{EVENTS, MOST_WEBHOOKS};
