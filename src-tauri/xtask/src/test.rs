//! `cargo xtask test`: everything that must hold before a change is good, in stages.

use std::path::PathBuf;
use std::str::FromStr;

use anyhow::{Result, bail};

use crate::junit::{self, Count};
use crate::run::{npm, run as run_command, succeeds};
use crate::stages::Stages;
use crate::{build, bundle, faults, lint, memory, platforms, setup, workspace};

/// One part of the whole, in the order they run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// What the machine lacks.
    Setup,
    /// Build the UI and run its tests.
    Ui,
    /// All that `cargo xtask lint` looks at.
    Lint,
    /// Build programs and tests.
    Build,
    /// The Rust tests, those of the window among them.
    Rust,
    /// A short sweep of the fault harness.
    Faults,
    /// A release build driven, and its memory searched.
    Memory,
    /// That build packaged, installed, started and removed.
    Bundle,
    /// The app type-checked for Windows and macOS, and the keychain of Windows under Wine.
    Platforms,
}

impl Stage {
    const ALL: [(&'static str, Self); 9] = [
        ("setup", Self::Setup),
        ("ui", Self::Ui),
        ("lint", Self::Lint),
        ("build", Self::Build),
        ("rust", Self::Rust),
        ("faults", Self::Faults),
        ("memory", Self::Memory),
        ("bundle", Self::Bundle),
        ("platforms", Self::Platforms),
    ];
}

impl FromStr for Stage {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|(name, _)| *name == text);
        found
            .map(|(_, stage)| stage)
            .ok_or_else(|| format!("the stages are {}", Self::ALL.map(|(n, _)| n).join(", ")))
    }
}

/// The counts that the closing line is made of.
#[derive(Default)]
struct Counts {
    rust: Count,
    window: Count,
    ui: Count,
}

/// Runs the stages, or one of them, and closes with one line that counts.
pub fn run(only: Option<Stage>) -> Result<()> {
    let mut stages = Stages::new();
    let mut counts = Counts::default();
    let mut result = Ok(());
    for (name, stage) in Stage::ALL {
        if only.is_none_or(|only| only == stage) && result.is_ok() {
            result = stages.run(name, || run_stage(stage, &mut counts));
        }
    }
    println!("\n{}", closing_line(&counts, &stages.times()));
    result
}

fn run_stage(stage: Stage, counts: &mut Counts) -> Result<()> {
    match stage {
        Stage::Setup => setup::everything(),
        Stage::Ui => {
            build::ui()?;
            counts.ui = ui_tests()?;
            all_held(counts.ui)
        }
        Stage::Lint => lint::run(false),
        Stage::Build => build::everything(),
        Stage::Rust => {
            let report = workspace::target()?.join("nextest/default/junit.xml");
            forget(&report)?;
            let held = succeeds(setup::nextest()?.arg("run").args(build::SELECTION))?;
            counts.rust = junit::count(&report, |_| true)?;
            counts.window = junit::count(&report, |suite| suite == "miftah-tests::e2e")?;
            if held {
                all_held(counts.rust)
            } else {
                bail!("{} of the Rust tests failed", counts.rust.failed)
            }
        }
        Stage::Faults => faults::short(),
        Stage::Memory => memory::run(),
        Stage::Bundle => bundle::test(),
        Stage::Platforms => platforms::test(),
    }
}

fn ui_tests() -> Result<Count> {
    let report = workspace::target()?.join("ui-junit.xml");
    forget(&report)?;
    let output = format!("--outputFile.junit={}", report.display());
    let mut test = npm();
    test.args(["run", "--silent", "test", "--", "--reporter=default", "--reporter=junit", &output]);
    match run_command(&mut test) {
        Ok(()) => junit::count(&report, |_| true),
        Err(error) => junit::count(&report, |_| true).ok().filter(|count| count.failed > 0).ok_or(error),
    }
}

/// An old report must not speak for a run that wrote none.
fn forget(report: &PathBuf) -> Result<()> {
    if report.exists() {
        std::fs::remove_file(report)?;
    }
    Ok(())
}

fn all_held(count: Count) -> Result<()> {
    match count {
        Count { failed: 0, passed: 1.., .. } => Ok(()),
        Count { failed: 0, .. } => bail!("no test ran"),
        Count { failed, .. } => bail!("{failed} tests failed"),
    }
}

fn closing_line(counts: &Counts, times: &str) -> String {
    let mut sum = counts.rust;
    sum += counts.ui;
    let skipped = if sum.skipped > 0 { format!(", {} skipped", sum.skipped) } else { String::new() };
    format!(
        "{} passed, {} failed{skipped} (Rust {}, {} of them in the real window; UI {}) in {times}",
        sum.passed, sum.failed, counts.rust.passed, counts.window.passed, counts.ui.passed
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passed(passed: usize) -> Count {
        Count { passed, ..Count::default() }
    }

    #[test]
    fn the_closing_line_counts_each_test_once() {
        let counts = Counts { rust: passed(40), window: passed(12), ui: passed(5) };
        let expected = "45 passed, 0 failed (Rust 40, 12 of them in the real window; UI 5) in 9 s";
        assert_eq!(closing_line(&counts, "9 s"), expected);
    }

    #[test]
    fn a_run_without_tests_is_a_failure() {
        assert!(all_held(passed(0)).is_err());
        assert!(all_held(passed(1)).is_ok());
        assert!(all_held(Count { failed: 1, ..passed(9) }).is_err());
    }
}
