//! Fakes of the ports.

pub mod clipboard;
pub mod clock;
pub mod journal;
pub mod keychain;
pub mod spool;
pub mod store;
