//! One key on the clipboard, from the moment the system has taken it to the moment it is gone.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use miftah_core::ports::{ClipboardError, Clock, CopiedKey};
use miftah_core::secret::Secret;
use tokio::sync::oneshot;

use super::system::{Placed, TakenOff, put};
use super::{ClipboardEvent, Desk, Gone, OnClipboard, lock};

/// The longest wait between two looks at the clock. A condition variable sleeps through the sleep of the
/// computer, the clock does not: after a resume past the deadline the text is off within this time.
const TICK: Duration = Duration::from_secs(1);

/// A key lent to the clipboard, as seen by all threads.
pub(super) struct Lease {
    what: CopiedKey,
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    /// Taken away at the end; until then for [`Lease::holds`].
    secret: Option<Arc<Secret>>,
    began: Duration,
    total: Duration,
    extended: bool,
    order: Option<Order>,
    /// The system has said that the text is not ours any more.
    left: bool,
    over: Option<Over>,
}

/// What somebody wants of a lease. The greater one counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Order {
    /// Take the text off now.
    Clear,
    /// A newer lease is in force.
    GiveWay,
}

/// How a lease ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Over {
    /// Its text is gone.
    Gone(Gone),
    /// A newer lease took its place.
    Superseded,
    /// Its text was never taken, or is there still.
    Failed,
}

/// What the lease's thread has to do next.
enum Turn {
    Superseded,
    Left,
    Due,
    Extended,
}

impl Lease {
    pub(super) fn new(what: CopiedKey, secret: Secret, lasting: Duration) -> Arc<Self> {
        let state = State {
            secret: Some(Arc::new(secret)),
            began: Duration::ZERO,
            total: lasting,
            extended: false,
            order: None,
            left: false,
            over: None,
        };
        Arc::new(Self { what, state: Mutex::new(state), changed: Condvar::new() })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state());
        self.changed.notify_all();
    }

    pub(super) fn view(&self, now: Duration) -> OnClipboard {
        view(&self.what, &self.state(), now)
    }

    pub(super) fn extend(&self, by: Duration, longest: Duration, now: Duration) -> Option<OnClipboard> {
        let mut state = self.state();
        if state.order.is_some() || state.left || state.remaining(now).is_zero() {
            return None;
        }
        state.total = state.total.saturating_add(by).min(longest);
        state.extended = true;
        self.changed.notify_all();
        Some(view(&self.what, &state, now))
    }

    pub(super) fn order_clear(&self) {
        self.change(|state| state.order = state.order.max(Some(Order::Clear)));
    }

    pub(super) fn supersede(&self) {
        self.change(|state| state.order = Some(Order::GiveWay));
    }

    /// Called by the system's part when the text is not ours any more, for whatever reason.
    #[cfg(target_os = "linux")]
    pub(super) fn leave(&self) {
        self.change(|state| state.left = true);
    }

    pub(super) fn wake(&self) {
        self.change(|_| {});
    }

    pub(super) fn holds(&self, secret: &Secret) -> bool {
        self.state().secret.as_ref().is_some_and(|held| held.same_as(secret))
    }

    #[cfg(target_os = "linux")]
    pub(super) fn has_left(&self) -> bool {
        self.state().left
    }

    /// Waits until the text is not ours any more. Returns whether that came to pass.
    pub(super) fn wait_until_left(&self, limit: Duration) -> bool {
        self.wait_while(limit, |state| !state.left).left
    }

    pub(super) fn wait_until_over(&self, limit: Duration) -> Result<Over, ClipboardError> {
        self.wait_while(limit, |state| state.over.is_none()).over.ok_or(ClipboardError::Unavailable)
    }

    fn wait_while(&self, limit: Duration, wait: impl FnMut(&mut State) -> bool) -> MutexGuard<'_, State> {
        let (state, _) = self
            .changed
            .wait_timeout_while(self.state(), limit, wait)
            .unwrap_or_else(PoisonError::into_inner);
        state
    }

    fn begin(&self, now: Duration) {
        self.change(|state| state.began = now);
    }

    /// Waits for the next thing to do.
    fn next_turn(&self, clock: &dyn Clock) -> Turn {
        let mut state = self.state();
        loop {
            let remaining = state.remaining(clock.uptime());
            if state.superseded() {
                return Turn::Superseded;
            } else if state.left {
                return Turn::Left;
            } else if state.order == Some(Order::Clear) || remaining.is_zero() {
                return Turn::Due;
            } else if state.extended {
                state.extended = false;
                return Turn::Extended;
            }
            (state, _) =
                self.changed.wait_timeout(state, remaining.min(TICK)).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn end(&self, over: Over) {
        self.change(|state| state.over = Some(over));
    }
}

impl State {
    fn superseded(&self) -> bool {
        self.order == Some(Order::GiveWay)
    }

    fn remaining(&self, now: Duration) -> Duration {
        (self.began + self.total).saturating_sub(now)
    }
}

fn view(what: &CopiedKey, state: &State, now: Duration) -> OnClipboard {
    OnClipboard { what: what.clone(), remaining: state.remaining(now), total: state.total }
}

/// The lease's thread: puts the text there, says whether that worked, keeps it until it is gone, tells.
pub(super) fn keep(desk: &Desk, lease: &Arc<Lease>, taken: oneshot::Sender<Result<(), ClipboardError>>) {
    let Some(secret) = lease.state().secret.clone() else { return };
    let placed = {
        let _only_writer = lock(&desk.board);
        let placed = put(&secret, lease, desk.lease().as_deref());
        if placed.is_ok() {
            lease.begin(desk.clock.uptime());
            // Before the board is let go, so that the lease before finds out that it was us.
            desk.install(lease);
        }
        placed
    };
    let over = match placed {
        Ok(placed) => {
            desk.tell(lease, ClipboardEvent::Offered(lease.view(desk.clock.uptime())));
            // Nobody may be waiting any more; the lease goes on all the same.
            let _ = taken.send(Ok(()));
            keep_placed(desk, lease, placed, &secret)
        }
        Err(error) => {
            let _ = taken.send(Err(error));
            Over::Failed
        }
    };
    // Wiped before anybody is told that the key is gone.
    lease.state().secret = None;
    drop(secret);
    if let Over::Gone(why) = over {
        desk.tell(lease, ClipboardEvent::Gone { why });
    }
    lease.end(over);
}

fn keep_placed(desk: &Desk, lease: &Arc<Lease>, mut placed: Placed, secret: &Arc<Secret>) -> Over {
    let mut told = false;
    loop {
        if desk.closed() {
            lease.order_clear();
        }
        match lease.next_turn(&*desk.clock) {
            Turn::Superseded => {
                placed.let_go(lease);
                return Over::Superseded;
            }
            Turn::Extended => {
                desk.tell(lease, ClipboardEvent::Extended(lease.view(desk.clock.uptime())));
            }
            Turn::Left | Turn::Due => {
                let attempt = {
                    // Who took our place may be our own next lease: it installs itself under this lock.
                    let _only_writer = lock(&desk.board);
                    if lease.state().superseded() {
                        continue;
                    }
                    placed.take_off(secret, lease)
                };
                match attempt {
                    TakenOff::Gone(why) => return Over::Gone(why),
                    TakenOff::StillThere if desk.closed() => return Over::Failed,
                    TakenOff::StillThere => {
                        if !told {
                            desk.tell(lease, ClipboardEvent::NotCleared);
                            told = true;
                        }
                        lease.wait_until_left(TICK);
                    }
                }
            }
        }
    }
}
