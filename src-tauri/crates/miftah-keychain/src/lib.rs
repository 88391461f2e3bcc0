//! The system's keychain behind [`miftah_core::ports::Keychain`]: Secret Service on Linux, Credential
//! Manager on Windows, the login keychain on macOS.
//!
//! One thread owns the store, because the stores block; every call is bounded from the caller's side; and
//! nothing but [`unlock`](miftah_core::ports::Keychain::unlock) ever raises a prompt on Linux.
//!
//! Not here: what is stored when, read-back after a doubtful write, and any fallback. There is none.

mod attempt;
mod backend;
mod items;
mod system;
mod worker;

#[cfg_attr(target_os = "linux", path = "linux/mod.rs")]
#[cfg_attr(target_os = "windows", path = "windows.rs")]
#[cfg_attr(target_os = "macos", path = "macos.rs")]
mod platform;

pub use system::{Bounds, SystemKeychain};

/// Under what a person finds our items. Never changes: stored keys hang on it. The demo has its own, so that
/// it never meets a person's keys.
pub const SERVICE: &str =
    if cfg!(feature = "demo") { "app.miftah.desktop.demo" } else { "app.miftah.desktop" };
