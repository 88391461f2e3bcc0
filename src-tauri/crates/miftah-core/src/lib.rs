//! The domain of Miftah: keys, secrets, the regenerate operation, sessions and guided mode, behind ports.
//!
//! Not here: HTTP, the keychain, SQLite, windows, the wall clock. Each stands behind a trait in [`ports`],
//! and the shell's `wiring.rs` is the one place that joins them.

pub mod background;
pub mod checklist;
pub mod diagnosis;
pub mod guided;
pub mod keys;
pub mod operations;
pub mod places;
pub mod ports;
pub mod remarks;
pub mod reminders;
pub mod rotation;
pub mod secret;
pub mod session;
pub mod settings;
pub mod timed_off;
mod timings;
pub mod usage;

pub use timings::Timings;
