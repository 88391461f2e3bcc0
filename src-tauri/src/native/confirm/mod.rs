//! Our own native dialog for what kills a key: outside the web view, default that stops nothing, answers as
//! ids.

mod escape;
#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(target_os = "windows", path = "windows.rs")]
#[cfg_attr(target_os = "macos", path = "macos.rs")]
mod system;
mod words;

use std::sync::Arc;

use miftah_core::keys::KnownKey;
use tauri::Manager;
use tokio::sync::oneshot;

use crate::app::App;
use crate::native::windows;

/// What the person is asked.
pub(crate) struct Question {
    known: KnownKey,
    now: jiff::Timestamp,
    untraceable: bool,
}

/// What the person answered. Esc, the close button and a dialog that could not be shown are `Cancel`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    Cancel,
    Regenerate,
}

/// The words of a dialog, in the person's language.
pub(crate) struct Words {
    pub(crate) window: String,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) act: String,
    pub(crate) cancel: String,
}

impl Question {
    /// "Regenerate “…”?"
    pub(crate) fn regenerate(known: &KnownKey, now: jiff::Timestamp, untraceable: bool) -> Self {
        Self { known: known.clone(), now, untraceable }
    }
}

/// Shows the dialog over the main window and waits for the answer.
pub(crate) async fn ask(app: &Arc<App>, question: Question) -> Answer {
    let words = words::of(app.locale(), &question);
    let Some(window) = app.handle.get_webview_window(windows::MAIN) else { return Answer::Cancel };
    let (answer, answered) = oneshot::channel();
    let shown = app.handle.run_on_main_thread(move || system::show(&window, &words, answer));
    if let Err(error) = shown {
        tracing::error!(%error, "the dialog could not be shown");
    }
    // A dialog that goes away without an answer drops its end of the channel.
    answered.await.unwrap_or(Answer::Cancel)
}
