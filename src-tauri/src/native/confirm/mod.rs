//! Our own native dialog for what stops a key: outside the web view, default that stops nothing, answers as
//! ids.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(target_os = "windows", path = "windows.rs")]
#[cfg_attr(target_os = "macos", path = "macos.rs")]
mod system;
mod words;

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use miftah_core::keys::KnownKey;
use tauri::Manager;
use tokio::sync::oneshot;

use crate::app::App;
use crate::native::windows;

/// What the person is asked.
pub(crate) struct Question {
    known: KnownKey,
    now: Timestamp,
    about: About,
}

enum About {
    Regenerate { untraceable: bool },
    Leaked,
    SwitchOff { early: bool, last: bool },
    SwitchOffFor { until: Timestamp },
    Delete { off: Option<Timestamp>, soak: Duration, last: bool },
    Forget,
}

/// What the person answered. Esc, the close button and a dialog that could not be shown are `Cancel`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    Cancel,
    /// The act that the dialog names.
    Act,
    /// The way that stops nothing and leads to a page where nothing happens without another click: a safe rotation,
    /// or a new key to fall back on.
    Instead,
}

/// The words of a dialog, in the person's language.
pub(crate) struct Words {
    pub(crate) window: String,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) act: String,
    /// Offered as the default where it is there; else the default is to cancel.
    pub(crate) instead: Option<String>,
    pub(crate) cancel: String,
}

impl Question {
    /// "Regenerate “…”?"
    pub(crate) fn regenerate(known: &KnownKey, now: Timestamp, untraceable: bool) -> Self {
        Self { known: known.clone(), now, about: About::Regenerate { untraceable } }
    }

    /// "Kill “…” now?"
    pub(crate) fn leaked(known: &KnownKey, now: Timestamp) -> Self {
        Self { known: known.clone(), now, about: About::Leaked }
    }

    /// "Switch off “…”?" `early`: Miftah would still wait.
    pub(crate) fn switch_off(known: &KnownKey, now: Timestamp, early: bool) -> Self {
        Self { known: known.clone(), now, about: About::SwitchOff { early, last: false } }
    }

    /// "Switch off “…” for a while?"
    pub(crate) fn switch_off_for(known: &KnownKey, now: Timestamp, until: Timestamp) -> Self {
        Self { known: known.clone(), now, about: About::SwitchOffFor { until } }
    }

    /// Without this key its environment has no active one: offers to make another first.
    pub(crate) fn of_the_last(mut self, is_last: bool) -> Self {
        if let About::SwitchOff { last, .. } | About::Delete { last, .. } = &mut self.about {
            *last = is_last;
        }
        self
    }

    /// "Delete “…” for good?" `off` is since when it is switched off, `soak` for how long it should be.
    pub(crate) fn delete(known: &KnownKey, now: Timestamp, off: Option<Timestamp>, soak: Duration) -> Self {
        Self { known: known.clone(), now, about: About::Delete { off, soak, last: false } }
    }

    /// "Forget “…” on this computer?"
    pub(crate) fn forget(known: &KnownKey, now: Timestamp) -> Self {
        Self { known: known.clone(), now, about: About::Forget }
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
