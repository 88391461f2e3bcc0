//! How a new version gets in the place of this one: by how this one came to the computer.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(target_os = "macos", path = "macos.rs")]
#[cfg_attr(target_os = "windows", path = "windows.rs")]
mod system;

use std::path::PathBuf;

use miftah_updates::Form;

pub(crate) use system::way;

/// The ways.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "no bare program is installed there"))]
pub(crate) enum Way {
    /// We put the new program in the place of this one.
    Swap { program: PathBuf, form: Form },
    /// The updater plugin installs it: by the system's installer, or as a bundle.
    #[cfg_attr(target_os = "linux", expect(dead_code, reason = "there it would ask for root's password"))]
    Plugin,
    /// Somebody else installs it: the app only tells.
    Page,
}
