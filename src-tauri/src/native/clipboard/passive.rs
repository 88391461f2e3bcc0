//! Windows and macOS: the system keeps the text itself and tells nobody when it changes.
//!
//! At the deadline the text is read, compared in constant time, and cleared if it is the same. Between the
//! read and the clearing another program can copy something; arboard opens the clipboard anew for each.

use std::sync::Arc;
use std::time::Duration;

use miftah_core::ports::ClipboardError;
use miftah_core::secret::Secret;

use super::Gone;
use super::board::{self, Handle};
use super::lease::Lease;
#[cfg(target_os = "macos")]
use super::macos::set_marked;
#[cfg(target_os = "windows")]
use super::windows::set_marked;

const LOOK_LIMIT: Duration = Duration::from_millis(400);

/// A text on the clipboard. Nothing of ours holds it.
pub(super) struct Placed;

/// What became of an attempt to take the text off.
pub(super) enum TakenOff {
    /// It is not there any more.
    Gone(Gone),
    /// The system did not answer, or another program holds the clipboard open.
    StillThere,
}

/// Puts the text on the clipboard and returns once it was read back.
pub(super) fn put(secret: &Arc<Secret>, _: &Arc<Lease>, _: Option<&Lease>) -> Result<Placed, ClipboardError> {
    let mut handle = Handle::open()?;
    set_marked(handle.get()?, secret.expose()).map_err(|error| board::translate(&error))?;
    drop(handle);
    match board::read(LOOK_LIMIT)? {
        text if text.same_as(secret) => Ok(Placed),
        _ => Err(ClipboardError::Unavailable),
    }
}

#[expect(clippy::unused_self, reason = "in the shape of Linux, where something is held")]
impl Placed {
    /// Takes the text off if it is still the same.
    pub(super) fn take_off(&mut self, secret: &Arc<Secret>, _: &Lease) -> TakenOff {
        match board::clear_if_same(secret, LOOK_LIMIT) {
            Ok(true) => TakenOff::Gone(Gone::Cleared),
            Ok(false) => TakenOff::Gone(Gone::Replaced),
            Err(_) => TakenOff::StillThere,
        }
    }

    /// Nothing to free.
    pub(super) fn let_go(self, _: &Lease) {}
}
