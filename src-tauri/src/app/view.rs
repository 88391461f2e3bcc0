//! The app as the windows see it.

use std::sync::atomic::Ordering;

use miftah_core::ports;
use miftah_core::settings::{self, Locale, Settings};

use super::{App, lock};
use crate::ipc::errors::IpcError;
use crate::ipc::shown;
use crate::ipc::views::{
    Access, AccountView, AppView, ClipboardView, GuidedBecause, KeychainState, KeychainView,
};

impl App {
    /// The state of everything beside the list.
    pub(crate) fn view(&self) -> Result<AppView, IpcError> {
        let settings = self.ports.store.settings()?;
        Ok(AppView {
            locale: language(&settings).into(),
            theme: settings.theme.into(),
            access: match settings.access {
                settings::Access::SignedOut => Access::SignedOut,
                settings::Access::Full(_) => Access::Full,
                settings::Access::Guided { .. } => Access::Guided,
            },
            account: self.account(&settings)?,
            keychain: lock(&self.keychain).clone(),
            clipboard: self.clipboard_view(),
            clipboard_not_cleared: self.clipboard_not_cleared.load(Ordering::Relaxed),
            operation: lock(&self.operation).as_ref().map(|operation| operation.view()),
            guided_because: match settings.access {
                settings::Access::Guided { because } => Some(match because {
                    settings::GuidedBecause::Chosen => GuidedBecause::Chosen,
                    settings::GuidedBecause::NotOffered => GuidedBecause::NotOffered,
                }),
                _ => None,
            },
            rotations: self.rotation_count(),
            taken_waiting: lock(&self.waiting_key).as_ref().map(|(_, view)| view.clone()),
            inbox: self.in_inbox(),
            stays: self.stays(),
            go_to: self.going(),
            demo: cfg!(feature = "demo"),
        })
    }

    /// The language of everything that Rust draws.
    pub(crate) fn locale(&self) -> Locale {
        self.ports.store.settings().map_or(Locale::En, |settings| language(&settings))
    }

    /// Looks at the keychain, without ever raising a prompt, and tells the windows.
    pub(crate) async fn look_at_keychain(&self) -> KeychainView {
        let (state, name) = match self.ports.keychain.state().await {
            ports::KeychainState::Ready { name } => (KeychainState::Ready, name),
            ports::KeychainState::Locked { name } => (KeychainState::Locked, name),
            ports::KeychainState::Unavailable => (KeychainState::Unavailable, None),
        };
        let view = KeychainView { state, name };
        let before = std::mem::replace(&mut *lock(&self.keychain), view.clone());
        if before != view {
            self.tell();
        }
        view
    }

    /// How the keychain stood when it was last looked at.
    pub(crate) fn keychain_state(&self) -> KeychainState {
        lock(&self.keychain).state
    }

    /// What the keychain is called, as last seen.
    pub(crate) fn keychain_name(&self) -> Option<String> {
        lock(&self.keychain).name.clone()
    }

    fn account(&self, settings: &Settings) -> Result<Option<AccountView>, IpcError> {
        let settings::Access::Full(id) = &settings.access else { return Ok(None) };
        Ok(self.ports.store.accounts()?.into_iter().find(|account| account.id == *id).map(Into::into))
    }

    fn clipboard_view(&self) -> Option<ClipboardView> {
        let lease = self.clipboard.current()?;
        let seconds = |time: std::time::Duration| u32::try_from(time.as_millis().div_ceil(1000)).unwrap_or(0);
        Some(ClipboardView {
            key_id: lease.what.id.as_str().to_owned(),
            name: shown(&lease.what.name),
            environment: lease.what.environment.into(),
            remaining_seconds: seconds(lease.remaining),
            total_seconds: seconds(lease.total),
        })
    }
}

fn language(settings: &Settings) -> Locale {
    settings.locale.unwrap_or_else(|| Locale::from_system(&sys_locale::get_locale().unwrap_or_default()))
}
