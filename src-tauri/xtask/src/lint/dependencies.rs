//! Where crates come from, under which licence, and whether each is used. `.deny.toml` says what is allowed.

use anyhow::Result;

use crate::run::{cargo, run};
use crate::setup;

/// Everything but advisories: their database is no part of a registry of packages.
pub fn check() -> Result<()> {
    setup::to_judge_dependencies()?;
    let mut deny = cargo();
    deny.args([
        "deny",
        "--config",
        ".deny.toml",
        "check",
        "--hide-inclusion-graph",
        "bans",
        "licenses",
        "sources",
    ]);
    run(setup::with_tools(&mut deny)?)?;
    let mut machete = cargo();
    run(setup::with_tools(machete.args(["machete", "--skip-target-dir"]))?)
}
