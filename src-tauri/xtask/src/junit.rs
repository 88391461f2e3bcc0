//! Counts from the `JUnit` files that both test runners write.

use std::fs;
use std::ops::AddAssign;
use std::path::Path;

use anyhow::{Context, Result};

/// What a run of tests came to.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// Tests that held.
    pub passed: usize,
    /// Tests that did not.
    pub failed: usize,
    /// Tests left out.
    pub skipped: usize,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// The counts of a report: those of all its suites whose name `wanted` accepts.
pub fn count(report: &Path, wanted: impl Fn(&str) -> bool) -> Result<Count> {
    let text = fs::read_to_string(report)
        .with_context(|| format!("there is no test report {}", report.display()))?;
    Ok(count_in(&text, wanted))
}

fn count_in(text: &str, wanted: impl Fn(&str) -> bool) -> Count {
    let mut sum = Count::default();
    for tag in text.split("<testsuite ").skip(1) {
        let tag = tag.split_once('>').map_or(tag, |(tag, _)| tag);
        if !wanted(attribute(tag, "name").unwrap_or_default()) {
            continue;
        }
        let number = |name| attribute(tag, name).and_then(|value| value.parse().ok()).unwrap_or(0);
        let (tests, skipped): (usize, usize) = (number("tests"), number("skipped") + number("disabled"));
        let failed = number("failures") + number("errors");
        sum += Count { passed: tests.saturating_sub(failed + skipped), failed, skipped };
    }
    sum
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!("{name}=\""))? + name.len() + 2;
    tag.get(start..)?.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = r#"<?xml version="1.0"?><testsuites name="all" tests="9" failures="1" errors="0">
        <testsuite name="miftah-core" tests="5" disabled="0" errors="0" failures="1"><testcase name="a"/></testsuite>
        <testsuite name="miftah-tests::e2e" tests="4" disabled="1" errors="0" failures="0"></testsuite></testsuites>"#;

    #[test]
    fn suites_add_up() {
        assert_eq!(count_in(REPORT, |_| true), Count { passed: 7, failed: 1, skipped: 1 });
        assert_eq!(
            count_in(REPORT, |name| name.ends_with("::e2e")),
            Count { passed: 3, failed: 0, skipped: 1 }
        );
        assert_eq!(count_in("", |_| true), Count::default());
    }
}
