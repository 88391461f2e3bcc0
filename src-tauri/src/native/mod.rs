//! What differs from system to system: one folder an ability, one file a system where they differ.

pub(crate) mod alert;
pub(crate) mod autostart;
pub(crate) mod awake;
pub(crate) mod clipboard;
pub(crate) mod clock;
pub(crate) mod confirm;
pub(crate) mod hardening;
pub(crate) mod image;
pub(crate) mod notify;
pub(crate) mod page;
pub(crate) mod painting;
pub(crate) mod restart;
pub(crate) mod session_lock;
pub(crate) mod texts;
pub(crate) mod tray;
pub(crate) mod updates;
pub(crate) mod wakeups;
pub(crate) mod windows;
