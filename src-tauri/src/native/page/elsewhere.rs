//! Windows and macOS: `WebView2` and `WKWebView` bring a dead page back by themselves or show that it is gone.

use tauri::WebviewWindow;

/// Does nothing.
pub(crate) fn revive(_window: &WebviewWindow) {}
