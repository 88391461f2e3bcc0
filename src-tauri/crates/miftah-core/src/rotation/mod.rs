//! Regenerate (protocol R) and safe rotation (protocol Z), and what becomes of them when something breaks in
//! between. The order of the steps is what keeps a key from being lost; every step is written down before it
//! is taken.

mod check;
mod commit;
mod confirm;
mod create;
mod execute;
mod issue;
mod lock;
mod observe;
mod prepare;
mod recover;
mod resolve;
pub mod safe;
mod spooled;
mod step;

pub use check::{Check, Untested, check};
pub use commit::CommitError;
pub use confirm::{Confirm, asks_first, confirm};
pub use create::{CreateError, Wish, create};
pub use execute::{Executed, Kept, RegenerateError, Regenerated, execute, keep_again};
pub use lock::{KeyGuard, KeyLocks};
pub use prepare::{PrepareError, Prepared, prepare};
pub use recover::{CopySealedError, close, copy_sealed, take_stock};
pub use resolve::{Hindrance, Outlook, Resolver};
pub use step::{StepError, open_operations};

pub(crate) use check::ask;
pub(crate) use commit::keep;
pub(crate) use observe::observe;
pub(crate) use spooled::{Reserved, load, load_or_make, wipe};
pub(crate) use step::{begin, note, step as take_step};
