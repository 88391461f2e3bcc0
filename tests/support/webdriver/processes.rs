//! The processes of an app under the driver, read from `/proc`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use rustix::process::{Pid, Signal, kill_process};

/// The ids of an app's processes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Processes {
    /// The program itself.
    pub app: Vec<u32>,
    /// Its web views' processes: pages, network, graphics.
    pub web: Vec<u32>,
}

impl Processes {
    /// Those among a process's descendants.
    pub fn under(ancestor: u32, program: &Path) -> Result<Self> {
        let program = fs::canonicalize(program)?;
        let mut found = Self { app: Vec::new(), web: Vec::new() };
        for id in below(ancestor)? {
            let Ok(file) = fs::read_link(format!("/proc/{id}/exe")) else { continue };
            if file == program {
                found.app.push(id);
            } else if file.file_name().is_some_and(|name| {
                let name = name.to_string_lossy();
                name.starts_with("WebKit") && name.ends_with("Process")
            }) {
                found.web.push(id);
            }
        }
        Ok(found)
    }
}

/// The memory of processes, in megabytes: their own, and their part of what they share.
pub fn megabytes(processes: &[u32]) -> Result<f64> {
    let mut kilobytes = 0.0;
    for id in processes {
        let rollup = fs::read_to_string(format!("/proc/{id}/smaps_rollup"))?;
        let pss = rollup.lines().find_map(|line| line.strip_prefix("Pss:")).context("no Pss")?;
        kilobytes += pss.trim().trim_end_matches(" kB").parse::<f64>()?;
    }
    Ok(kilobytes / 1024.0)
}

/// All descendants of a process, parents before children.
pub(super) fn below(ancestor: u32) -> Result<Vec<u32>> {
    let mut parents = Vec::new();
    for entry in fs::read_dir("/proc")? {
        let name = entry?.file_name();
        let Some(id) = name.to_str().and_then(|name| name.parse::<u32>().ok()) else { continue };
        // A process may end while it is looked at.
        if let Some(parent) =
            fs::read_to_string(format!("/proc/{id}/stat")).ok().as_deref().and_then(parent_in)
        {
            parents.push((id, parent));
        }
    }
    let mut found = vec![ancestor];
    let mut next = 0;
    while let Some(&parent) = found.get(next) {
        found.extend(parents.iter().filter(|(_, its)| *its == parent).map(|(id, _)| *id));
        next += 1;
    }
    found.remove(0);
    Ok(found)
}

/// The parent's id in a line of `/proc/<id>/stat`: the second field after the name, which may hold anything.
fn parent_in(stat: &str) -> Option<u32> {
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

/// Ends a process at once. One that is gone already is fine.
pub(super) fn kill(id: u32) {
    if let Some(pid) = i32::try_from(id).ok().and_then(Pid::from_raw) {
        let _ = kill_process(pid, Signal::KILL);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_brackets_does_not_hide_the_parent() {
        assert_eq!(parent_in("41 (a) b) S 7 41 41 0 -1"), Some(7));
        assert_eq!(parent_in("nonsense"), None);
    }

    #[test]
    fn a_child_is_below_its_parent() {
        let mut child = std::process::Command::new("sleep").arg("60").spawn().unwrap();
        let found = below(std::process::id()).unwrap();
        kill(child.id());
        assert!(found.contains(&child.id()));
        assert!(!child.wait().unwrap().success());
    }
}
