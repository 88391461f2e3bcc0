//! The settings of reminders, what they would say, and the test of their delivery.

use jiff::Timestamp;
use miftah_core::reminders::Telling;
use miftah_core::settings::{Reminding, Settings};

use super::{App, telling};
use crate::ipc::errors::IpcError;
use crate::ipc::views::{PreviewView, ReminderSettings, RemindersView, TestResult, TestView};
use crate::native::autostart;
use crate::native::notify::{Note, NotifyError};
use crate::native::texts;

/// Where the store keeps how the last test notification went.
const TEST: &str = "test_notification";

impl App {
    /// The settings, and what the system makes of them.
    pub(crate) fn reminders_view(&self) -> Result<RemindersView, IpcError> {
        let settings = ReminderSettings::from(self.ports.store.settings()?.reminding);
        // What the system says counts: the person may have switched it off there.
        let autostart = autostart::is_on().unwrap_or(settings.autostart);
        Ok(RemindersView {
            settings: ReminderSettings { autostart, ..settings },
            tray: self.background.tray().present(),
            test: self.last_test()?,
        })
    }

    /// What such settings would make of the keys now.
    pub(crate) fn preview(&self, reminding: Reminding) -> Result<PreviewView, IpcError> {
        let settings = Settings { reminding, ..self.ports.store.settings()? };
        let inbox = self.inbox_with(&settings)?;
        let fresh: Vec<_> = inbox.fresh().collect();
        let keys = u32::try_from(inbox.keys()).unwrap_or(u32::MAX);
        let words = (!fresh.is_empty()).then(|| {
            let texts = texts::of(self.locale());
            telling::words(texts, &Telling::Digest(fresh), &reminding.manners, self.ports.clock.now())
        });
        let (title, body) = words.unzip();
        Ok(PreviewView { keys, title, body })
    }

    /// Sends a test notification and remembers how that went.
    pub(crate) async fn test_notification(&self) -> Result<(), IpcError> {
        let texts = texts::of(self.locale());
        let note = Note {
            tag: "test".to_owned(),
            title: texts.text("notify-test-title", &[]),
            body: texts.text("notify-test-text", &[]),
            actions: Vec::new(),
            urgent: false,
        };
        let word = match self.background.notifier().show(note).await {
            Ok(taken) => {
                tracing::info!(by = taken.by, actions = taken.actions, "the test notification was taken");
                "taken"
            }
            Err(NotifyError::NoServer) => "no_server",
            Err(NotifyError::Refused) => "refused",
            Err(NotifyError::TimedOut) => "timed_out",
        };
        let at = self.ports.clock.now();
        Ok(self.ports.store.save_memo(TEST, &format!("{word} {at}"))?)
    }

    /// How the last test notification went.
    pub(crate) fn last_test(&self) -> Result<Option<TestView>, IpcError> {
        Ok(self.ports.store.memo(TEST)?.as_deref().and_then(read_test))
    }
}

fn read_test(text: &str) -> Option<TestView> {
    let (word, at) = text.split_once(' ')?;
    let at: Timestamp = at.parse().ok()?;
    let result = match word {
        "taken" => TestResult::Taken,
        "no_server" => TestResult::NoServer,
        "refused" => TestResult::Refused,
        "timed_out" => TestResult::TimedOut,
        _ => return None,
    };
    Some(TestView { at: at.to_string(), result })
}
