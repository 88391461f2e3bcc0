//! `cargo xtask nightly`: what takes too long for every change.

use anyhow::Result;

use crate::{bundle, faults, platforms};

/// Two hundred seeds of faults with every guard, the other systems, the packages of a release.
pub fn run() -> Result<()> {
    faults::nightly()?;
    platforms::run()?;
    bundle::run(&[], None)
}
