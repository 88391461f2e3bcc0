//! Desktop sessions that belong to one test: home, D-Bus, keyring, display, notifications.
//!
//! Nothing of the person's own session is used or touched, nothing survives the value, and no port, display
//! number or path is fixed. Needs Debian's `dbus-daemon`, `gnome-keyring`, `xvfb`, `openbox`, `dunst`.
//!
//! Not here: `WebDriver` and the app itself.

#![cfg(target_os = "linux")]

pub mod dunst;
mod environment;
mod keeper;
mod keyring;
pub mod notifications;
mod process;
pub mod stubs;
pub mod system_bus;
pub mod tray;
pub mod voice;
pub mod wayland;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;
use keeper::Keeper;
use tempfile::TempDir;

/// What a session is to have. [`DesktopSession::builder`] begins with a home and a bus.
#[derive(Debug, Clone, Copy)]
pub struct DesktopBuilder {
    keyring: Keyring,
    display: bool,
    window_manager: bool,
    notifications: bool,
}

/// How the session's keyring begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keyring {
    /// No Secret Service at all, nor a way to start one by asking for it.
    Absent,
    /// `gnome-keyring-daemon` as on a fresh system: there is no default collection yet.
    Fresh,
    /// `gnome-keyring-daemon` with the default collection unlocked; its password is `test`.
    Unlocked,
    /// The same, locked.
    Locked,
}

impl DesktopBuilder {
    /// Starts `gnome-keyring-daemon`.
    pub fn keyring(mut self, keyring: Keyring) -> Self {
        self.keyring = keyring;
        self
    }

    /// Starts Xvfb, 1280 x 900 in 24 bits.
    pub fn display(mut self) -> Self {
        self.display = true;
        self
    }

    /// Starts openbox, and a display.
    pub fn window_manager(mut self) -> Self {
        self.window_manager = true;
        self.display()
    }

    /// Starts dunst, and a display.
    pub fn notifications(mut self) -> Self {
        self.notifications = true;
        self.display()
    }

    /// Starts everything, and returns once everything answers.
    pub fn start(self) -> Result<DesktopSession> {
        // Short: a socket's path has 108 bytes.
        let root = tempfile::Builder::new().prefix("miftah-").tempdir()?;
        let folders = Folders::make(&root)?;
        let (keeper, started) = Keeper::start(self, folders.clone())?;
        Ok(DesktopSession { started, keeper, folders, _root: root })
    }
}

/// A running session. Dropping it kills every process in it; so does the end of this process, however it
/// ends.
pub struct DesktopSession {
    started: Started,
    keeper: Keeper,
    folders: Folders,
    // Below the keeper: the processes end before their folders go.
    _root: TempDir,
}

/// Where what was started can be reached.
#[derive(Clone)]
struct Started {
    bus: String,
    display: Option<String>,
}

impl DesktopSession {
    /// A session with a home and a bus; add to it, then `start`.
    pub fn builder() -> DesktopBuilder {
        DesktopBuilder {
            keyring: Keyring::Absent,
            display: false,
            window_manager: false,
            notifications: false,
        }
    }

    /// The variables a program of this session needs. See also [`DesktopSession::removed_env`].
    pub fn env(&self) -> Vec<(&'static str, OsString)> {
        environment::set(&self.folders, &self.started)
    }

    /// The variables of ours that a program of this session must not see.
    pub fn removed_env(&self) -> Vec<&'static str> {
        environment::removed(&self.started)
    }

    /// A command that runs in this session. It inherits the rest of our environment (`PATH`, `LANG`).
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.envs(self.env());
        for name in self.removed_env() {
            command.env_remove(name);
        }
        command
    }

    /// Moves this process into the session, for adapters that read their environment. Only where each test
    /// is a process of its own (nextest), and before anything else has been started; fails the second time.
    pub fn enter(&self) -> Result<()> {
        environment::enter(self)
    }

    /// The home folder.
    pub fn home(&self) -> &Path {
        &self.folders.home
    }

    /// A folder for temporary files, `TMPDIR` of the session.
    pub fn temp(&self) -> &Path {
        &self.folders.temp
    }

    /// The address of the session bus.
    pub fn bus(&self) -> &str {
        &self.started.bus
    }

    /// The display, such as `:99`, if there is one.
    pub fn display(&self) -> Option<&str> {
        self.started.display.as_deref()
    }

    /// Starts the keyring daemon now, in place of the one that runs. Collections stay on disk.
    pub fn start_keyring(&self, keyring: Keyring) -> Result<()> {
        self.keeper.start_keyring(keyring)
    }

    /// Kills the keyring daemon, without a chance to say good-bye; returns once the bus has seen it go.
    pub fn kill_keyring(&self) -> Result<()> {
        self.keeper.start_keyring(Keyring::Absent)
    }

    /// Locks the default collection, as a screen lock may.
    pub fn lock_keyring(&self) -> Result<()> {
        self.keeper.lock_keyring()
    }
}

/// The folders of a session.
#[derive(Clone)]
struct Folders {
    home: PathBuf,
    runtime: PathBuf,
    temp: PathBuf,
}

impl Folders {
    fn make(root: &TempDir) -> Result<Self> {
        use std::os::unix::fs::DirBuilderExt as _;
        let make = |name| -> Result<PathBuf> {
            let folder = root.path().join(name);
            std::fs::DirBuilder::new().mode(0o700).create(&folder)?;
            Ok(folder)
        };
        Ok(Self { home: make("home")?, runtime: make("run")?, temp: make("tmp")? })
    }
}
