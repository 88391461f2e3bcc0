//! Windows and macOS: `WebView2` and `WKWebView` bring a dead page back by themselves or show that it is gone.

use tauri::WebviewWindow;

/// Does nothing.
pub(crate) fn revive(_window: &WebviewWindow) {}

/// The system lets a program that was clicked on come forward.
pub(crate) fn may_come_forward(_window: &WebviewWindow, _token: Option<&str>) {}
