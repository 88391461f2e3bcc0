//! Notifications that the system draws, and what the person does with them.
//!
//! Not here: when there is something to say, and its words. A note is told to the system and forgotten by us, but for
//! its number: what stays is in the app's own inbox.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(target_os = "windows", path = "windows.rs")]
#[cfg_attr(target_os = "macos", path = "macos.rs")]
mod system;
#[cfg(all(test, target_os = "linux"))]
mod tests;
mod words;

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// How long the system may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// The action of a click on the notification itself.
pub(crate) const DEFAULT: &str = "default";

/// One notification: plain text in the person's language, no secret ever. What is markup to the system is escaped
/// here, and control characters are taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Note {
    /// Ours, such as `digest` or `key:<id>`, at most 64 characters: a note takes the place of the one with the same
    /// tag.
    pub(crate) tag: String,
    pub(crate) title: String,
    pub(crate) body: String,
    /// Buttons, in this order; left out where the system has none.
    pub(crate) actions: Vec<NoteAction>,
    /// Stays until the person has seen to it.
    pub(crate) urgent: bool,
}

/// A button of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NoteAction {
    /// What comes back in [`NotifyEvent::Activated`]; not [`DEFAULT`].
    pub(crate) id: String,
    pub(crate) label: String,
}

/// What the person did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NotifyEvent {
    /// Clicked. The notification is gone from then on.
    Activated {
        tag: String,
        /// The id of the button, or [`DEFAULT`].
        action: String,
        /// Lets a window come to the front on Wayland, once.
        token: Option<String>,
    },
    /// Closed it. One whose time was over may still be in the system's list, and counts as not dismissed.
    Dismissed { tag: String },
}

/// A notification that the system took, for whoever runs after this process and still wants to hear of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Shown {
    pub(crate) tag: String,
    /// The system's number for it; 0 where it goes by the tag alone.
    pub(crate) id: u32,
    /// Which run of the server gave the number: another one counts anew.
    pub(crate) server: String,
}

/// How far the system took a note. That somebody saw it, no system tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Taken {
    pub(crate) shown: Shown,
    /// What the system calls its notifications, such as `gnome-shell`; for the log and the test of delivery.
    pub(crate) by: String,
    /// Without, it can neither have buttons nor tell of a click.
    pub(crate) actions: bool,
}

/// Why the system did not take a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NotifyError {
    #[error("nothing here shows notifications")]
    NoServer,
    #[error("the system refused the notification")]
    Refused,
    /// It may still appear.
    #[error("the system did not answer in time")]
    TimedOut,
}

/// The notifications of this desktop.
#[async_trait]
pub(crate) trait Notifier: Send + Sync {
    /// Tells the system; answers within [`PATIENCE`].
    async fn show(&self, note: Note) -> Result<Taken, NotifyError>;

    /// Takes the note of this tag away, if it is still there.
    async fn close(&self, tag: &str);

    /// Whether something here would show a note. Shows none.
    async fn reachable(&self) -> bool;

    /// Listens for what an earlier process of ours has shown. What another run of the server has shown is left out.
    async fn adopt(&self, shown: Vec<Shown>);
}

/// The notifications of this desktop. Nothing is opened yet. `on_event` must not block.
pub(crate) fn system(on_event: impl Fn(NotifyEvent) + Send + Sync + 'static) -> Arc<dyn Notifier> {
    Arc::new(system::Desktop::new(PATIENCE, Box::new(on_event)))
}

/// Who is told of events.
type OnEvent = Box<dyn Fn(NotifyEvent) + Send + Sync>;

/// Ends a call that takes too long.
async fn in_time<T>(
    patience: Duration,
    call: impl Future<Output = Result<T, NotifyError>> + Send,
) -> Result<T, NotifyError> {
    tokio::time::timeout(patience, call).await.unwrap_or(Err(NotifyError::TimedOut))
}
