//! One round after another: at most a minute apart, so that a due date is never far behind the clock.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use jiff::tz::TimeZone;
use miftah_core::background::{Checked, Ended, Poke, check};
use miftah_core::reminders::{Inbox, last_digest, note_told, take_back, to_tell};
use miftah_core::session::fall_back;

use crate::app::{App, lock};
use crate::ipc::errors::IpcError;
use crate::ipc::events::{InboxChanged, RotationsChanged};

/// The longest time between two rounds.
const AT_MOST: Duration = Duration::from_mins(1);
/// A round that comes so late means that the computer slept.
const SLEPT: Duration = Duration::from_mins(2);

impl App {
    /// Runs until the app ends.
    pub(crate) async fn look_on(self: Arc<Self>) {
        self.adopt_shown().await;
        self.adopt_update().await;
        let mut before = self.ports.clock.uptime();
        loop {
            let now = self.ports.clock.uptime();
            if now.saturating_sub(before) > SLEPT {
                lock(&self.background.schedule).poke(Poke::Resumed, now);
            }
            before = now;
            self.round(now).await;
            let wait = self.until_next();
            tokio::select! {
                () = self.ports.clock.sleep(wait) => {}
                () = self.background.poke.notified() => {}
            }
        }
    }

    /// Something changed that reminders, tray or badge go by.
    pub(crate) fn look_after(&self) {
        *lock(&self.background.read) = None;
        self.background.poke.notify_one();
    }

    /// A reason to ask DHMAD earlier.
    pub(crate) fn poke(&self, why: Poke) {
        lock(&self.background.schedule).poke(why, self.ports.clock.uptime());
        self.background.poke.notify_one();
    }

    /// DHMAD just answered for the keys, to the window.
    pub(crate) fn heard(&self) {
        lock(&self.background.schedule).heard(self.ports.clock.uptime());
        self.emit(&RotationsChanged);
        self.look_after();
    }

    async fn round(self: &Arc<Self>, now: Duration) {
        let reachable = self.background.notifier().reachable().await;
        self.background.reachable.store(reachable, Ordering::Relaxed);
        if lock(&self.background.schedule).is_due(now) {
            self.check_in_background().await;
        }
        self.tend_timed_offs().await;
        if let Err(error) = self.tell_what_is_due().await {
            tracing::warn!(?error, "what is due could not be told");
        }
        self.look_for_updates(now);
        self.follow_in_tray();
        self.give_memory_back();
    }

    fn until_next(&self) -> Duration {
        let now = self.ports.clock.uptime();
        let next = lock(&self.background.schedule).next().saturating_sub(now);
        let due = [Some(next), self.until_back_on(), self.until_memory_goes(now)];
        due.into_iter().flatten().fold(AT_MOST, Duration::min).max(Duration::from_millis(100))
    }

    /// Asks DHMAD, never with a password prompt.
    async fn check_in_background(self: &Arc<Self>) {
        lock(&self.background.schedule).begin(self.ports.clock.uptime());
        // The keyring may have been opened since the start.
        self.take_up().await;
        // In guided mode the person may be at a key just now: they come first.
        let guided = self.guided.lock().await;
        let session = self.session().ok();
        let ended = match check(&self.ports, session.as_deref()).await {
            Ok(Checked { not_offered: true, .. }) => {
                if let Some(session) = &session
                    && matches!(fall_back(&self.ports, &session.account).await, Ok(true))
                {
                    self.forget_session();
                    self.tell();
                }
                Ended::Failed
            }
            Ok(Checked { ended, listing, .. }) => {
                if let Some(off) = listing.and_then(|listing| listing.clock_off) {
                    self.clock_is_off(off);
                }
                ended
            }
            Err(error) => {
                tracing::warn!(%error, "a check in the background was not remembered");
                Ended::Failed
            }
        };
        drop(guided);
        tracing::info!(?ended, "checked in the background");
        lock(&self.background.schedule).ended(ended, self.ports.clock.uptime(), jitter());
        *lock(&self.background.read) = None;
        if ended == Ended::Checked {
            self.tell_keys();
            self.emit(&RotationsChanged);
        }
    }

    /// Notifications, and the number in window and dock.
    async fn tell_what_is_due(self: &Arc<Self>) -> Result<(), IpcError> {
        let inbox = self.inbox()?;
        let waiting = u32::try_from(inbox.fresh().count()).unwrap_or(u32::MAX);
        if self.background.badge.swap(waiting, Ordering::SeqCst) != waiting {
            self.tell();
            self.badge(waiting);
            if waiting == 0 {
                // What it says is not true any more.
                self.background.notifier().close("digest").await;
            }
        }
        let before = lock(&self.background.inbox).replace(inbox.clone());
        if before.as_ref() != Some(&inbox) {
            self.emit(&InboxChanged);
        }
        // With nothing to show them, they wait: the inbox has them all the same.
        if !self.background.reachable.load(Ordering::Relaxed) {
            return Ok(());
        }
        let manners = self.ports.store.settings()?.reminding.manners;
        let ours = self.ports.clock.now();
        let tellings = to_tell(&self.ports, &inbox, &manners, &ours.to_zoned(TimeZone::system()))?;
        let before = last_digest(&self.ports)?;
        for telling in tellings {
            note_told(&self.ports, &telling, ours)?;
            if !self.show_telling(&telling, &manners).await {
                take_back(&self.ports, &telling, before)?;
            }
        }
        Ok(())
    }

    /// How many things wait in the inbox, by data that is not old, as last counted. One key may need the person twice.
    pub(crate) fn in_inbox(&self) -> u32 {
        self.background.badge.load(Ordering::SeqCst)
    }

    /// How many keys they are of.
    pub(super) fn keys_in_inbox(&self) -> u32 {
        let keys = lock(&self.background.inbox).as_ref().map_or(0, Inbox::keys);
        u32::try_from(keys).unwrap_or(u32::MAX)
    }
}

/// Between 0 and 1, so that not all computers of an office ask at once. Without randomness they do.
fn jitter() -> f64 {
    let mut byte = [0_u8; 1];
    match getrandom::fill(&mut byte) {
        Ok(()) => f64::from(byte[0]) / 255.0,
        Err(_) => 0.5,
    }
}
