//! Notifications: showing them, and remembering what each was about, so that a click finds it after a new start too.

use std::sync::Arc;

use miftah_core::keys::KeyId;
use miftah_core::reminders::{Finding, Item, Kind, Manners, Telling};
use serde::{Deserialize, Serialize};

use crate::app::{App, telling};
use crate::native::notify::{Note, NoteAction, NotifyError, Shown};
use crate::native::texts;

/// Where the store keeps what was shown.
const SHOWN: &str = "shown";
/// Older ones are forgotten: no system keeps more of them in sight.
const KEPT: usize = 20;

/// The ids of buttons.
pub(super) mod button {
    pub(crate) const OPEN: &str = "open";
    pub(crate) const ROTATE: &str = "rotate";
    pub(crate) const TOMORROW: &str = "tomorrow";
}

/// What a notification was about. Ids alone: no name, no secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Subject {
    shown: Shown,
    /// Key and kind of each thing that it told.
    about: Vec<(String, String)>,
}

impl Subject {
    /// The keys, and what was told of them.
    pub(super) fn about(&self) -> Vec<(KeyId, Kind)> {
        let read = |(key, kind): &(String, String)| Some((KeyId::parse(key).ok()?, Kind::from_word(kind)?));
        self.about.iter().filter_map(read).collect()
    }
}

impl App {
    /// Shows a summary or an urgent reminder. `false` if the system refused it: one that did not answer may still show it.
    pub(super) async fn show_telling(&self, telling: &Telling<'_>, manners: &Manners) -> bool {
        let texts = texts::of(self.locale());
        let now = self.ports.clock.now();
        let (title, body) = telling::words(texts, telling, manners, now);
        let items = telling.items();
        let action = |id: &str, text| NoteAction { id: id.to_owned(), label: texts.text(text, &[]) };
        let mut actions = vec![action(button::OPEN, "notify-open")];
        if one_key(items).is_some_and(|item| rotates(&item.reminder.finding)) {
            actions.push(action(button::ROTATE, "notify-rotate"));
        }
        actions.push(action(button::TOMORROW, "notify-tomorrow"));
        let urgent = matches!(telling, Telling::Urgent(_));
        let tag = match items.first() {
            Some(item) if urgent => format!("key:{}", item.known.key.id.as_str()),
            _ => "digest".to_owned(),
        };
        let about = items
            .iter()
            .map(|item| (item.known.key.id.as_str().to_owned(), item.reminder.kind().word().to_owned()));
        self.show_note(Note { tag, title, body, actions, urgent }, about.collect()).await
    }

    /// Shows a note about keys; a click on it opens the key where it is one alone. `false` as above.
    pub(super) async fn show_note(&self, note: Note, about: Vec<(String, String)>) -> bool {
        let tag = note.tag.clone();
        match self.background.notifier().show(note).await {
            Ok(taken) => {
                let mut all = self.shown();
                all.retain(|subject| subject.shown.tag != tag);
                all.push(Subject { shown: taken.shown, about });
                let from = all.len().saturating_sub(KEPT);
                self.remember_shown(all.get(from..).unwrap_or_default());
                true
            }
            Err(error) => {
                tracing::warn!(%error, tag, "a notification was not taken");
                error == NotifyError::TimedOut
            }
        }
    }

    /// What the notification of this tag was about.
    pub(super) fn subject(&self, tag: &str) -> Option<Subject> {
        self.shown().into_iter().find(|subject| subject.shown.tag == tag)
    }

    /// Listens for what an earlier run has shown.
    pub(super) async fn adopt_shown(self: &Arc<Self>) {
        let shown = self.shown().into_iter().map(|subject| subject.shown).collect();
        self.background.notifier().adopt(shown).await;
    }

    fn shown(&self) -> Vec<Subject> {
        let text = self.ports.store.memo(SHOWN).ok().flatten().unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    fn remember_shown(&self, shown: &[Subject]) {
        let Ok(text) = serde_json::to_string(shown) else { return };
        if let Err(error) = self.ports.store.save_memo(SHOWN, &text) {
            tracing::warn!(%error, "what was shown was not remembered");
        }
    }
}

/// The one key that these are about.
pub(super) fn one_key<'a>(items: &[&'a Item]) -> Option<&'a Item> {
    let first = items.first()?;
    let same = |item: &&&Item| item.known.key.id == first.known.key.id;
    (items.iter().filter(same).count() == items.len()).then_some(*first)
}

/// Whether replacing the key is the answer to it.
fn rotates(finding: &Finding) -> bool {
    matches!(finding, Finding::Stale { .. } | Finding::Expires { .. } | Finding::Expired { .. })
}
