//! Windows: toasts, under the name that the installer gives to the start menu's entry.
//!
//! A click is told while this process and its copy of the toast live; what an earlier process has shown starts Miftah
//! anew, which brings its window to the front.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use windows::Data::Xml::Dom::XmlDocument;
use windows::Foundation::TypedEventHandler;
use windows::UI::Notifications::{
    NotificationSetting, ToastActivatedEventArgs, ToastDismissalReason, ToastDismissedEventArgs,
    ToastNotification, ToastNotificationManager, ToastNotifier,
};
use windows::core::{HSTRING, IInspectable, Interface, Ref, Result};

use super::words::{escaped, line, lines};
use super::{DEFAULT, Note, NoteAction, Notifier, NotifyError, NotifyEvent, OnEvent, Shown, Taken, in_time};

const APP: &str = "app.miftah.desktop";
/// Tags are told apart within a group.
const GROUP: &str = "miftah";

/// The computer's toasts.
pub(super) struct Desktop {
    patience: Duration,
    shared: Arc<Shared>,
}

struct Shared {
    on_event: OnEvent,
    kept: Mutex<HashMap<String, ToastNotification>>,
}

impl Desktop {
    pub(super) fn new(patience: Duration, on_event: OnEvent) -> Self {
        Self { patience, shared: Arc::new(Shared { on_event, kept: Mutex::default() }) }
    }

    /// Runs what may block on a thread for that.
    async fn apart<T: Send + 'static>(
        &self,
        act: impl FnOnce(&Arc<Shared>) -> Result<T> + Send + 'static,
    ) -> std::result::Result<T, NotifyError> {
        let shared = Arc::clone(&self.shared);
        let acted = tauri::async_runtime::spawn_blocking(move || act(&shared));
        let ended = async { Ok(acted.await) };
        match in_time(self.patience, ended).await? {
            Ok(Ok(done)) => Ok(done),
            Ok(Err(error)) => {
                tracing::info!(code = error.code().0, "no toast");
                Err(NotifyError::Refused)
            }
            Err(_) => Err(NotifyError::Refused),
        }
    }
}

#[async_trait]
impl Notifier for Desktop {
    async fn show(&self, note: Note) -> std::result::Result<Taken, NotifyError> {
        let tag = note.tag.clone();
        // Windows takes a toast without a word even where the person has switched ours off.
        let taken = self.apart(move |shared| Ok(allowed()? && shared.show(&note).map(|()| true)?)).await?;
        let shown = Shown { tag, id: 0, server: String::new() };
        taken.then(|| Taken { shown, by: "Windows".into(), actions: true }).ok_or(NotifyError::Refused)
    }

    async fn close(&self, tag: &str) {
        let tag = tag.to_owned();
        let closed = self.apart(move |shared| {
            shared.forget(&tag);
            let (tag, group, app) = (HSTRING::from(tag), HSTRING::from(GROUP), HSTRING::from(APP));
            ToastNotificationManager::History()?.RemoveGroupedTagWithId(&tag, &group, &app)
        });
        // It may have gone already.
        let _ = closed.await;
    }

    async fn reachable(&self) -> bool {
        self.apart(|_| allowed()).await.unwrap_or(false)
    }

    async fn adopt(&self, _shown: Vec<Shown>) {}
}

impl Shared {
    fn show(self: &Arc<Self>, note: &Note) -> Result<()> {
        let content = XmlDocument::new()?;
        content.LoadXml(&HSTRING::from(xml(note)))?;
        let toast = ToastNotification::CreateToastNotification(&content)?;
        toast.SetTag(&HSTRING::from(&note.tag))?;
        toast.SetGroup(&HSTRING::from(GROUP))?;
        let (shared, tag) = (Arc::clone(self), note.tag.clone());
        toast.Activated(&TypedEventHandler::new(
            move |_: Ref<'_, ToastNotification>, clicked: Ref<'_, IInspectable>| {
                let action = clicked
                    .as_ref()
                    .and_then(|clicked| clicked.cast::<ToastActivatedEventArgs>().ok()?.Arguments().ok())
                    .map(|action| action.to_string());
                let action = action.filter(|action| !action.is_empty()).unwrap_or_else(|| DEFAULT.into());
                shared.forget(&tag);
                (shared.on_event)(NotifyEvent::Activated { tag: tag.clone(), action, token: None });
                Ok(())
            },
        ))?;
        let (shared, tag) = (Arc::clone(self), note.tag.clone());
        toast.Dismissed(&TypedEventHandler::new(
            move |_: Ref<'_, ToastNotification>, gone: Ref<'_, ToastDismissedEventArgs>| {
                let why = gone.as_ref().and_then(|gone| gone.Reason().ok());
                // One whose time is over is in the notification centre still.
                if why == Some(ToastDismissalReason::UserCanceled) {
                    shared.forget(&tag);
                    (shared.on_event)(NotifyEvent::Dismissed { tag: tag.clone() });
                }
                Ok(())
            },
        ))?;
        notifier()?.Show(&toast)?;
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).insert(note.tag.clone(), toast);
        Ok(())
    }

    fn forget(&self, tag: &str) {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).remove(tag);
    }
}

fn notifier() -> Result<ToastNotifier> {
    ToastNotificationManager::CreateToastNotifierWithId(&HSTRING::from(APP))
}

fn allowed() -> Result<bool> {
    Ok(notifier()?.Setting()? == NotificationSetting::Enabled)
}

/// A toast's content. An urgent one stays until the person has seen to it.
fn xml(note: &Note) -> String {
    let scenario = if note.urgent { " scenario=\"reminder\"" } else { "" };
    let (title, body) = (escaped(&line(&note.title)), escaped(&lines(&note.body)));
    let button = |action: &NoteAction| {
        let (id, label) = (escaped(&action.id), escaped(&line(&action.label)));
        format!("<action content=\"{label}\" arguments=\"{id}\"/>")
    };
    let buttons: String = note.actions.iter().map(button).collect();
    format!(
        "<toast launch=\"{DEFAULT}\"{scenario}><visual><binding template=\"ToastGeneric\">\
         <text>{title}</text><text>{body}</text></binding></visual><actions>{buttons}</actions></toast>"
    )
}
