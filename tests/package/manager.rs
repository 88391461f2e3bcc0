//! The two package managers.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

/// The name of the package in both.
pub(crate) const PACKAGE: &str = "miftah";

/// Which of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manager {
    /// Debian's.
    Dpkg,
    /// Fedora's and openSUSE's. Here it has an empty database, so nothing that a package depends on is installed.
    Rpm,
}

impl Manager {
    pub(crate) fn install(self, package: &Path) -> Result<()> {
        let mut command = self.command();
        match self {
            Self::Dpkg => command.arg("--install"),
            Self::Rpm => command.args(["--nodeps", "--install"]),
        };
        run(command.arg(package)).map(drop)
    }

    pub(crate) fn remove(self) -> Result<()> {
        let mut command = self.command();
        match self {
            Self::Dpkg => command.arg("--purge"),
            Self::Rpm => command.args(["--nodeps", "--erase"]),
        };
        run(command.arg(PACKAGE)).map(drop)
    }

    /// What it says is to be there beside a package, as the package writes it.
    pub(crate) fn needs(self, package: &Path) -> Result<Vec<String>> {
        let text = match self {
            Self::Dpkg => run(Command::new("dpkg-deb").arg("--field").arg(package).arg("Depends"))?,
            Self::Rpm => run(Command::new("rpm").args(["-q", "--requires", "--package"]).arg(package))?,
        };
        Ok(text
            .split([',', '\n'])
            .map(|need| need.trim().to_owned())
            .filter(|need| !need.is_empty())
            .collect())
    }

    fn command(self) -> Command {
        match self {
            Self::Dpkg => Command::new("dpkg"),
            Self::Rpm => {
                let mut rpm = Command::new("rpm");
                rpm.args(["--dbpath", "/var/lib/rpm-of-the-test", "--force-debian"]);
                rpm
            }
        }
    }
}

/// Runs a program to its end and gives what it wrote.
pub(crate) fn run(command: &mut Command) -> Result<String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let out = command.stdin(Stdio::null()).output().with_context(|| format!("{program} did not start"))?;
    let (text, errors) = (String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    ensure!(out.status.success(), "{program} failed:\n{text}{errors}");
    Ok(text.into_owned())
}
