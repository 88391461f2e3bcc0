//! What the person does in the tray and with notifications.

use std::sync::Arc;

use miftah_core::background::Poke;
use miftah_core::keys::{CopyForm, KeyId, copy_as, list_known};
use miftah_core::reminders::snooze;

use super::shown::button;
use crate::app::{App, lock};
use crate::ipc::errors::IpcError;
use crate::ipc::requests::SnoozeUntil;
use crate::ipc::views::GoTo;
use crate::native::notify::NotifyEvent;
use crate::native::tray::TrayAct;
use crate::native::wakeups::Woke;
use crate::native::windows;

impl App {
    /// A click in the tray.
    pub(crate) fn tray_act(self: &Arc<Self>, act: TrayAct) {
        match act {
            TrayAct::Open(token) => self.come_forward(None, token),
            TrayAct::ClearClipboard => self.clipboard.clear_now(),
            TrayAct::CheckNow => self.poke(Poke::Asked),
            TrayAct::Quit => self.quit(),
            // The tray's word counts for what closing the window does.
            TrayAct::HostChanged(_) => self.tell(),
            TrayAct::Copy(id) => {
                let app = Arc::clone(self);
                tauri::async_runtime::spawn(async move {
                    if let Err(error) = app.copy_from_tray(&id).await {
                        tracing::info!(?error, "the tray could not copy a key");
                        // The key's page says why, and what to do.
                        app.come_forward(Some(GoTo::Key { key_id: id }), None);
                    }
                });
            }
        }
    }

    async fn copy_from_tray(self: &Arc<Self>, id: &str) -> Result<(), IpcError> {
        let _at_work = self.at_work()?;
        let id = KeyId::parse(id).map_err(|_| IpcError::field("key_id", "not_an_id"))?;
        let access = self.ports.store.settings()?.access;
        let keys = list_known(&self.ports, &access)?.keys;
        let known = keys.into_iter().find(|known| known.key.id == id);
        let known = known.ok_or_else(|| IpcError::silent(crate::ipc::errors::ErrorCode::NotFound))?;
        Ok(copy_as(&self.ports, &known, CopyForm::Bare).await?)
    }

    /// A click on a notification.
    pub(crate) fn notified(self: &Arc<Self>, event: NotifyEvent) {
        let NotifyEvent::Activated { tag, action, token } = event else { return };
        let subject = self.subject(&tag);
        let about = subject.map(|subject| subject.about()).unwrap_or_default();
        if action == button::TOMORROW {
            self.put_off_until_tomorrow(&about);
            return;
        }
        let mut keys: Vec<&KeyId> = about.iter().map(|(key, _)| key).collect();
        keys.dedup();
        let go_to = match keys.as_slice() {
            [] if tag == "digest" => Some(GoTo::Inbox),
            [] => None,
            [key] if action == button::ROTATE => Some(GoTo::Rotate { key_id: key.as_str().to_owned() }),
            [key] => Some(GoTo::Key { key_id: key.as_str().to_owned() }),
            _ => Some(GoTo::Inbox),
        };
        self.come_forward(go_to, token);
    }

    fn put_off_until_tomorrow(&self, about: &[(KeyId, miftah_core::reminders::Kind)]) {
        let put_off = || -> Result<(), IpcError> {
            let until = self.snoozed_until(&SnoozeUntil::Tomorrow)?;
            for item in &self.inbox()?.open {
                if about.contains(&(item.known.key.id.clone(), item.reminder.kind())) {
                    snooze(&self.ports, item, until)?;
                }
            }
            Ok(())
        };
        if let Err(error) = put_off() {
            tracing::warn!(?error, "reminders were not put off");
        }
        self.look_after();
    }

    /// The computer woke, or the network is back.
    pub(crate) fn woke(&self, why: Woke) {
        self.clipboard.check_now();
        self.poke(match why {
            Woke::Resumed => Poke::Resumed,
            Woke::NetworkBack => Poke::NetworkBack,
        });
    }

    /// Brings the window to front, opens it where there is none, and leads the person there.
    pub(crate) fn come_forward(self: &Arc<Self>, go_to: Option<GoTo>, token: Option<String>) {
        if go_to.is_some() {
            *lock(&self.background.go_to) = go_to;
        }
        let app = Arc::clone(self);
        let shown = self.handle.run_on_main_thread(move || {
            windows::bring_to_front(&app, token.as_deref());
            app.tell();
        });
        if let Err(error) = shown {
            tracing::warn!(%error, "the window was not brought to front");
        }
    }

    /// Where the window should go.
    pub(crate) fn going(&self) -> Option<GoTo> {
        lock(&self.background.go_to).clone()
    }

    /// The window went there.
    pub(crate) fn arrived(&self) {
        *lock(&self.background.go_to) = None;
    }
}
