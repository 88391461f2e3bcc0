//! Newer versions of the app.

use tauri::command;

use super::{Answer, Shell};
use crate::ipc::views::UpdateView;

/// What is known of updates.
#[command]
#[specta::specta]
pub(crate) fn update_state(app: Shell<'_>) -> Answer<UpdateView> {
    app.update_view()
}

/// Looks for a newer version now, and returns when it is fetched or there is none.
#[command]
#[specta::specta]
pub(crate) async fn look_for_update(app: Shell<'_>) -> Answer<UpdateView> {
    app.look_for_update_now().await;
    app.update_view()
}

/// Lets the app look for newer versions by itself, or only when it is asked to.
#[command]
#[specta::specta]
pub(crate) fn set_update_looks(app: Shell<'_>, by_itself: bool) -> Answer<UpdateView> {
    app.let_look_for_updates(by_itself)?;
    app.update_view()
}

/// Installs what waits and starts as the new version. Refused while something is under way.
#[command]
#[specta::specta]
pub(crate) async fn install_update(app: Shell<'_>) -> Answer<UpdateView> {
    app.install_update().await?;
    app.update_view()
}

/// Opens the page of the releases in the browser.
#[command]
#[specta::specta]
pub(crate) fn open_releases(app: Shell<'_>) -> Answer<()> {
    app.open_releases()
}
