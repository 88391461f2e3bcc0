//! A server of releases on this computer, honest or not, and keys that sign for tests alone.
#![cfg(target_os = "linux")]

mod server;
mod signed;

pub use server::{ReleaseServer, Served};
pub use signed::{ReleaseKey, build_as, manifest};
