//! Whether a package names what its program is linked with.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::manager::run;

/// Fails unless each library of the program comes with a package in `needs`, or with one that those need.
pub(crate) fn all_come_with(needs: &[String], program: &Path) -> Result<usize> {
    let mut come = BTreeSet::new();
    let mut next: Vec<String> = needs.iter().filter_map(|need| name(need)).collect();
    while let Some(package) = next.pop() {
        if come.insert(package.clone()) {
            let asked = run(Command::new("dpkg-query")
                .args(["-W", "-f", "${Depends}, ${Pre-Depends}\n"])
                .arg(&package));
            // A virtual package, or the other of two choices.
            let Ok(depends) = asked else { continue };
            next.extend(depends.split([',', '|', '\n']).filter_map(name));
        }
    }
    let linked = run(Command::new("ldd").arg(program))?;
    let linked: Vec<&str> =
        linked.lines().filter_map(|line| line.split("=> ").nth(1)?.split(' ').next()).collect();
    ensure!(linked.len() > 10, "the program is linked with next to nothing: {linked:?}");
    // Debian knows a library by the folder it had before /lib became a link into /usr.
    let file =
        |library: &&str| Path::new(library).file_name().and_then(|file| file.to_str()).map(str::to_owned);
    let files: Vec<String> = linked.iter().filter_map(file).collect();
    let owners =
        run(Command::new("dpkg-query").arg("-S").args(files.iter().map(|file| format!("*/{file}"))))?;
    for file in &files {
        let mut owners = owners.lines().filter(|line| line.ends_with(&format!("/{file}")));
        let brought = owners.any(|line| name(line).is_some_and(|owner| come.contains(&owner)));
        ensure!(brought, "{file}: nothing that is needed brings it");
    }
    Ok(linked.len())
}

/// `libc6:amd64 (>= 2.36)` is of `libc6`.
fn name(need: &str) -> Option<String> {
    let name = need.trim().split([' ', ':', '(']).next()?;
    (!name.is_empty()).then(|| name.to_owned())
}
