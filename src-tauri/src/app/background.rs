//! What goes on while nobody looks: checks, reminders, the tray, keys that come back by themselves.

mod acts;
mod closing;
mod round;
mod shown;
mod timed_off;
mod tray;

use std::sync::atomic::{AtomicBool, AtomicU32};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use miftah_core::background::{Schedule, schedule};
use miftah_core::ports::Ports;
use miftah_core::reminders::Inbox;
use tokio::sync::Notify;

use super::inbox::Read;
use crate::ipc::views::GoTo;
use crate::native::awake::Held;
use crate::native::notify::Notifier;
use crate::native::tray::{Tray, TrayView};

/// The state of the background.
pub(crate) struct Background {
    notifier: Arc<dyn Notifier>,
    tray: Arc<dyn Tray>,
    schedule: Mutex<Schedule>,
    /// Something changed that the next round should not wait for.
    poke: Notify,
    /// What the rules go by, until something changes.
    pub(super) read: Mutex<Option<Read>>,
    /// The inbox of the last round, so that the window is told only of changes.
    inbox: Mutex<Option<Inbox>>,
    /// Where the person wants to go.
    go_to: Mutex<Option<GoTo>>,
    /// Since when no window is open, by the clock's uptime.
    closed: Mutex<Option<Duration>>,
    /// Whether a window was ever open: then its memory can be given back only by starting anew.
    opened: AtomicBool,
    /// Whether something here shows notifications, as last asked.
    reachable: AtomicBool,
    /// Keeps the computer awake for a key that is to come back.
    awake: Mutex<Option<Held>>,
    /// Keys of which the person was told that they are still off.
    told_still_off: Mutex<Vec<String>>,
    /// The person wants the app to end.
    quitting: AtomicBool,
    /// What the tray shows, so that it is told only of changes.
    in_tray: Mutex<Option<TrayView>>,
    /// How many things the window was told to wait in the inbox.
    badge: AtomicU32,
}

impl Background {
    /// Nothing runs yet.
    pub(crate) fn new(ports: &Ports, notifier: Arc<dyn Notifier>, tray: Arc<dyn Tray>) -> Self {
        let schedule = schedule(ports).unwrap_or_else(|error| {
            tracing::warn!(%error, "what was checked before is not known");
            Schedule::new(&ports.timings, ports.clock.uptime())
        });
        Self {
            notifier,
            tray,
            schedule: Mutex::new(schedule),
            poke: Notify::new(),
            read: Mutex::default(),
            inbox: Mutex::default(),
            go_to: Mutex::default(),
            closed: Mutex::default(),
            opened: AtomicBool::new(false),
            reachable: AtomicBool::new(false),
            awake: Mutex::default(),
            told_still_off: Mutex::default(),
            quitting: AtomicBool::new(false),
            in_tray: Mutex::default(),
            badge: AtomicU32::new(0),
        }
    }

    /// What shows notifications.
    pub(super) fn notifier(&self) -> &Arc<dyn Notifier> {
        &self.notifier
    }

    /// The icon in the tray.
    pub(super) fn tray(&self) -> &Arc<dyn Tray> {
        &self.tray
    }
}
