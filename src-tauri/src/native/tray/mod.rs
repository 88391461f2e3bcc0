//! The icon in the tray: a state, a menu, and what the person does with it.
//!
//! Not here: what is shown and when; nor what becomes of the window where no tray is there ([`Tray::present`]).

#[cfg(target_os = "linux")]
mod host;
#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "elsewhere.rs")]
mod system;
#[cfg(all(test, target_os = "linux"))]
mod tests;

use std::sync::Arc;

/// What the tray shows. Plain text in the person's language; a key's name is in it, never a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TrayView {
    pub(crate) icon: TrayIcon,
    /// "2 keys need you": the first line of the menu, and what the pointer is told over the icon.
    pub(crate) state_line: String,
    /// A key's id and its entry, such as "Copy Production shop".
    pub(crate) favourites: Vec<(String, String)>,
    /// "Clear the clipboard (24 s)", while a key is there.
    pub(crate) clear: Option<String>,
    pub(crate) labels: TrayLabels,
    /// Whether the language is written from right to left.
    pub(crate) rtl: bool,
}

/// The icon's states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TrayIcon {
    /// All is well.
    Plain,
    /// Something needs the person.
    Dot,
    /// Not checked.
    Hollow,
}

/// The entries that are always there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TrayLabels {
    pub(crate) check_now: String,
    pub(crate) open: String,
    pub(crate) quit: String,
}

/// What the person did, or the desktop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TrayAct {
    /// A click on the icon, or *Open Miftah*; with the token that lets a window come to the front on Wayland.
    Open(Option<String>),
    /// Copy the key with this id.
    Copy(String),
    ClearClipboard,
    CheckNow,
    Quit,
    /// A place for trays came, or went: [`Tray::present`] changed.
    HostChanged(bool),
}

/// The icon of this process. It is shown with the first view.
pub(crate) trait Tray: Send + Sync {
    /// Shows this from now on, or as soon as there is a place for it.
    fn show(&self, view: TrayView);

    /// Whether the desktop has a place for trays right now: without one, nobody can reach the icon. `false` until the
    /// desktop has answered, which is told as [`TrayAct::HostChanged`].
    fn present(&self) -> bool;

    /// Takes the icon away.
    fn remove(&self);
}

/// The tray of this desktop. `on_act` must not block; it may be called on any thread.
pub(crate) fn system(
    app: &tauri::AppHandle,
    on_act: impl Fn(TrayAct) + Send + Sync + 'static,
) -> Arc<dyn Tray> {
    Arc::new(system::Desktop::new(app, Arc::new(on_act)))
}

/// Who is told of acts.
type OnAct = Arc<dyn Fn(TrayAct) + Send + Sync>;
