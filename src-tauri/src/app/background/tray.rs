//! What the tray shows.

use jiff::tz::TimeZone;
use miftah_core::keys::{KnownKey, list_known};
use miftah_core::reminders::Manners;
use miftah_core::settings::{Access, Locale, Settings};

use crate::app::{App, lock, telling};
use crate::ipc::errors::IpcError;
use crate::ipc::shown;
use crate::native::texts::{self, Texts};
use crate::native::tray::{TrayIcon, TrayLabels, TrayView};
use crate::native::windows;
use tauri::Manager;

/// The tray offers no more keys to copy than this.
const FAVOURITES: usize = 8;

impl App {
    /// Shows in the tray what is true now.
    pub(crate) fn follow_in_tray(&self) {
        let view = match self.tray_view() {
            Ok(Some(view)) => view,
            // Nobody is signed in, or the app goes with its window.
            Ok(None) => {
                if lock(&self.background.in_tray).take().is_some() {
                    self.background.tray().remove();
                }
                return;
            }
            Err(error) => return tracing::warn!(?error, "the tray could not be followed"),
        };
        let mut before = lock(&self.background.in_tray);
        if before.as_ref() != Some(&view) {
            *before = Some(view.clone());
            self.background.tray().show(view);
        }
    }

    fn tray_view(&self) -> Result<Option<TrayView>, IpcError> {
        let settings = self.ports.store.settings()?;
        if settings.access == Access::SignedOut || !settings.reminding.background {
            return Ok(None);
        }
        let texts = texts::of(self.locale());
        let keys = self.keys_in_inbox();
        let old = self.all_old()?;
        let checked = self.checked_at()?;
        let state_line = match checked {
            None => texts.text("tray-never", &[]),
            Some(at) if old => {
                let day = at.to_zoned(TimeZone::system()).weekday().to_monday_one_offset();
                let day = texts.text(&format!("weekday-{day}"), &[]);
                texts.text("tray-old", &[("day", day.into())])
            }
            Some(_) => {
                let state = texts.text("tray-state", &[("n", i64::from(keys).into())]);
                match self.worst(texts, &settings.reminding.manners) {
                    Some(worst) => format!("{state}. {worst}"),
                    None => state,
                }
            }
        };
        let icon = match (checked, keys) {
            (None, _) => TrayIcon::Hollow,
            _ if old => TrayIcon::Hollow,
            (_, 0) => TrayIcon::Plain,
            _ => TrayIcon::Dot,
        };
        let clear = self.clipboard.current().map(|lease| {
            // To the next ten seconds: a menu that changes each second cannot be read.
            let seconds = i64::try_from(lease.remaining.as_secs().div_ceil(10) * 10).unwrap_or(0);
            texts.text("tray-clear", &[("n", seconds.into())])
        });
        Ok(Some(TrayView {
            icon,
            state_line,
            favourites: self.favourites(&settings, texts)?,
            clear,
            labels: TrayLabels {
                check_now: texts.text("tray-check", &[]),
                open: texts.text("tray-open", &[]),
                quit: texts.text("tray-quit", &[]),
            },
            rtl: self.locale() == Locale::Ar,
        }))
    }

    /// What matters most now, in words.
    fn worst(&self, texts: &Texts, manners: &Manners) -> Option<String> {
        let inbox = lock(&self.background.inbox);
        let first = inbox.as_ref()?.fresh().next()?;
        Some(telling::line(texts, first, manners))
    }

    fn favourites(&self, settings: &Settings, texts: &Texts) -> Result<Vec<(String, String)>, IpcError> {
        let remarks = self.ports.store.all_remarks()?;
        let favourite = |known: &KnownKey| {
            known.held.is_some()
                && remarks.iter().any(|remark| {
                    remark.favourite && remark.account == known.account && remark.key == known.key.id
                })
        };
        let keys = list_known(&self.ports, &settings.access)?.keys;
        let entry = |known: &KnownKey| {
            let label = texts.text("tray-copy", &[("name", shown(known.name()).into())]);
            (known.key.id.as_str().to_owned(), label)
        };
        Ok(keys.iter().filter(|known| favourite(known)).take(FAVOURITES).map(entry).collect())
    }

    /// The number on the dock or the taskbar, where the system has one.
    pub(super) fn badge(&self, waiting: u32) {
        if let Some(window) = self.handle.get_webview_window(windows::MAIN)
            && let Err(error) = window.set_badge_count((waiting > 0).then_some(i64::from(waiting)))
        {
            tracing::debug!(%error, "the badge was not set");
        }
    }
}
