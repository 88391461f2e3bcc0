//! The display around the windows: pictures of all of it, and the native dialogs on it.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::{Dialog, wait};
use crate::desktop::DesktopSession;

/// An X display with a window manager, known by the variables of its desktop session.
#[derive(Clone)]
pub struct Screen {
    envs: Vec<(&'static str, OsString)>,
}

impl Screen {
    /// The display of this session.
    pub fn of(session: &DesktopSession) -> Self {
        Self { envs: session.env() }
    }

    /// A picture of everything on the display, native dialogs too.
    pub fn screenshot(&self, file: &Path) -> Result<()> {
        let mut import = self.command("import");
        let status =
            import.args(["-silent", "-window", "root"]).arg(file).status().context("import did not start")?;
        if !status.success() {
            bail!("import could not take a picture of the display");
        }
        Ok(())
    }

    /// The native dialog or window whose title matches this pattern, when it is there.
    pub fn dialog(&self, title: &str) -> Result<Dialog> {
        let id = wait::until(&format!("a native window titled \"{title}\""), wait::PATIENCE, || {
            Ok(self.titled(title)?.into_iter().next_back())
        })?;
        Ok(Dialog::new(self.clone(), id))
    }

    /// Is a window with such a title on the display now?
    pub fn has_dialog(&self, title: &str) -> Result<bool> {
        Ok(!self.titled(title)?.is_empty())
    }

    /// Returns when no window has such a title.
    pub fn dialog_gone(&self, title: &str) -> Result<()> {
        wait::until(&format!("the native window titled \"{title}\" to go"), wait::PATIENCE, || {
            Ok(self.titled(title)?.is_empty().then_some(()))
        })
    }

    /// The ids of visible windows whose title matches.
    fn titled(&self, title: &str) -> Result<Vec<String>> {
        let found = self.xdotool(&["search", "--onlyvisible", "--name", title], wait::PATIENCE)?;
        Ok(found.lines().map(str::to_owned).collect())
    }

    /// Runs xdotool and gives what it wrote. It waits for ever for some things, so it gets a limit.
    pub(super) fn xdotool(&self, args: &[&str], limit: Duration) -> Result<String> {
        let mut command = self.command("timeout");
        command.arg(limit.as_secs().to_string()).arg("xdotool").args(args);
        let out = command.output().context("xdotool did not start")?;
        match out.status.code() {
            // A search that finds nothing ends with 1 and says nothing.
            Some(0 | 1) => Ok(String::from_utf8_lossy(&out.stdout).into_owned()),
            Some(124) => bail!("xdotool {} did not end in {} s", args.join(" "), limit.as_secs()),
            _ => bail!("xdotool {} failed: {}", args.join(" "), String::from_utf8_lossy(&out.stderr)),
        }
    }

    /// Asks the window manager to close a window.
    pub(super) fn close(&self, id: &str) -> Result<()> {
        let status =
            self.command("wmctrl").args(["-i", "-c", id]).status().context("wmctrl did not start")?;
        if status.success() { Ok(()) } else { bail!("wmctrl could not ask for the window to be closed") }
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.envs(self.envs.iter().map(|(name, value)| (name, value))).stdin(Stdio::null());
        command
    }
}
