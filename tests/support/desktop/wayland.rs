//! A Wayland compositor without a screen, in a desktop session. Needs Debian's `sway`.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result, ensure};

use super::DesktopSession;

/// sway on its headless back end: a compositor that offers data control, as KDE does and GNOME does not.
pub struct HeadlessWayland {
    session: DesktopSession,
    compositor: Child,
    display: String,
}

impl HeadlessWayland {
    /// Starts it in a session, which should have no X11 display; returns once it takes clients.
    pub fn start(session: DesktopSession) -> Result<Self> {
        let config = session.temp().join("sway.conf");
        // sway runs this once its socket is open.
        std::fs::OpenOptions::new().write(true).create_new(true).open(&config).and_then(|mut file| {
            std::io::Write::write_all(&mut file, b"xwayland disable\nexec echo $WAYLAND_DISPLAY\n")
        })?;
        // sway refuses to run as root; as "user 1000" in a namespace of its own it may still use our folders.
        let root = rustix::process::geteuid().is_root();
        let mut command = session.command(if root { "unshare" } else { "env" });
        if root {
            command.args(["--user", "--map-user=1000", "--map-group=1000", "--"]);
        }
        let mut compositor = command
            .args(["setpriv", "--pdeathsig", "KILL", "--", "sway", "-c"])
            .arg(&config)
            .env("WLR_BACKENDS", "headless")
            .env("WLR_LIBINPUT_NO_DEVICES", "1")
            .env("WLR_RENDERER", "pixman")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start sway")?;
        let mut line = String::new();
        let output = compositor.stdout.take().context("its output")?;
        BufReader::new(output).read_line(&mut line)?;
        let display = line.trim().to_owned();
        let started = Self { session, compositor, display };
        ensure!(!started.display.is_empty(), "sway ended at once");
        Ok(started)
    }

    /// A command that runs in this session.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = self.session.command(program);
        command.env("WAYLAND_DISPLAY", &self.display);
        command
    }

    /// Moves this process into the session; see [`DesktopSession::enter`].
    #[expect(unsafe_code, reason = "the clipboard reads the environment of the process")]
    pub fn enter(&self) -> Result<()> {
        self.session.enter()?;
        // SAFETY: as in `DesktopSession::enter`, which has just allowed it: no other thread of this test
        // reads the environment yet.
        unsafe { std::env::set_var("WAYLAND_DISPLAY", &self.display) }
        Ok(())
    }
}

impl Drop for HeadlessWayland {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.compositor.kill());
        drop(self.compositor.wait());
    }
}
