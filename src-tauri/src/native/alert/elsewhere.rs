//! Windows and macOS: the reason goes to the log only, for now.

pub(super) fn show(_window: &str, title: &str, text: &str, _close: &str) {
    tracing::error!(title, text, "the app cannot start");
}
