//! The metadata that software centres read: the committed text, with the release and, where they are known, the
//! addresses of the project and of its screenshots.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::{run, workspace};

/// Where it is put.
pub const INSTALLED: &str = "/usr/share/metainfo/app.miftah.desktop.metainfo.xml";
const TEXT: &str = "src-tauri/packaging/linux/app.miftah.desktop.metainfo.xml";
/// Below `.github/images`, and what is to be seen on each.
const SCREENSHOTS: [(&str, &str); 3] = [
    ("keys.png", "The list of keys, those that need attention first"),
    ("copied.png", "A new key, copied, and the proof that it works"),
    ("key.png", "What is known of a key, where it is used, and notes about it"),
];

/// Writes it into a folder, and checks it where the checker is installed.
pub fn write(folder: &Path) -> Result<PathBuf> {
    let text = fs::read_to_string(workspace::root().join(TEXT))?;
    let file = folder.join("app.miftah.desktop.metainfo.xml");
    let day =
        run::output(Command::new("git").args(["log", "-1", "--format=%cs"]).current_dir(workspace::root()))?;
    fs::write(&file, filled(&text, &version()?, day.trim(), Project::here().as_ref())?)?;
    if run::on_path("appstreamcli") {
        run::run(Command::new("appstreamcli").args(["validate", "--no-net"]).arg(&file))?;
    }
    Ok(file)
}

/// Where the sources are.
struct Project {
    page: String,
    images: String,
}

impl Project {
    /// GitHub's runners know. Elsewhere nobody does, and a made-up address would be wrong for ever.
    fn here() -> Option<Self> {
        let variable = |name| std::env::var(name).ok();
        let (server, repository) = (variable("GITHUB_SERVER_URL")?, variable("GITHUB_REPOSITORY")?);
        let page = format!("{server}/{repository}");
        let images = format!("{page}/raw/{}/.github/images", variable("GITHUB_SHA")?);
        Some(Self { page, images })
    }
}

fn filled(text: &str, version: &str, day: &str, project: Option<&Project>) -> Result<String> {
    let releases = format!(
        "<releases>\n    <release version=\"{version}\" date=\"{day}\" type=\"stable\"/>\n  </releases>"
    );
    let screenshots = project.map(screenshots).unwrap_or_default();
    let mut text = text.to_owned();
    for (mark, found) in [("<!-- releases -->", releases), ("<!-- screenshots -->", screenshots)] {
        ensure!(text.contains(mark), "{TEXT} has no place {mark}");
        text = text.replace(mark, &found);
    }
    Ok(text)
}

fn screenshots(project: &Project) -> String {
    let screenshot = |(at, (file, caption)): (usize, (&str, &str))| {
        let first = if at == 0 { " type=\"default\"" } else { "" };
        let image = format!("<image type=\"source\">{}/{file}</image>", project.images);
        format!(
            "    <screenshot{first}>\n      <caption>{caption}</caption>\n      {image}\n    </screenshot>\n"
        )
    };
    let all: String = SCREENSHOTS.into_iter().enumerate().map(screenshot).collect();
    format!("<url type=\"homepage\">{}</url>\n  <screenshots>\n{all}  </screenshots>", project.page)
}

/// The version of the workspace, which is the app's.
pub fn version() -> Result<String> {
    let manifest = fs::read_to_string(workspace::root().join("Cargo.toml"))?;
    let package = manifest.split("[workspace.package]").nth(1).context("no [workspace.package]")?;
    let line = package.lines().find_map(|line| line.strip_prefix("version = \"")).context("no version")?;
    Ok(line.trim_end_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "<component><!-- screenshots --><!-- releases --></component>";

    #[test]
    fn no_address_is_made_up() {
        let text = filled(TEXT, "1.2.3", "2026-01-02", None).unwrap();
        assert!(text.contains("version=\"1.2.3\" date=\"2026-01-02\""), "{text}");
        assert!(!text.contains("http") && !text.contains("<!--"), "{text}");
    }

    #[test]
    fn screenshots_are_those_of_the_release() {
        let (page, images) =
            ("https://x.example/a/b".to_owned(), "https://x.example/a/b/raw/0ab/i".to_owned());
        let text = filled(TEXT, "1.2.3", "2026-01-02", Some(&Project { page, images })).unwrap();
        assert!(
            text.contains("<image type=\"source\">https://x.example/a/b/raw/0ab/i/keys.png</image>"),
            "{text}"
        );
        assert!(filled("<component/>", "1", "2026-01-02", None).is_err());
    }

    #[test]
    fn every_screenshot_is_there() {
        for (file, _) in SCREENSHOTS {
            assert!(workspace::root().join(".github/images").join(file).is_file(), "{file}");
        }
    }

    #[test]
    fn the_version_is_read() {
        assert_eq!(version().unwrap(), env!("CARGO_PKG_VERSION"));
    }
}
