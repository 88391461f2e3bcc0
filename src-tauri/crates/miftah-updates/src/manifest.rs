//! What a manifest says to people, beside what the updater plugin reads of it.
//!
//! It is the plugin's static form with two members more: `"security": true` where the release mends something that
//! can be used against people, and `"notes_in"` with the notes by language (`{"en": "…", "fr": "…", "ar": "…"}`);
//! `"notes"` stands in for a language that is missing. All of it is signed, in a file beside it.

use std::collections::BTreeMap;

use semver::Version;
use serde::Deserialize;
use serde_json::Value;

/// More of the notes is not shown: characters, and lines.
const MOST: usize = 2000;
const LINES: usize = 30;
/// No version of ours is longer.
const VERSION: usize = 64;

/// This is no manifest of a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("what the server of the releases sent is no manifest")]
pub struct NotAManifest;

/// A release, as its manifest tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Its version.
    pub version: Version,
    /// It mends something that can be used against people.
    pub security: bool,
    notes: BTreeMap<String, String>,
    otherwise: Option<String>,
}

#[derive(Deserialize)]
struct Written {
    version: String,
    #[serde(default)]
    security: bool,
    #[serde(default)]
    notes_in: BTreeMap<String, String>,
    notes: Option<String>,
}

impl Release {
    /// Reads a manifest.
    pub fn read(manifest: &Value) -> Result<Self, NotAManifest> {
        let written = Written::deserialize(manifest).map_err(|_| NotAManifest)?;
        // As the plugin reads it.
        let version = written.version.trim_start_matches('v');
        let version = if version.len() > VERSION { None } else { Version::parse(version).ok() };
        let version = version.ok_or(NotAManifest)?;
        Ok(Self { version, security: written.security, notes: written.notes_in, otherwise: written.notes })
    }

    /// The notes in a language, or what stands in for them.
    pub fn notes(&self, language: &str) -> Option<String> {
        let notes = self.notes.get(language).or(self.otherwise.as_ref())?;
        let lines: Vec<&str> = notes.lines().take(LINES).collect();
        Some(lines.join("\n").chars().take(MOST).collect())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn notes_are_those_of_the_language_or_what_stands_in() {
        let release = Release::read(&json!({
            "version": "v0.2.0", "security": true, "notes": "Mends a thing", "notes_in": {"fr": "Répare"},
        }))
        .unwrap();
        assert_eq!(release.version, Version::new(0, 2, 0));
        assert!(release.security);
        assert_eq!(release.notes("fr").as_deref(), Some("Répare"));
        assert_eq!(release.notes("ar").as_deref(), Some("Mends a thing"));
        let bare = Release::read(&json!({"version": "0.2.0"})).unwrap();
        assert_eq!((bare.security, bare.notes("en")), (false, None));
    }

    #[test]
    fn anything_else_is_no_manifest() {
        let long = format!("1.0.0-{}", "a".repeat(VERSION));
        for other in [
            json!(null),
            json!([]),
            json!({}),
            json!({"version": "new"}),
            json!({"version": 2}),
            json!({"version": long}),
        ] {
            assert_eq!(Release::read(&other), Err(NotAManifest), "{other}");
        }
    }

    #[test]
    fn notes_without_end_are_cut() {
        let release = Release::read(&json!({"version": "1.0.0", "notes": "ب".repeat(9000)})).unwrap();
        assert_eq!(release.notes("ar").unwrap().chars().count(), MOST);
        let tall = Release::read(&json!({"version": "1.0.0", "notes": "a\n".repeat(900)})).unwrap();
        assert_eq!(tall.notes("en").unwrap().lines().count(), LINES);
    }
}
