//! One suite a port, run on its fake and on every real adapter, so that the fakes stay honest.

pub mod clipboard;
pub mod durable;
pub mod keychain;
pub mod store;
