//! Writable layers over the system's folders, for this process and those it starts.

use std::fs;
use std::os::unix::fs::FileTypeExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

/// Where packages put things. Homes are none of their business: a session of the test has its own.
const LAID_OVER: [&str; 4] = ["usr", "etc", "var", "opt"];
/// Hidden behind a file system in memory that holds the layers. It is there and empty on every Linux.
const HOLDER: &str = "/mnt";

/// The layers. They end with the namespace.
pub(crate) struct Layers(PathBuf);

impl Layers {
    /// Lays them.
    pub(crate) fn lay() -> Result<Self> {
        let namespace = |process: &str| fs::read_link(format!("/proc/{process}/ns/mnt"));
        let parent = std::os::unix::process::parent_id().to_string();
        ensure!(
            namespace("self")? != namespace(&parent)?,
            "this would change the machine itself: start it by `cargo xtask test --only bundle`"
        );
        mount(&["-t", "tmpfs", "-o", "mode=0755", "layers", HOLDER])?;
        for name in LAID_OVER {
            let (over, work) = (format!("{HOLDER}/{name}"), format!("{HOLDER}/.work-{name}"));
            fs::create_dir(&over)?;
            fs::create_dir(&work)?;
            let options = format!("lowerdir=/{name},upperdir={over},workdir={work}");
            mount(&["-t", "overlay", "-o", &options, "layer", &format!("/{name}")])?;
        }
        Ok(Self(HOLDER.into()))
    }

    /// Every file that was made or changed, as the path it has on the computer. What is gone is none.
    pub(crate) fn changed(&self) -> Result<Vec<PathBuf>> {
        let mut found = Vec::new();
        for name in LAID_OVER {
            collect(&self.0.join(name), &mut found)?;
        }
        let inside = found.iter().map(|path| Ok(Path::new("/").join(path.strip_prefix(&self.0)?)));
        inside.collect()
    }
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() {
            collect(&entry.path(), found)?;
        } else if !kind.is_char_device() {
            // A character device is how a layer says that a file below it is gone.
            found.push(entry.path());
        }
        if kind.is_dir() {
            found.push(entry.path());
        }
    }
    Ok(())
}

fn mount(arguments: &[&str]) -> Result<()> {
    let status = Command::new("mount").args(arguments).status().context("mount did not start")?;
    if !status.success() {
        bail!("mount {} failed: only root may lay layers", arguments.join(" "));
    }
    Ok(())
}
