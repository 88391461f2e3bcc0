//! Regenerate: the old key dies at once, the new one is shown once. The order of the steps is what keeps
//! it from being lost.
//!
//! Not here yet: the journal file, the sealed spool and the recovery after a crash.

mod check;
mod confirm;
mod execute;
mod keep;
mod lock;
mod prepare;

pub use check::{Check, Untested, check};
pub use confirm::{Confirm, asks_first, confirm};
pub use execute::{Executed, RegenerateError, Regenerated, execute};
pub use keep::keep;
pub use lock::{KeyGuard, KeyLocks};
pub use prepare::{PrepareError, Prepared, prepare};
