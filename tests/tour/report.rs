//! What the tour leaves: numbered pictures and `tour.json`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::json;

/// What must be true at the end, or false.
const CLAIMS: [(&str, bool); 4] = [
    ("clipboard_matches_server", true),
    ("keychain_matches_server", true),
    ("old_key_rejected", true),
    ("secret_in_webview", false),
];

/// Times that must be known at the end.
const MILLISECONDS: [&str; 2] = ["confirm_to_clipboard_ms", "server_answer_ms"];

/// The screens of which there must be a picture.
const SCREENS: [&str; 11] = [
    "sign-in",
    "list",
    "notification",
    "inbox",
    "native-confirm",
    "countdown",
    "done",
    "error",
    "dark",
    "arabic",
    "guided",
];

/// The report of one tour, written at its end, however it ends.
pub(crate) struct Report {
    folder: PathBuf,
    pictures: Vec<String>,
    claims: BTreeMap<&'static str, bool>,
    milliseconds: BTreeMap<&'static str, f64>,
}

impl Report {
    /// An empty report in a folder of its own; pictures of an earlier tour are removed.
    pub(crate) fn new(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "png") {
                std::fs::remove_file(path)?;
            }
        }
        Ok(Self {
            folder: folder.to_owned(),
            pictures: Vec::new(),
            claims: BTreeMap::new(),
            milliseconds: BTreeMap::new(),
        })
    }

    /// Takes the next picture: `take` writes it to the path it is given.
    pub(crate) fn picture(&mut self, screen: &str, take: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
        let file = format!("{:02}-{screen}.png", self.pictures.len() + 1);
        take(&self.folder.join(&file)).with_context(|| format!("no picture of {screen}"))?;
        println!("  {file}");
        self.pictures.push(file);
        Ok(())
    }

    /// Notes how a claim came out. One that came out wrong once stays wrong.
    pub(crate) fn claim(&mut self, name: &'static str, came_out: bool) {
        println!("  {name}: {came_out}");
        let wanted = CLAIMS.contains(&(name, came_out));
        if wanted {
            self.claims.entry(name).or_insert(came_out);
        } else {
            self.claims.insert(name, came_out);
        }
    }

    /// Notes a time.
    pub(crate) fn took(&mut self, name: &'static str, milliseconds: f64) {
        println!("  {name}: {milliseconds:.1}");
        self.milliseconds.insert(name, milliseconds);
    }

    /// Writes `tour.json`, and fails if anything is missing or wrong.
    pub(crate) fn finish(self) -> Result<()> {
        let missing = self.missing();
        let mut report =
            json!({"screenshots": self.pictures, "complete": missing.is_empty(), "missing": missing});
        for (name, came_out) in &self.claims {
            report[name] = json!(came_out);
        }
        for (name, milliseconds) in &self.milliseconds {
            report[name] = json!((milliseconds * 10.0).round() / 10.0);
        }
        #[expect(clippy::disallowed_methods, reason = "a report to read, not data to keep")]
        std::fs::write(self.folder.join("tour.json"), format!("{report:#}\n"))?;
        if !missing.is_empty() {
            bail!("the tour is not complete: {}", missing.join(", "));
        }
        Ok(())
    }

    fn missing(&self) -> Vec<String> {
        let pictured =
            |screen: &&str| self.pictures.iter().any(|file| file.ends_with(&format!("-{screen}.png")));
        let screens =
            SCREENS.into_iter().filter(|screen| !pictured(screen)).map(|screen| format!("picture {screen}"));
        let claims = CLAIMS.into_iter().filter(|(name, wanted)| self.claims.get(name) != Some(wanted));
        let claims = claims.map(|(name, wanted)| format!("{name} = {wanted}"));
        let times =
            MILLISECONDS.into_iter().filter(|name| !self.milliseconds.contains_key(name)).map(str::to_owned);
        screens.chain(claims).chain(times).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tour_is_complete_only_with_every_picture_claim_and_time() {
        let folder = tempfile::tempdir().unwrap();
        let mut report = Report::new(folder.path()).unwrap();
        assert_eq!(report.missing().len(), SCREENS.len() + CLAIMS.len() + MILLISECONDS.len());
        for screen in SCREENS {
            report.picture(screen, |_| Ok(())).unwrap();
        }
        for (name, wanted) in CLAIMS {
            report.claim(name, wanted);
        }
        for name in MILLISECONDS {
            report.took(name, 7.0);
        }
        assert!(report.missing().is_empty());
        report.claim("secret_in_webview", true);
        report.claim("secret_in_webview", false);
        assert_eq!(report.missing(), ["secret_in_webview = false"]);
        assert!(report.finish().is_err());
        assert!(
            std::fs::read_to_string(folder.path().join("tour.json")).unwrap().contains("\"complete\": false")
        );
    }
}
