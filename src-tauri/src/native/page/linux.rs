//! Linux: the web view says when a web process is gone; loading the page again starts a new one.

use std::sync::Arc;

use gtk::prelude::GtkWindowExt;
use tauri::{Manager, WebviewWindow};
use webkit2gtk::{WebProcessTerminationReason, WebViewExt};

use crate::app::App;
use crate::ipc::views::CancelledWhy;

/// Loads the page again whenever its process dies. What is under way is kept in Rust, and the page asks for it.
pub(crate) fn revive(window: &WebviewWindow) {
    let app = window.app_handle().clone();
    let watched = window.with_webview(|webview| {
        webview.inner().connect_web_process_terminated(move |view, reason| {
            if reason != WebProcessTerminationReason::TerminatedByApi {
                app.state::<Arc<App>>().cancel_countdown(CancelledWhy::PageGone);
                tracing::warn!("a web process died: its page is loaded again");
                view.reload();
            }
        });
    });
    if let Err(error) = watched {
        tracing::warn!(%error, "a dead page would not be noticed");
    }
}

/// Hands the window the token of a click: without one, Wayland only says that the window wants attention.
pub(crate) fn may_come_forward(window: &WebviewWindow, token: Option<&str>) {
    if let (Some(token), Ok(window)) = (token, window.gtk_window()) {
        window.set_startup_id(token);
    }
}
