//! Installs what the machine lacks, and says in plain words what it could not install.
//!
//! Everything is asked for first, so that a prepared machine is left alone and nothing is fetched twice.

mod debian;
mod node;
mod tools;
mod zig;

use anyhow::Result;

pub use debian::{is_debian, rooted as as_root};
pub use tools::{nextest, with_tools};
pub use zig::zig;

/// All that the tests and the tour need.
pub fn everything() -> Result<()> {
    to_build()?;
    to_drive_the_window()?;
    debian::install(debian::PACKAGES)?;
    tools::install(&tools::NEXTEST)
}

/// What a release and its packages need.
pub fn to_bundle() -> Result<()> {
    to_build()?;
    debian::install(debian::PACKAGES)?;
    tools::install(&tools::AUDITABLE)
}

/// What looks at the dependencies.
pub fn to_judge_dependencies() -> Result<()> {
    tools::install(&tools::DENY)?;
    tools::install(&tools::MACHETE)
}

/// What a build of the app needs.
pub fn to_build() -> Result<()> {
    debian::install(debian::BUILD)?;
    node::modules()
}

/// What a desktop session of our own needs, and the driver of its windows.
pub fn to_drive_the_window() -> Result<()> {
    debian::install(debian::DESKTOP)?;
    tools::install(&tools::TAURI_DRIVER)
}

/// What the app is checked with for systems that are not here.
pub fn to_check_platforms() -> Result<()> {
    to_build()?;
    debian::install(debian::PLATFORMS)?;
    zig::install()
}

/// The program that memory is compared with.
pub fn to_compare() -> Result<()> {
    debian::install(&["keepassxc"])
}
