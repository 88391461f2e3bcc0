//! A clipboard, a clock moved by hand, and the other program.

use std::io::Write;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};
use miftah_core::ports::{Clipboard, Clock};
use miftah_tests::contracts::clipboard::ClipboardBench;
use miftah_tests::desktop::DesktopSession;
use miftah_tests::desktop::wayland::HeadlessWayland;
use miftah_tests::fakes::clipboard::UptimeByHand;

use super::super::board::Handle;
use super::super::{ClipboardEvent, SystemClipboard, lock};

pub(super) const LONGEST: Duration = Duration::from_mins(5);

/// Long enough for a machine under load; nothing waits this long unless something is broken.
const PATIENCE: Duration = Duration::from_secs(20);

const LOOKS: u32 = 200;

/// A desktop of this test.
pub(super) enum Desktop {
    X11(DesktopSession),
    Wayland(HeadlessWayland),
}

impl Desktop {
    pub(super) fn x11() -> Result<Self> {
        let session = DesktopSession::builder().display().start()?;
        session.enter()?;
        Ok(Self::X11(session))
    }

    pub(super) fn wayland() -> Result<Self> {
        let compositor = HeadlessWayland::start(DesktopSession::builder().start()?)?;
        compositor.enter()?;
        Ok(Self::Wayland(compositor))
    }

    /// Without any display.
    pub(super) fn bare() -> Result<Self> {
        let session = DesktopSession::builder().start()?;
        session.enter()?;
        Ok(Self::X11(session))
    }

    fn tool(&self, x11: &[&str], wayland: &[&str]) -> Command {
        let (mut command, arguments) = match self {
            Self::X11(session) => (session.command("xclip"), x11),
            Self::Wayland(compositor) => (compositor.command(wayland[0]), &wayland[1..]),
        };
        command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// What the text is offered as.
    pub(super) fn types(&self) -> Result<String> {
        output(self.tool(&["-selection", "clipboard", "-o", "-t", "TARGETS"], &["wl-paste", "--list-types"]))?
            .context("nothing is there")
    }

    pub(super) fn paste_as(&self, kind: &str) -> Result<Option<String>> {
        output(self.tool(
            &["-selection", "clipboard", "-o", "-t", kind],
            &["wl-paste", "--no-newline", "--type", kind],
        ))
    }

    fn paste(&self) -> Result<Option<String>> {
        match self {
            Self::X11(_) => self.paste_as("UTF8_STRING"),
            Self::Wayland(_) => self.paste_as("text/plain"),
        }
    }

    /// Each look starts a program: a few of them are as long as a program needs to take a text.
    fn wait_for_text(&self, text: &str) -> Result<()> {
        for _ in 0..LOOKS {
            if self.paste()?.as_deref() == Some(text) {
                return Ok(());
            }
        }
        bail!("another program's copy does not stay on the clipboard")
    }

    fn copy(&self, text: &str) -> Result<()> {
        // Both go to the background, xclip perhaps before the text is its own.
        let mut tool = self
            .tool(&["-selection", "clipboard", "-i"], &["wl-copy", "--type", "text/plain"])
            .stdin(Stdio::piped())
            .spawn()?;
        tool.stdin.take().context("its input")?.write_all(text.as_bytes())?;
        ensure!(tool.wait()?.success());
        self.wait_for_text(text)
    }

    /// Leaves a text with a program that answers nothing any more.
    pub(super) fn copy_and_stop(&self, text: &str) -> Result<Stopped> {
        let mut tool =
            self.tool(&["-quiet", "-selection", "clipboard", "-i"], &[]).stdin(Stdio::piped()).spawn()?;
        tool.stdin.take().context("its input")?.write_all(text.as_bytes())?;
        let stopped = Stopped(tool);
        self.wait_for_text(text)?;
        ensure!(Command::new("kill").args(["-STOP", &stopped.0.id().to_string()]).status()?.success());
        Ok(stopped)
    }
}

/// A program that answers nothing; killed in the end.
pub(super) struct Stopped(Child);

impl Drop for Stopped {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// What it printed; `None` if it failed, as these tools do when nothing is there.
fn output(mut command: Command) -> Result<Option<String>> {
    let output = command.stdout(Stdio::piped()).spawn()?.wait_with_output()?;
    Ok(if output.status.success() { Some(String::from_utf8(output.stdout)?) } else { None })
}

/// What the clipboard told.
#[derive(Default)]
pub(super) struct Events {
    all: Mutex<Vec<ClipboardEvent>>,
    more: Condvar,
}

impl Events {
    fn tell(&self, event: ClipboardEvent) {
        lock(&self.all).push(event);
        self.more.notify_all();
    }

    pub(super) fn all(&self) -> Vec<ClipboardEvent> {
        lock(&self.all).clone()
    }

    pub(super) fn wait(&self, what: &str, mut happened: impl FnMut(&[ClipboardEvent]) -> bool) {
        let all = lock(&self.all);
        let (all, waited) = self.more.wait_timeout_while(all, PATIENCE, |all| !happened(all)).unwrap();
        assert!(!waited.timed_out(), "waited in vain for {what}; told were {all:?}");
    }

    /// Waits until this is the last event.
    pub(super) fn wait_for(&self, event: &ClipboardEvent) {
        self.wait(&format!("{event:?}"), |all| all.last() == Some(event));
    }
}

/// The bench. The clipboard comes first: it ends while its display still answers.
pub(super) struct Bench {
    pub(super) clipboard: SystemClipboard,
    pub(super) clock: Arc<UptimeByHand>,
    pub(super) events: Arc<Events>,
    pub(super) desktop: Desktop,
}

impl Bench {
    pub(super) fn new(desktop: Desktop) -> Self {
        let clock = Arc::new(UptimeByHand::default());
        let events = Arc::new(Events::default());
        let told = Arc::clone(&events);
        let clipboard = SystemClipboard::new(Arc::clone(&clock) as Arc<dyn Clock>, LONGEST, move |event| {
            told.tell(event);
        });
        Self { clipboard, clock, events, desktop }
    }
}

impl ClipboardBench for Bench {
    fn clipboard(&self) -> &dyn Clipboard {
        &self.clipboard
    }

    fn paste(&self) -> Result<Option<String>> {
        self.desktop.paste()
    }

    fn copy_elsewhere(&self, text: &str) -> Result<()> {
        self.desktop.copy(text)
    }

    fn clear_elsewhere(&self) -> Result<()> {
        Handle::open()?.clear()?;
        Ok(())
    }

    fn pass(&self, time: Duration) -> Result<()> {
        self.clock.advance(time);
        self.clipboard.check_now();
        self.events.wait("the end of what is over", |_| {
            self.clipboard.current().is_none_or(|key| !key.remaining.is_zero())
        });
        Ok(())
    }
}

/// Runs a future to its end.
pub(super) fn run<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
}
