//! X11 and Wayland: the clipboard is our own memory, served by a thread that waits until it is not ours.
//!
//! The text is put there by `set().wait()`: the call returns when the text was replaced or cleared, by
//! whomever. Until it has returned the text is ours. It is put there once; to put it there again, for a
//! longer time or to look at a clock in between, could take the clipboard back from somebody else. (Both
//! display servers serve a text only for as long as its program lives, so a crash clears it.)

use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use arboard::SetExtLinux;
use miftah_core::ports::ClipboardError;
use miftah_core::secret::Secret;

use super::Gone;
use super::board::{self, Handle};
use super::lease::Lease;

/// Pauses before the looks whether the text has arrived: the first and, doubled each time, the longest; and how many
/// looks. A person waits for the first.
const FIRST_PAUSE: Duration = Duration::from_millis(1);
const LONGEST_PAUSE: Duration = Duration::from_millis(10);
const ARRIVAL_LOOKS: u32 = 54;

/// How long one look may take; how many may take longer before the clipboard is called unavailable.
const LOOK_LIMIT: Duration = Duration::from_millis(400);
const SLOW_LOOKS: u32 = 3;

/// How long the display server may take to tell our own thread that the text was cleared.
const LEAVE_LIMIT: Duration = Duration::from_millis(400);

/// A text on the clipboard.
pub(super) struct Placed {
    /// Serves the text; ends, and gives its handle back, when the text is not ours any more.
    server: Option<JoinHandle<Handle>>,
    /// Clears. Never waits.
    witness: Handle,
}

/// What became of an attempt to take the text off.
pub(super) enum TakenOff {
    /// It is not there any more.
    Gone(Gone),
    /// The system did not answer.
    StillThere,
}

/// Puts the text on the clipboard and returns once it can be read there. `before` is the lease in force until
/// now, if any.
pub(super) fn put(
    secret: &Arc<Secret>,
    lease: &Arc<Lease>,
    before: Option<&Lease>,
) -> Result<Placed, ClipboardError> {
    let witness = Handle::open()?;
    let mut handle = Handle::open()?;
    let text = secret.expose().to_owned();
    let leaving = Leaving(Arc::clone(lease));
    let server = thread::Builder::new().name("clipboard-serve".into()).spawn(move || {
        let leaving = leaving;
        if let Ok(clipboard) = handle.get()
            && let Err(error) = clipboard.set().exclude_from_history().wait().text(text)
        {
            tracing::warn!(reason = ?board::translate(&error), "the clipboard did not take a key");
        }
        board::wipe_stack();
        drop(leaving);
        handle
    });
    let mut placed = Placed { server: Some(server.map_err(|_| ClipboardError::Unavailable)?), witness };
    if arrived(secret, lease, before) {
        Ok(placed)
    } else {
        // Perhaps it came later than we looked.
        placed.take_off(secret, lease);
        Err(ClipboardError::Unavailable)
    }
}

/// Tells the lease that the text is not ours any more, also when the serving thread panics.
struct Leaving(Arc<Lease>);

impl Drop for Leaving {
    fn drop(&mut self) {
        self.0.leave();
    }
}

/// Whether a read of our own finds the text. The call that puts it there does not return, so this is also
/// how we learn that it was put there.
///
/// Where the lease before holds the same text, finding it proves nothing until that lease has lost it: taken
/// for ours too early, a thread that is late would put it there after the *next* offer, as nobody's text.
pub(super) fn arrived(secret: &Secret, lease: &Lease, before: Option<&Lease>) -> bool {
    let same_before = before.filter(|before| before.holds(secret));
    let (mut slow, mut pause) = (0, FIRST_PAUSE);
    for _ in 0..ARRIVAL_LOOKS {
        if lease.wait_until_left(pause) {
            return false;
        }
        pause = (pause * 2).min(LONGEST_PAUSE);
        match board::read(LOOK_LIMIT) {
            Ok(text) if text.same_as(secret) && same_before.is_none_or(Lease::has_left) => return true,
            Err(ClipboardError::Unavailable) => slow += 1,
            _ => {}
        }
        if slow > SLOW_LOOKS {
            return false;
        }
    }
    false
}

impl Placed {
    /// Takes the text off if it is still ours, and frees all that held it.
    pub(super) fn take_off(&mut self, secret: &Arc<Secret>, lease: &Lease) -> TakenOff {
        let cleared = self.clear_if_ours(secret, lease);
        if !lease.wait_until_left(LEAVE_LIMIT) {
            return TakenOff::StillThere;
        }
        self.join();
        TakenOff::Gone(if cleared { Gone::Cleared } else { Gone::Replaced })
    }

    /// **An early return of the serving thread means that the clipboard is somebody else's: it is never
    /// cleared then.** The comparison catches a copy made so shortly before that the thread has not heard of
    /// it yet. Without an answer to it, the thread alone decides.
    fn clear_if_ours(&mut self, secret: &Arc<Secret>, lease: &Lease) -> bool {
        if lease.has_left() {
            return false;
        }
        match board::clear_if_same(secret, LOOK_LIMIT) {
            Ok(cleared) => cleared,
            Err(_) => !lease.has_left() && self.witness.clear().is_ok(),
        }
    }

    /// Frees all that held the text, which somebody else has replaced.
    pub(super) fn let_go(mut self, lease: &Lease) {
        if lease.wait_until_left(LEAVE_LIMIT) {
            self.join();
        }
    }

    /// Brings the serving thread's handle here: it and the witness are dropped one after the other.
    fn join(&mut self) {
        if let Some(server) = self.server.take() {
            drop(server.join());
        }
    }
}
