//! `cargo xtask faults`: breaks a rotation in every place, with the program of the tests package.

use std::process::Command;

use anyhow::Result;

use crate::{build, run, setup, workspace};

/// The guards that can be switched off, to see that each of them is one.
const GUARDS: [&str; 5] = ["preflight", "spool", "read-back", "journal-order", "no-retry"];

/// Builds and runs it with these options.
pub fn run(options: &[String]) -> Result<()> {
    setup::to_build()?;
    build::ui()?;
    build::programs()?;
    start(options)
}

/// Every fault and every point once, with what is built already.
pub fn short() -> Result<()> {
    start(&["--quick".into()])
}

/// Two hundred seeds, and each guard switched off.
pub fn nightly() -> Result<()> {
    run(&["--seeds".into(), "200".into()])?;
    GUARDS
        .iter()
        .try_for_each(|guard| start(&["--mutate".into(), (*guard).into(), "--seeds".into(), "2".into()]))
}

fn start(options: &[String]) -> Result<()> {
    let report = workspace::target()?.join("faults/report.json");
    let mut program = Command::new(workspace::program("faults")?);
    program.current_dir(workspace::root()).arg("--report").arg(report).args(options);
    run::run(&mut program)
}
