//! The system's clipboard: a key is *lent* to it for a limited time and taken off again.
//!
//! [`SystemClipboard`] is the port's adapter; [`lease`] keeps one key there until its deadline; [`board`] is
//! what all systems share of reading and clearing; the system's own part (`linux`, `windows`, `macos`) puts a
//! text there and takes it off if it is still ours.
//!
//! Not here: what is shown. The window and the tray learn of each change by a [`ClipboardEvent`] and ask
//! [`SystemClipboard::current`]. No text ever goes there.
//!
//! **What remains.** At the deadline Miftah looks whether the text is still its own and then clears: two
//! steps that arboard cannot join. A copy made between them is lost: tens of microseconds on X11, a round trip
//! to the compositor on Wayland. (X11 could close this gap: a clearing that carries the time of our own copy is
//! ignored by the server after a later one. arboard always says "now".)
//! A program that keeps what it pasted, a history that ignores the mark and the display server's own memory
//! are out of reach. Where Wayland has no data control (GNOME), arboard goes through `XWayland`, and reading our
//! own text back does not prove that Wayland programs can paste it. On Windows and macOS the text outlives a
//! crash of Miftah; on Linux it does not.

mod board;
mod lease;
#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(not(target_os = "linux"))]
mod passive;
#[cfg(target_os = "windows")]
mod windows;

#[cfg(target_os = "linux")]
use linux as system;
#[cfg(not(target_os = "linux"))]
use passive as system;

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use async_trait::async_trait;
use miftah_core::ports::{Clipboard, ClipboardError, Clock, CopiedKey};
use miftah_core::secret::Secret;
use tokio::sync::oneshot;

use self::lease::{Lease, Over};

/// How long [`SystemClipboard::shutdown`] waits: the quit must not hang on a display server that does.
const QUIT_LIMIT: Duration = Duration::from_secs(1);

/// How long a read may take. The program that holds the text may be stopped in a debugger.
const READ_LIMIT: Duration = Duration::from_secs(3);

/// A change of the key on the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ClipboardEvent {
    /// A key is on the clipboard now; one that was there before is not any more.
    Offered(OnClipboard),
    /// It stays longer.
    Extended(OnClipboard),
    /// It is not there any more.
    Gone {
        /// How it went.
        why: Gone,
    },
    /// Its time is over and it could not be taken off. Tried again each second; [`ClipboardEvent::Gone`]
    /// follows when that works.
    NotCleared,
}

/// How a key left the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gone {
    /// Miftah took it off.
    Cleared,
    /// Somebody copied something else, or cleared the clipboard.
    Replaced,
}

/// A key on the clipboard and its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OnClipboard {
    /// Which key.
    pub(crate) what: CopiedKey,
    /// How long it still stays.
    pub(crate) remaining: Duration,
    /// How long it stays altogether, extensions included.
    pub(crate) total: Duration,
}

/// The clipboard of this desktop. Opens a connection only for as long as a call or a lease needs it.
pub(crate) struct SystemClipboard {
    desk: Arc<Desk>,
}

impl SystemClipboard {
    /// Nothing is opened yet. No key stays longer than `longest`, however often it is extended. `on_change`
    /// is called on a thread of the clipboard's own and may call back here, but must not wait for
    /// [`SystemClipboard::shutdown`].
    pub(crate) fn new(
        clock: Arc<dyn Clock>,
        longest: Duration,
        on_change: impl Fn(ClipboardEvent) + Send + Sync + 'static,
    ) -> Self {
        let desk = Desk {
            clock,
            longest,
            on_change: Box::new(on_change),
            board: Mutex::new(()),
            telling: Mutex::new(()),
            slot: Mutex::new(Slot { lease: None, threads: 0, closed: false }),
            idle: Condvar::new(),
        };
        Self { desk: Arc::new(desk) }
    }

    /// The key that is on the clipboard now.
    pub(crate) fn current(&self) -> Option<OnClipboard> {
        self.desk.lease().map(|lease| lease.view(self.desk.clock.uptime()))
    }

    /// Lets the key stay longer, up to the longest time. `None` if there is none or its time is over.
    pub(crate) fn extend(&self, by: Duration) -> Option<OnClipboard> {
        self.desk.lease()?.extend(by, self.desk.longest, self.desk.clock.uptime())
    }

    /// Takes the key off now. Returns at once; [`ClipboardEvent::Gone`] follows.
    pub(crate) fn clear_now(&self) {
        if let Some(lease) = self.desk.lease() {
            lease.order_clear();
        }
    }

    /// Compares the deadline with the clock now and not at the next second: for a resume after sleep.
    pub(crate) fn check_now(&self) {
        if let Some(lease) = self.desk.lease() {
            lease.wake();
        }
    }

    /// Takes the key off if it is still ours and ends all threads; nothing can be offered afterwards.
    /// Returns within a second, `false` if the clipboard did not answer in that time.
    pub(crate) fn shutdown(&self) -> bool {
        self.desk.close();
        self.clear_now();
        let slot = self.desk.slot();
        let (slot, _) = self
            .desk
            .idle
            .wait_timeout_while(slot, QUIT_LIMIT, |slot| slot.threads > 0)
            .unwrap_or_else(PoisonError::into_inner);
        slot.threads == 0
    }
}

impl Drop for SystemClipboard {
    fn drop(&mut self) {
        self.shutdown();
    }
}

#[async_trait]
impl Clipboard for SystemClipboard {
    async fn offer(&self, what: CopiedKey, secret: &Secret, lasting: Duration) -> Result<(), ClipboardError> {
        let (taken, answer) = oneshot::channel();
        let desk = Arc::clone(&self.desk);
        let lease = Lease::new(what, secret.duplicate(), lasting.min(desk.longest));
        let present = Desk::enter(&desk)?;
        thread::Builder::new()
            .name("clipboard-lease".into())
            .spawn(move || {
                lease::keep(&desk, &lease, taken);
                drop(present);
            })
            .map_err(|_| ClipboardError::Unavailable)?;
        // The lease's thread ended without an answer only if it panicked.
        answer.await.unwrap_or(Err(ClipboardError::Unavailable))
    }

    async fn take(&self) -> Result<Secret, ClipboardError> {
        on_a_thread(|| board::read(READ_LIMIT)).await
    }

    async fn clear_if(&self, secret: &Secret) -> Result<bool, ClipboardError> {
        let desk = Arc::clone(&self.desk);
        let secret = secret.duplicate();
        on_a_thread(move || desk.clear_if(secret)).await
    }
}

/// Runs what blocks on a thread of its own: the clipboard works whatever runtime the app has.
async fn on_a_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ClipboardError> + Send + 'static,
) -> Result<T, ClipboardError> {
    let (done, result) = oneshot::channel();
    thread::Builder::new()
        .name("clipboard".into())
        .spawn(move || drop(done.send(work())))
        .map_err(|_| ClipboardError::Unavailable)?;
    result.await.unwrap_or(Err(ClipboardError::Unavailable))
}

/// What the clipboard's threads share.
struct Desk {
    clock: Arc<dyn Clock>,
    longest: Duration,
    on_change: Box<dyn Fn(ClipboardEvent) + Send + Sync>,
    /// Held around each write of the system's clipboard, and around "look whether it is ours, then clear".
    /// So a lease never clears what a newer one has just put there.
    board: Mutex<()>,
    /// Held while an event is told: they come in order.
    telling: Mutex<()>,
    slot: Mutex<Slot>,
    /// Notified when a lease's thread has ended.
    idle: Condvar,
}

struct Slot {
    lease: Option<Arc<Lease>>,
    threads: usize,
    closed: bool,
}

/// A lease's thread; counted for as long as this lives.
struct Present(Arc<Desk>);

impl Drop for Present {
    fn drop(&mut self) {
        self.0.slot().threads -= 1;
        self.0.idle.notify_all();
    }
}

impl Desk {
    fn slot(&self) -> MutexGuard<'_, Slot> {
        lock(&self.slot)
    }

    fn lease(&self) -> Option<Arc<Lease>> {
        self.slot().lease.clone()
    }

    fn enter(desk: &Arc<Self>) -> Result<Present, ClipboardError> {
        let mut slot = desk.slot();
        if slot.closed {
            return Err(ClipboardError::Unavailable);
        }
        slot.threads += 1;
        Ok(Present(Arc::clone(desk)))
    }

    fn close(&self) {
        self.slot().closed = true;
    }

    fn closed(&self) -> bool {
        self.slot().closed
    }

    /// Puts a lease in force. The one before learns that its text was replaced by ours.
    fn install(&self, lease: &Arc<Lease>) {
        if let Some(before) = self.slot().lease.replace(Arc::clone(lease)) {
            before.supersede();
        }
    }

    /// Tells of a lease, unless a newer one is in force. An end is told once the slot is empty.
    fn tell(&self, lease: &Arc<Lease>, event: ClipboardEvent) {
        let _in_order = lock(&self.telling);
        {
            let mut slot = self.slot();
            if !slot.lease.as_ref().is_some_and(|now| Arc::ptr_eq(now, lease)) {
                return;
            }
            if matches!(event, ClipboardEvent::Gone { .. }) {
                slot.lease = None;
            }
        }
        (self.on_change)(event);
    }

    fn clear_if(&self, secret: Secret) -> Result<bool, ClipboardError> {
        if let Some(lease) = self.lease()
            && lease.holds(&secret)
        {
            lease.order_clear();
            return lease.wait_until_over(READ_LIMIT).map(|over| over == Over::Gone(Gone::Cleared));
        }
        let secret = Arc::new(secret);
        let _only_writer = lock(&self.board);
        if !board::clear_if_same(&secret, READ_LIMIT)? {
            return Ok(false);
        }
        // Also waits until the system has done it.
        match board::read(READ_LIMIT) {
            Ok(text) if text.same_as(&secret) => Err(ClipboardError::Unavailable),
            Ok(_) | Err(_) => Ok(true),
        }
    }
}

/// No state here can be left half-changed by a panic.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests;
