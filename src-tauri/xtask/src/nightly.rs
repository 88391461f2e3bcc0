//! `cargo xtask nightly`: what takes too long for every change.

use anyhow::Result;

use crate::{bundle, faults};

/// Two hundred seeds of faults with every guard, and the packages of a release.
pub fn run() -> Result<()> {
    faults::nightly()?;
    bundle::run(&[])
}
