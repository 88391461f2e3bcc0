//! Releases of Miftah: read from their server within bounds, and put in the place of the running program.
//!
//! A manifest counts only with the signature beside it. Not here: whose signature of a *package* counts. The shell asks
//! the updater plugin, between [`Source::package`] and [`stage`].

mod disk;
mod manifest;
mod program;
mod signed;
mod source;
mod swap;

pub use disk::{Disk, SystemDisk};
pub use manifest::{NotAManifest, Release};
pub use program::{Form, OtherComputer, fits};
pub use semver::Version;
pub use signed::NotSigned;
#[cfg(any(test, feature = "demo"))]
pub use source::NotLoopback;
pub use source::{Bounds, FetchError, NotHttps, Source};
pub use swap::{can_stage, discard, is_staged, stage, staged, swap};
