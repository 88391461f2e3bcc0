//! Fakes of the ports.

pub mod clipboard;
pub mod clock;
pub mod keychain;
pub mod store;
