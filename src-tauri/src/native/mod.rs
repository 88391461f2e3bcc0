//! What differs from system to system: one folder an ability, one file a system where they differ.

pub(crate) mod alert;
#[cfg_attr(not(test), expect(dead_code, reason = "wired by the scheduler"))]
pub(crate) mod autostart;
#[cfg_attr(not(test), expect(dead_code, reason = "wired by the scheduler"))]
pub(crate) mod awake;
pub(crate) mod clipboard;
pub(crate) mod clock;
pub(crate) mod confirm;
pub(crate) mod hardening;
#[expect(dead_code, reason = "wired by the scheduler")]
pub(crate) mod notify;
pub(crate) mod page;
pub(crate) mod session_lock;
pub(crate) mod texts;
#[expect(dead_code, reason = "wired by the scheduler")]
pub(crate) mod tray;
#[expect(dead_code, reason = "wired by the scheduler")]
pub(crate) mod wakeups;
pub(crate) mod windows;
