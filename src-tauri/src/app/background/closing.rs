//! Closing the window, going on without one, and ending.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use miftah_core::settings::Access;
use tauri::Manager;
use tokio::sync::oneshot;

use crate::app::{App, lock};
use crate::native::notify::Note;
use crate::native::{autostart, restart, texts, windows};

/// Where the store keeps that closing was explained.
const EXPLAINED: &str = "closing_explained";

impl App {
    /// Whether the app goes on when its window is closed: if the person wants it, and there is a way back to the window.
    pub(crate) fn stays(&self) -> bool {
        let Ok(settings) = self.ports.store.settings() else { return false };
        // Where neither a tray nor a notification could say that it is still there, it ends with its window.
        let reached = self.background.tray().present() || self.background.reachable.load(Ordering::Relaxed);
        settings.reminding.background
            && settings.access != Access::SignedOut
            && reached
            && !self.background.quitting.load(Ordering::SeqCst)
    }

    /// Whether a key that is switched off for a while can come back: the window is open, the app goes on without it, or
    /// it starts with the session.
    pub(crate) fn comes_back(&self) -> bool {
        self.stays()
            || autostart::is_on().unwrap_or(false)
            || self
                .handle
                .get_webview_window(windows::MAIN)
                .is_some_and(|window| window.is_visible().unwrap_or(false))
    }

    /// A window was opened.
    pub(crate) fn window_opened(&self) {
        self.background.opened.store(true, Ordering::SeqCst);
        *lock(&self.background.closed) = None;
    }

    /// The last window is gone, and the app goes on.
    pub(crate) fn window_gone(self: &Arc<Self>) {
        *lock(&self.background.closed) = Some(self.ports.clock.uptime());
        self.background.poke.notify_one();
        let app = Arc::clone(self);
        tauri::async_runtime::spawn(async move { app.explain_closing().await });
    }

    /// Once: that Miftah goes on, and where.
    async fn explain_closing(&self) {
        if !matches!(self.ports.store.memo(EXPLAINED), Ok(None)) {
            return;
        }
        let texts = texts::of(self.locale());
        let tray = self.background.tray().present();
        let body = if tray { "notify-stays-text-tray" } else { "notify-stays-text" };
        let note = Note {
            tag: "stays".to_owned(),
            title: texts.text("notify-stays-title", &[]),
            body: texts.text(body, &[]),
            actions: Vec::new(),
            urgent: false,
        };
        self.show_note(note, Vec::new()).await;
        if let Err(error) = self.ports.store.save_memo(EXPLAINED, "yes") {
            tracing::warn!(%error, "that closing was explained was not remembered");
        }
    }

    /// Ends the app as soon as nothing would be lost with it.
    pub(crate) fn quit(&self) {
        self.background.quitting.store(true, Ordering::SeqCst);
        if self.holds_only_copy() {
            // The only copy of a key: the window says so, and has to be in sight for that.
            self.background.quitting.store(false, Ordering::SeqCst);
            self.handle.state::<Arc<App>>().come_forward(None, None);
            return;
        }
        if self.must_stay() {
            self.hide_until_free();
        } else {
            self.handle.exit(0);
        }
    }

    /// How long until the window's memory can be given back.
    pub(super) fn until_memory_goes(&self, now: Duration) -> Option<Duration> {
        let closed = (*lock(&self.background.closed))?;
        let left = (closed + self.ports.timings.window_closed).saturating_sub(now);
        // What is in the way goes away by itself, and wakes the round.
        (!left.is_zero()).then_some(left)
    }

    /// Gives the memory of a window that is gone back, by starting anew without one. Only while nothing is open and no
    /// key is on the clipboard.
    pub(super) fn give_memory_back(&self) {
        let opened = self.background.opened.load(Ordering::SeqCst);
        if !opened {
            restart::reap();
        }
        let now = self.ports.clock.uptime();
        let closed = *lock(&self.background.closed);
        let over = closed.is_some_and(|at| now.saturating_sub(at) >= self.ports.timings.window_closed);
        // One that never had a window has no memory of it, but may never end: what waits would wait for ever.
        let wanted = if opened { over && !self.fetches_update() } else { self.can_install_hidden() };
        if !wanted || !self.is_idle() || !self.stays() {
            return;
        }
        tracing::info!("starts anew without a window, to give memory back or as a new version");
        let handle = self.handle.clone();
        let run = self.handle.run_on_main_thread(move || {
            // Asked again where no window can come in between.
            let app = handle.state::<Arc<App>>();
            if handle.webview_windows().is_empty() && app.is_idle() {
                app.background.tray().remove();
                app.install_hidden();
                restart::hidden(&handle);
                // It comes back only if that did not work: an app of 140 MB beats none.
                *lock(&app.background.closed) = None;
                *lock(&app.background.in_tray) = None;
            }
        });
        if let Err(error) = run {
            tracing::warn!(%error, "the memory of the window was not given back");
        }
    }

    /// Starts anew, in sight: as the version that an update has put in place. Returns if that did not work.
    pub(crate) async fn start_anew(&self) {
        let handle = self.handle.clone();
        let (tried, returned) = oneshot::channel();
        let run = self.handle.run_on_main_thread(move || {
            let app = handle.state::<Arc<App>>();
            // What began meanwhile goes on: the new version is there at the next start.
            if app.is_quiet() {
                app.background.tray().remove();
                restart::shown(&handle);
                *lock(&app.background.in_tray) = None;
            }
            drop(tried);
        });
        match run {
            // Either way nothing is told but that it is over.
            Ok(()) => drop(returned.await as Result<(), _>),
            Err(error) => tracing::warn!(%error, "the app did not start anew"),
        }
    }

    /// Whether nothing is under way that a new start would interrupt, and no window is open.
    fn is_idle(&self) -> bool {
        self.is_quiet()
            && self.handle.get_webview_window(windows::MAIN).is_none()
            && self.handle.get_webview_window(windows::SIGN_IN).is_none()
    }

    /// Whether nothing is under way that a new start would interrupt, and no key is on the clipboard.
    pub(crate) fn is_quiet(&self) -> bool {
        let operation = lock(&self.operation).as_ref().is_some_and(|operation| !operation.is_over());
        !operation
            && !self.must_stay()
            && self.clipboard.current().is_none()
            && !self.clipboard_not_cleared.load(Ordering::Relaxed)
            && lock(&self.unkept).is_none()
            && lock(&self.waiting_key).is_none()
            && lock(&self.seen_token).is_none()
            && !lock(&self.background.schedule).is_running()
    }
}
