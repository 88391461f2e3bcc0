//! Windows and the clipboard: a key on it keeps the app alive until it is cleared.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use tauri::{CloseRequestApi, Manager};

use super::{App, lock};
use crate::ipc::errors::{ErrorCode, IpcError};
use crate::ipc::views::CancelledWhy;
use crate::native::clipboard::ClipboardEvent;
use crate::native::{texts, windows};

impl App {
    /// Opens one of the two windows in the person's language.
    pub(crate) fn open(&self, label: &str) -> tauri::Result<()> {
        self.window_opened();
        windows::open(&self.handle, label, &texts::of(self.locale()).text("window-title", &[]))
    }

    /// Opens one window and destroys the other.
    pub(super) fn swap(&self, from: &str, to: &str) -> Result<(), IpcError> {
        self.swapping_windows.store(true, Ordering::SeqCst);
        let opened = self.open(to);
        if opened.is_ok()
            && let Some(window) = self.handle.get_webview_window(from)
            && let Err(error) = window.destroy()
        {
            tracing::warn!(%error, "a window was not destroyed");
        }
        self.swapping_windows.store(false, Ordering::SeqCst);
        opened.map_err(|error| IpcError::new(ErrorCode::Internal, &error))
    }

    /// Whether one window is just taking the other's place.
    pub(crate) fn between_windows(&self) -> bool {
        self.swapping_windows.load(Ordering::SeqCst)
    }

    /// The main window is asked to close. With a key on the clipboard it hides until that is cleared.
    pub(crate) fn main_window_closes(&self, close: &CloseRequestApi) {
        self.cancel_countdown(CancelledWhy::WindowHidden);
        if self.clipboard.current().is_none() && !self.must_stay() {
            return;
        }
        close.prevent_close();
        if self.holds_only_copy() {
            // The only copy of a key: the window stays in sight until the keychain takes it.
            return;
        }
        self.hide_until_free();
    }

    /// Hides the window until nothing holds it, which may be now.
    pub(super) fn hide_until_free(&self) {
        self.hidden_until_cleared.store(true, Ordering::SeqCst);
        if let Some(window) = self.handle.get_webview_window(windows::MAIN)
            && let Err(error) = window.hide()
        {
            tracing::warn!(%error, "the window was not hidden");
        }
        self.quit_if_hidden();
    }

    /// The hidden window is wanted again.
    pub(crate) fn shown_again(&self) {
        self.hidden_until_cleared.store(false, Ordering::SeqCst);
    }

    /// Ends the window that was closed once nothing holds it any more, and the app with it unless it goes on without one.
    pub(crate) fn quit_if_hidden(&self) {
        let holds = self.must_stay() || self.clipboard.current().is_some();
        if holds || !self.hidden_until_cleared.swap(false, Ordering::SeqCst) {
            return;
        }
        if !self.stays() {
            self.handle.exit(0);
        } else if let Some(window) = self.handle.get_webview_window(windows::MAIN)
            && let Err(error) = window.destroy()
        {
            tracing::warn!(%error, "a closed window was not destroyed");
        }
    }

    /// The clipboard says what became of a key on it.
    pub(crate) fn clipboard_changed(&self, event: &ClipboardEvent) {
        self.clipboard_not_cleared.store(matches!(event, ClipboardEvent::NotCleared), Ordering::Relaxed);
        self.tell();
        self.follow_in_tray();
        self.quit_if_hidden();
    }

    /// The session was locked: no countdown goes on unseen, and no key stays on the clipboard.
    pub(crate) fn session_locked(self: &Arc<Self>) {
        self.cancel_countdown(CancelledWhy::SessionLocked);
        self.clipboard.clear_now();
    }

    /// Stops a countdown, if one is on.
    pub(crate) fn cancel_countdown(&self, why: CancelledWhy) {
        if let Some(operation) = lock(&self.operation).as_ref() {
            operation.cancel(why);
        }
    }
}
