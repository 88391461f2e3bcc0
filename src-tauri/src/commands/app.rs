//! The app as a whole: state, language, look.

use tauri::command;

use super::{Answer, Shell};
use crate::ipc::requests::{SetLocaleRequest, SetThemeRequest};
use crate::ipc::views::AppView;

/// Everything the window needs beside the list.
#[command]
#[specta::specta]
pub(crate) fn app_state(app: Shell<'_>) -> Answer<AppView> {
    app.view()
}

/// Changes the language of window, dialogs and notifications.
#[command]
#[specta::specta]
pub(crate) fn set_locale(app: Shell<'_>, request: SetLocaleRequest) -> Answer<AppView> {
    let mut settings = app.ports.store.settings()?;
    settings.locale = Some(request.locale.into());
    app.ports.store.save_settings(&settings)?;
    app.tell();
    app.view()
}

/// Changes the look.
#[command]
#[specta::specta]
pub(crate) fn set_theme(app: Shell<'_>, request: SetThemeRequest) -> Answer<AppView> {
    let mut settings = app.ports.store.settings()?;
    settings.theme = request.theme.into();
    app.ports.store.save_settings(&settings)?;
    app.tell();
    app.view()
}

/// The window went where a notification or the tray led.
#[command]
#[specta::specta]
pub(crate) fn arrived(app: Shell<'_>) {
    app.arrived();
}

/// Ends the app, as soon as nothing would be lost with it.
#[command]
#[specta::specta]
pub(crate) fn quit(app: Shell<'_>) {
    app.quit();
}
