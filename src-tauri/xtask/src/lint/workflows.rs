//! What runs on somebody else's computer with our secrets is pinned: a tag can be moved, a commit cannot.

use std::fs;

use anyhow::{Result, ensure};

use crate::workspace;

const FOLDER: &str = ".github/workflows";

/// Refuses an action without a full commit and the version in a comment, and a workflow that may do more than it says.
pub fn check() -> Result<()> {
    let mut found = Vec::new();
    let mut actions = 0;
    for entry in fs::read_dir(workspace::root().join(FOLDER))? {
        let entry = entry?;
        let (name, text) = (entry.file_name(), fs::read_to_string(entry.path())?);
        actions += text.lines().filter_map(used).count();
        found.extend(faults(&text).into_iter().map(|fault| format!("{}: {fault}", name.to_string_lossy())));
    }
    ensure!(actions > 0, "no action was found: the search is wrong");
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

fn faults(text: &str) -> Vec<String> {
    let mut found: Vec<String> = text
        .lines()
        .filter_map(used)
        .filter(|action| !pinned(action))
        .map(|action| format!("not pinned to a commit: {action}"))
        .collect();
    if !text.lines().any(|line| line.starts_with("permissions:")) {
        found.push("no permissions for the whole of it: it would have all that GitHub gives".into());
    }
    // What a person wrote into a title or a branch's name would be run.
    let foreign = ["${{ github.event.", "${{ github.head_ref"];
    found.extend(
        text.lines()
            .filter(|line| foreign.iter().any(|part| line.contains(part)))
            .map(|line| format!("text from outside in a script: {}", line.trim())),
    );
    found
}

/// The action that a line uses.
fn used(line: &str) -> Option<&str> {
    line.trim_start().trim_start_matches("- ").strip_prefix("uses:").map(str::trim)
}

/// `owner/name@<40 hex digits> # v1.2.3`
fn pinned(action: &str) -> bool {
    let Some((_, rest)) = action.split_once('@') else { return false };
    let Some((commit, version)) = rest.split_once(" # v") else { return false };
    let numbers = version.split('.').filter(|number| number.parse::<u32>().is_ok()).count();
    commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit()) && numbers == 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_commit_pins() {
        const COMMIT: &str = "3d3c42e5aac5ba805825da76410c181273ba90b1";
        assert!(pinned(&format!("actions/checkout@{COMMIT} # v7.0.1")));
        for action in ["actions/checkout@v7 # v7.0.1", "actions/checkout", "./local", "a/b@3d3c42e # v1.2.3"]
        {
            assert!(!pinned(action), "{action}");
        }
        assert!(!pinned(&format!("actions/checkout@{COMMIT}")), "nobody can read which version that is");
    }

    #[test]
    fn a_workflow_without_permissions_or_with_foreign_text_is_refused() {
        assert!(faults("permissions: {}\n").is_empty());
        assert_eq!(faults("jobs:\n").len(), 1);
        assert_eq!(faults("permissions: {}\n  - uses: a/b@v1\n").len(), 1);
        assert_eq!(faults("permissions: {}\n  run: echo ${{ github.event.issue.title }}\n").len(), 1);
    }
}
