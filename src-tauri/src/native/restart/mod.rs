//! Starts the app anew in the place of this process.
//!
//! Without a window only where a window's memory stays with the process that had it: elsewhere its web view ends with
//! the window, in processes of its own.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "elsewhere.rs")]
mod system;

pub(crate) use system::{hidden, reap, shown};
