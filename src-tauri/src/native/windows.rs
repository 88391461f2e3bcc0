//! The two windows: the main one, and the one that a password may be typed into.

use std::sync::Arc;

use tauri::webview::PageLoadEvent;
use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindowBuilder};

use crate::app::App;
use crate::ipc::views::CancelledWhy;
use crate::native::page;

/// The window with the keys.
pub(crate) const MAIN: &str = "main";
/// The window for signing in. It is destroyed after use, and its web process with it.
pub(crate) const SIGN_IN: &str = "sign-in";

/// Opens a window, or brings it to front if it is open.
pub(crate) fn open(app: &AppHandle, label: &str, title: &str) -> tauri::Result<()> {
    if let Some(window) = app.get_webview_window(label) {
        window.show()?;
        return window.set_focus();
    }
    let page = if label == SIGN_IN { "sign-in.html" } else { "index.html" };
    WebviewWindowBuilder::new(app, label, WebviewUrl::App(page.into()))
        .title(title)
        .inner_size(1000.0, 680.0)
        .min_inner_size(760.0, 520.0)
        .center()
        // Ctrl/Cmd and plus, minus, 0: text can be twice as large.
        .zoom_hotkeys_enabled(true)
        // Nothing but the app's own pages, ever.
        .on_navigation(|url| url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost"))
        .on_page_load(|window, load| {
            // A page that loads anew is not the one that showed the countdown.
            if load.event() == PageLoadEvent::Started
                && let Some(app) = window.try_state::<Arc<App>>()
            {
                app.cancel_countdown(CancelledWhy::PageGone);
            }
        })
        .build()
        .map(|window| page::revive(&window))
}

/// A second start, a click on a notification or in the tray: shows the window that is open, or opens one. `token` lets
/// it come to the front on Wayland.
pub(crate) fn bring_to_front(app: &Arc<App>, token: Option<&str>) {
    app.shown_again();
    let mut any = false;
    for label in [MAIN, SIGN_IN] {
        if let Some(window) = app.handle.get_webview_window(label) {
            any = true;
            page::may_come_forward(&window, token);
            let shown = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
            if let Err(error) = shown {
                tracing::warn!(%error, "the window was not brought to front");
            }
        }
    }
    if !any && let Err(error) = app.open(app.first_window()) {
        tracing::error!(%error, "no window could be opened");
    }
}
