//! A [`Clipboard`] in memory, and a clock for it.

use std::future::ready;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use miftah_core::ports::{Clipboard, ClipboardError, Clock, CopiedKey};
use miftah_core::secret::Secret;

/// A clock whose uptime goes on only when told to.
#[derive(Default)]
pub struct UptimeByHand(Mutex<Duration>);

impl UptimeByHand {
    /// Lets time pass.
    pub fn advance(&self, by: Duration) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) += by;
    }
}

#[async_trait]
impl Clock for UptimeByHand {
    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }

    fn uptime(&self) -> Duration {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn sleep(&self, duration: Duration) {
        self.advance(duration);
        ready(()).await;
    }
}

/// A clipboard in memory. A key on it is gone as soon as the given clock has passed its deadline.
pub struct FakeClipboard {
    clock: Arc<dyn Clock>,
    board: Mutex<Board>,
}

#[derive(Default)]
struct Board {
    text: Option<Secret>,
    lent: Option<Lent>,
    offered: Vec<CopiedKey>,
    unavailable: bool,
}

struct Lent {
    what: CopiedKey,
    until: Duration,
}

impl FakeClipboard {
    /// An empty one.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, board: Mutex::default() }
    }

    /// From now on every call fails, or none.
    pub fn set_unavailable(&self, unavailable: bool) {
        self.board().unavailable = unavailable;
    }

    /// Another program copies a text.
    pub fn copy_elsewhere(&self, text: &str) {
        let mut board = self.board();
        board.text = Some(Secret::new(text.to_owned()));
        board.lent = None;
    }

    /// Another program takes off whatever is there.
    pub fn clear_elsewhere(&self) {
        self.board().clear();
    }

    /// What another program gets when it pastes.
    pub fn paste(&self) -> Option<String> {
        self.board().text.as_ref().map(|text| text.expose().to_owned())
    }

    /// The key that is there now.
    pub fn current(&self) -> Option<CopiedKey> {
        self.board().lent.as_ref().map(|lent| lent.what.clone())
    }

    /// All keys ever offered, in order.
    pub fn offered(&self) -> Vec<CopiedKey> {
        self.board().offered.clone()
    }

    /// The board at this moment: what is overdue is off it.
    fn board(&self) -> MutexGuard<'_, Board> {
        let mut board = self.board.lock().unwrap_or_else(PoisonError::into_inner);
        if board.lent.as_ref().is_some_and(|lent| self.clock.uptime() >= lent.until) {
            board.clear();
        }
        board
    }

    fn available(&self) -> Result<MutexGuard<'_, Board>, ClipboardError> {
        let board = self.board();
        if board.unavailable { Err(ClipboardError::Unavailable) } else { Ok(board) }
    }
}

impl Board {
    fn clear(&mut self) {
        self.text = None;
        self.lent = None;
    }
}

#[async_trait]
impl Clipboard for FakeClipboard {
    async fn offer(&self, what: CopiedKey, secret: &Secret, lasting: Duration) -> Result<(), ClipboardError> {
        let until = self.clock.uptime() + lasting;
        let mut board = self.available()?;
        board.text = Some(secret.duplicate());
        board.offered.push(what.clone());
        board.lent = Some(Lent { what, until });
        Ok(())
    }

    async fn take(&self) -> Result<Secret, ClipboardError> {
        self.available()?.text.as_ref().map(Secret::duplicate).ok_or(ClipboardError::Empty)
    }

    async fn clear_if(&self, secret: &Secret) -> Result<bool, ClipboardError> {
        let mut board = self.available()?;
        let same = board.text.as_ref().is_some_and(|text| text.same_as(secret));
        if same {
            board.clear();
        }
        Ok(same)
    }
}
