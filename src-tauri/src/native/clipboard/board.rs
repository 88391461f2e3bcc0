//! Reading and clearing, the same on all systems.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::Duration;

use miftah_core::ports::ClipboardError;
use miftah_core::secret::Secret;

use super::lock;

/// An open clipboard.
///
/// arboard shares one connection between all of them and closes it with the last; while it is open, one copy
/// of the text stays in its write buffer. Two that are dropped at the same moment each take the other for a
/// survivor and the connection stays for ever, so they are dropped one at a time.
pub(super) struct Handle(Option<arboard::Clipboard>);

static DROPPING: Mutex<()> = Mutex::new(());

impl Handle {
    pub(super) fn open() -> Result<Self, ClipboardError> {
        arboard::Clipboard::new().map(|clipboard| Self(Some(clipboard))).map_err(|error| translate(&error))
    }

    pub(super) fn get(&mut self) -> Result<&mut arboard::Clipboard, ClipboardError> {
        self.0.as_mut().ok_or(ClipboardError::Unavailable)
    }

    fn text(&mut self) -> Result<Secret, ClipboardError> {
        match self.get()?.get_text() {
            Ok(text) if text.is_empty() => Err(ClipboardError::Empty),
            Ok(text) => Ok(Secret::new(text)),
            Err(error) => Err(translate(&error)),
        }
    }

    pub(super) fn clear(&mut self) -> Result<(), ClipboardError> {
        self.get()?.clear().map_err(|error| translate(&error))
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        let _one_at_a_time = lock(&DROPPING);
        drop(self.0.take());
    }
}

/// By variant; arboard's descriptions stay out of the log.
pub(super) fn translate(error: &arboard::Error) -> ClipboardError {
    match error {
        // What is there is no text, or not in an encoding that we know.
        arboard::Error::ContentNotAvailable | arboard::Error::ConversionFailure => ClipboardError::Empty,
        _ => ClipboardError::Unavailable,
    }
}

/// Reads the text.
pub(super) fn read(limit: Duration) -> Result<Secret, ClipboardError> {
    bounded(limit, |_| Handle::open()?.text())
}

/// Clears the clipboard if it holds this text; returns whether it did. The two steps follow each other as
/// closely as they can: one connection, one thread, nothing in between.
pub(super) fn clear_if_same(secret: &Arc<Secret>, limit: Duration) -> Result<bool, ClipboardError> {
    let secret = Arc::clone(secret);
    bounded(limit, move |abandoned| {
        let mut handle = Handle::open()?;
        match handle.text() {
            Ok(text) if text.same_as(&secret) && !abandoned.load(Ordering::Acquire) => {
                handle.clear().map(|()| true)
            }
            Ok(_) | Err(ClipboardError::Empty) => Ok(false),
            Err(error @ ClipboardError::Unavailable) => Err(error),
        }
    })
}

/// A program that holds a text and does not answer costs a thread for as long as it takes (24 s on X11), not
/// the caller's time. The work learns that nobody waits any more.
fn bounded<T: Send + 'static>(
    limit: Duration,
    work: impl FnOnce(&AtomicBool) -> Result<T, ClipboardError> + Send + 'static,
) -> Result<T, ClipboardError> {
    let abandoned = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&abandoned);
    let (done, result) = mpsc::sync_channel(1);
    thread::Builder::new()
        .name("clipboard-look".into())
        .spawn(move || {
            let result = work(&told);
            wipe_stack();
            // Nobody may be waiting any more: then what was read is wiped here.
            drop(done.send(result));
        })
        .map_err(|_| ClipboardError::Unavailable)?;
    result.recv_timeout(limit).unwrap_or_else(|_| {
        abandoned.store(true, Ordering::Release);
        Err(ClipboardError::Unavailable)
    })
}

/// Overwrites the stack below the caller. std's pipes copy through buffers on the stack, and glibc keeps the
/// stack of an ended thread for the next one: without this, a Wayland copy or paste leaves the text there.
#[inline(never)]
#[expect(clippy::large_stack_arrays, reason = "as much of the stack as a copy may have used")]
pub(super) fn wipe_stack() {
    std::hint::black_box(&mut [0_u8; 128 * 1024]);
}
