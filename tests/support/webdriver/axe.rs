//! The accessibility rules of axe-core, run in the real page.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::json;

use super::Window;

/// Runs for WCAG 2.2 AA and below; in all, so that one page gives all its faults.
const RUN: &str = r"
const [tags, done] = arguments;
// What fades in is looked at as it is in the end, however few frames a busy machine draws.
for (const one of document.getAnimations())
  if (one.effect.getComputedTiming().iterations !== Infinity) one.finish();
axe.run(document, { runOnly: tags, resultTypes: ['violations'] }).then(
  ({ violations }) => done({ violations: violations.map(({ id, impact, help, nodes }) =>
    ({ id, impact, help, targets: nodes.map((node) => node.target.flat().join(' ')) })) }),
  (error) => done({ error: String(error) }),
);";

const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// A rule the page breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The rule, such as `color-contrast`.
    pub id: String,
    /// How much it matters: `minor`, `moderate`, `serious`, `critical`.
    pub impact: String,
    /// What should be.
    pub help: String,
    /// Selectors of the elements that break it.
    pub targets: Vec<String>,
}

impl Window {
    /// What the page breaks of WCAG 2.2 AA and of axe's best practices. Nothing is the only good answer.
    pub fn axe(&self) -> Result<Vec<Violation>> {
        if self.run("return typeof axe", &json!([]))? != "object" {
            // Passed as a script of the driver's, so the page's own policy for scripts stays as it is.
            self.run(&source()?, &json!([]))?;
        }
        let mut answer = self.run_async(Duration::from_mins(1), RUN, &json!([TAGS]))?;
        if let Some(error) = answer["error"].as_str() {
            anyhow::bail!("axe-core failed: {error}");
        }
        let found = answer["violations"].take();
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        let violations = found.as_array().context("axe-core gave no list")?.iter().map(|one| Violation {
            id: text(&one["id"]),
            impact: text(&one["impact"]),
            help: text(&one["help"]),
            targets: one["targets"].as_array().into_iter().flatten().map(text).collect(),
        });
        Ok(violations.collect())
    }
}

fn source() -> Result<String> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&file).context("axe-core is not installed: `cargo xtask setup`")
}
