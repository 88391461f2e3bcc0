//! What the domain needs from the world. Adapters implement these; fakes for tests live in `tests/support`,
//! and one contract suite per port runs on both.

mod clipboard;
mod clock;
mod journal;
mod keychain;
mod portal;
mod spool;
mod store;

use std::sync::Arc;

pub use clipboard::{Clipboard, ClipboardError, CopiedKey};
pub use clock::Clock;
pub use journal::Journal;
pub use keychain::{Keychain, KeychainError, KeychainState, Slot};
pub use portal::{Developer, Issued, Me, NewKey, Portal, RemoteError, SendError, SignedIn, UnreadableAnswer};
pub use spool::{Spool, SpoolError};
pub use store::{Store, StoreError};

use crate::Timings;

/// The adapters, as the shell wired them.
#[derive(Clone)]
pub struct Ports {
    /// DHMAD.
    pub portal: Arc<dyn Portal>,
    /// The system's keychain.
    pub keychain: Arc<dyn Keychain>,
    /// The system's clipboard.
    pub clipboard: Arc<dyn Clipboard>,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// What Miftah remembers.
    pub store: Arc<dyn Store>,
    /// The steps of an operation, durable before they are taken.
    pub journal: Arc<dyn Journal>,
    /// Raw answers, sealed until the keychain has their key.
    pub spool: Arc<dyn Spool>,
    /// All durations.
    pub timings: Timings,
}
