//! The app under test: `tauri-driver`, `WebKitWebDriver` below it, and the program they started.

use std::ffi::OsString;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

use super::processes::{self, Processes};
use super::session::Session;
use super::wire::Wire;
use super::{Window, wait};
use crate::desktop::DesktopSession;

/// What to start, and in which surroundings.
#[derive(Debug, Clone)]
pub struct Launch {
    program: PathBuf,
    args: Vec<String>,
    /// A variable without a value is taken away from what this process would hand down.
    envs: Vec<(OsString, Option<OsString>)>,
}

impl Launch {
    /// A program.
    pub fn new(program: impl Into<PathBuf>) -> Self {
        Self { program: program.into(), args: Vec::new(), envs: Vec::new() }
    }

    /// One of the workspace's own programs, such as `miftah`, from the folder that this test was built into.
    pub fn built(name: &str) -> Result<Self> {
        let this = std::env::current_exe()?;
        let found =
            this.ancestors().skip(1).take(2).map(|folder| folder.join(name)).find(|path| path.is_file());
        let program =
            found.with_context(|| format!("{name} is not built: `cargo xtask test --only build`"))?;
        Ok(Self::new(program))
    }

    /// One argument more.
    pub fn arg(mut self, arg: &str) -> Self {
        self.args.push(arg.to_owned());
        self
    }

    /// One variable for the program.
    pub fn env(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.envs.push((name.into(), Some(value.into())));
        self
    }

    /// In this desktop session instead of ours.
    pub fn in_session(mut self, session: &DesktopSession) -> Self {
        self.envs.extend(session.removed_env().into_iter().map(|name| (name.into(), None)));
        self.envs.extend(session.env().into_iter().map(|(name, value)| (name.into(), Some(value))));
        self
    }

    /// Starts the program by itself, as nobody who drives it does.
    pub fn without_driver(&self) -> Result<Child> {
        let mut command = self.command(self.program.clone());
        command.args(&self.args).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        Ok(command.spawn()?)
    }

    /// The driver's command: it hands its variables down to the program.
    fn command(&self, driver: PathBuf) -> Command {
        let mut command = Command::new(driver);
        for (name, value) in &self.envs {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command
    }
}

/// A running app. Dropping it ends the program and its drivers.
pub struct App {
    program: PathBuf,
    session: Option<Session>,
    driver: Child,
}

impl App {
    /// Starts the program, and returns when its first web view can be driven.
    pub fn start(launch: &Launch) -> Result<Self> {
        let (port, native) = free_ports()?;
        let driver = launch
            .command(driver_program()?)
            .args(["--port", &port.to_string(), "--native-port", &native.to_string()])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .context("tauri-driver could not be started")?;
        let mut app = Self { program: launch.program.clone(), session: None, driver };
        let wire = Wire::new(port);
        wait::until("the driver", wait::PATIENCE, || wire.get("/status").map(Some))?;
        app.session = Some(Session::start(wire, &launch.program, &launch.args)?);
        Ok(app)
    }

    /// The windows there are now.
    pub fn windows(&self) -> Result<Vec<Window>> {
        let session = self.session.as_ref().context("the app has no session")?;
        Ok(session.handles()?.into_iter().map(|handle| Window::new(session.clone(), handle)).collect())
    }

    /// The window whose address contains `part`, such as `sign-in`, when it is there.
    pub fn window(&self, part: &str) -> Result<Window> {
        wait::until(&format!("a window at \"{part}\""), wait::PATIENCE, || {
            for window in self.windows()? {
                if window.url()?.contains(part) {
                    return Ok(Some(window));
                }
            }
            Ok(None)
        })
    }

    /// Returns when no window's address contains `part`.
    pub fn window_gone(&self, part: &str) -> Result<()> {
        wait::until(&format!("the window at \"{part}\" to go"), wait::PATIENCE, || {
            let mut open = false;
            for window in self.windows()? {
                open |= window.url()?.contains(part);
            }
            Ok((!open).then_some(()))
        })
    }

    /// The processes of the app and of its web views.
    pub fn processes(&self) -> Result<Processes> {
        Processes::under(self.driver.id(), &self.program)
    }

    /// Ends the app as the driver does it, by ending its session.
    pub fn quit(mut self) -> Result<()> {
        self.session.take().context("the app has no session")?.end()
    }

    /// Ends the program without a word, as a crash or an empty battery does.
    pub fn kill(self) -> Result<()> {
        let app = self.processes()?.app;
        if app.is_empty() {
            bail!("the app is not running");
        }
        app.into_iter().for_each(processes::kill);
        Ok(())
    }
}

impl Drop for App {
    fn drop(&mut self) {
        // Asked first: what outlives its parent is no longer below anything.
        let below = processes::below(self.driver.id()).unwrap_or_default();
        if let Some(session) = self.session.take() {
            // The program may be gone already; what is left of it is ended below.
            let _ = session.end();
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
        below.into_iter().for_each(processes::kill);
    }
}

/// Two ports that were free a moment ago; both are held until both are known.
fn free_ports() -> Result<(u16, u16)> {
    let (one, two) = (TcpListener::bind("127.0.0.1:0")?, TcpListener::bind("127.0.0.1:0")?);
    Ok((one.local_addr()?.port(), two.local_addr()?.port()))
}

/// `tauri-driver`, where `cargo xtask setup` puts it or on the path.
fn driver_program() -> Result<PathBuf> {
    const NAME: &str = "tauri-driver";
    let this = std::env::current_exe()?;
    let tools = this.ancestors().map(|folder| folder.join("tools/bin").join(NAME));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path: Vec<_> = std::env::split_paths(&path).map(|folder| folder.join(NAME)).collect();
    tools
        .chain(path)
        .find(|file: &PathBuf| Path::is_file(file))
        .context("tauri-driver is missing: `cargo xtask setup`")
}
