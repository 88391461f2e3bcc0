//! One regenerate, as the window follows it.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use miftah_core::keys::KeyId;

use crate::app::{App, lock};
use crate::ipc::events::RegenerateChanged;
use crate::ipc::views::{CancelledWhy, RegenerateEvent, RegenerateState};

/// A regenerate under way, or the last one shown.
pub(crate) struct Operation {
    pub(crate) key: KeyId,
    /// "This key leaked".
    pub(crate) leaked: bool,
    id: String,
    state: Mutex<RegenerateState>,
    /// Why a countdown should stop, once somebody said so.
    cancelled: Mutex<Option<CancelledWhy>>,
    /// When the page last showed a sign of life, on the clock's uptime.
    pub(super) heartbeat: Mutex<Duration>,
}

impl Operation {
    /// A new operation on a key.
    pub(crate) fn new(key: KeyId, leaked: bool) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        Self {
            key,
            leaked,
            id: NEXT.fetch_add(1, Ordering::Relaxed).to_string(),
            state: Mutex::new(RegenerateState::Preparing),
            cancelled: Mutex::new(None),
            heartbeat: Mutex::new(Duration::ZERO),
        }
    }

    /// What the window is shown.
    pub(crate) fn view(&self) -> RegenerateEvent {
        RegenerateEvent {
            operation: self.id.clone(),
            key_id: self.key.as_str().to_owned(),
            leaked: self.leaked,
            state: lock(&self.state).clone(),
        }
    }

    /// Whether this is the operation that the window means.
    pub(crate) fn is(&self, operation: &str) -> bool {
        self.id == operation
    }

    /// Whether nothing more will happen by itself. The check of a new key goes on after that.
    pub(crate) fn is_over(&self) -> bool {
        lock(&self.state).is_over()
    }

    /// Whether the request is on its way: the app must not end now.
    pub(crate) fn is_sending(&self) -> bool {
        matches!(*lock(&self.state), RegenerateState::Sending)
    }

    /// Goes to a state and tells the window.
    pub(crate) fn go(&self, app: &App, state: RegenerateState) {
        *lock(&self.state) = state;
        app.emit(&RegenerateChanged(self.view()));
    }

    /// The page is alive.
    pub(crate) fn beat(&self, uptime: Duration) {
        *lock(&self.heartbeat) = uptime;
    }

    /// Stops the countdown. Has no effect once the request is on its way.
    pub(crate) fn cancel(&self, why: CancelledWhy) {
        lock(&self.cancelled).get_or_insert(why);
    }

    /// The last moment to stop: from here on the request is on its way.
    pub(super) fn begin_sending(&self, app: &App) -> Result<(), CancelledWhy> {
        {
            // Both locks: a cancel either is seen here or finds the request on its way.
            let mut state = lock(&self.state);
            if let Some(why) = *lock(&self.cancelled) {
                return Err(why);
            }
            *state = RegenerateState::Sending;
        }
        app.emit(&RegenerateChanged(self.view()));
        Ok(())
    }

    pub(super) fn why_cancelled(&self) -> Option<CancelledWhy> {
        *lock(&self.cancelled)
    }
}
