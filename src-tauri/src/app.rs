//! The running app: the ports, who is signed in, and what is under way.

mod background;
mod inbox;
mod keys;
mod reminding;
mod resolving;
mod rotations;
mod session;
mod telling;
mod view;
mod window;

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::SignedDuration;
use miftah_core::guided::Waiting;
use miftah_core::keys::KeyId;
use miftah_core::operations::OperationId;
use miftah_core::ports::Ports;
use miftah_core::rotation::{Check, Kept, KeyLocks, Regenerated};
use miftah_core::secret::Secret;
use miftah_core::session::Session;
use tauri::AppHandle;
use tauri_specta::Event;

use crate::ipc::errors::{ErrorCode, IpcError};
use crate::ipc::events::{AppChanged, KeysChanged};
use crate::ipc::views::{KeychainState, KeychainView, TakenView};
use crate::native::clipboard::SystemClipboard;
use crate::regenerate::Operation;
use crate::updates::Updates;

pub(crate) use background::Background;
pub(crate) use resolving::Resolving;

/// What the commands work on.
pub(crate) struct App {
    pub(crate) handle: AppHandle,
    pub(crate) ports: Ports,
    pub(crate) clipboard: Arc<SystemClipboard>,
    pub(crate) locks: KeyLocks,
    /// The regenerate under way or last shown. One at a time.
    pub(crate) operation: Mutex<Option<Arc<Operation>>>,
    /// A new key that the keychain has not taken yet, so that it can be copied while the keychain is gone. If it
    /// is not sealed either, this is the only copy, and no other key is issued meanwhile.
    pub(crate) unkept: Mutex<Option<Arc<Regenerated>>>,
    /// Guided commands, one after the other: each looks before it writes.
    pub(crate) guided: tokio::sync::Mutex<()>,
    /// A developer token seen on the clipboard, until the person says whether to send it.
    pub(crate) seen_token: Mutex<Option<Secret>>,
    /// A key taken from the clipboard, until the person answers.
    pub(crate) waiting_key: Mutex<Option<(Box<Waiting>, TakenView)>>,
    /// What finds out in the background how operations ended.
    pub(crate) resolving: Resolving,
    /// Keys for which a successor is just being made.
    pub(crate) starting: Mutex<HashSet<KeyId>>,
    /// Changes of rotations that wait for a dialog or are on their way.
    pub(crate) at_work: AtomicUsize,
    /// Operations whose sealed answer was copied in this run: the person has the value.
    pub(crate) copied: Mutex<HashSet<OperationId>>,
    /// What the tests of successors found in this run.
    pub(crate) checks: Mutex<HashMap<OperationId, Check>>,
    /// How far DHMAD's clock was ahead of ours when it last answered for the list.
    clock_off: Mutex<Option<SignedDuration>>,
    session: Mutex<Option<Arc<Session>>>,
    keychain: Mutex<KeychainView>,
    pub(crate) background: Background,
    pub(crate) updates: Updates,
    clipboard_not_cleared: AtomicBool,
    swapping_windows: AtomicBool,
    leaving: AtomicBool,
    hidden_until_cleared: AtomicBool,
}

/// A change under way: the app stays for it.
pub(crate) struct AtWork(Arc<App>);

impl Drop for AtWork {
    fn drop(&mut self) {
        self.0.at_work.fetch_sub(1, Ordering::SeqCst);
        self.0.quit_if_hidden();
    }
}

/// Locks, and goes on after a panic elsewhere: none of these values can be half-written.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl App {
    /// An app of which no window is open yet.
    pub(crate) fn new(
        handle: AppHandle,
        ports: Ports,
        clipboard: Arc<SystemClipboard>,
        background: Background,
        updates: Updates,
    ) -> Self {
        Self {
            background,
            updates,
            handle,
            ports,
            clipboard,
            locks: KeyLocks::default(),
            operation: Mutex::default(),
            unkept: Mutex::default(),
            guided: tokio::sync::Mutex::default(),
            seen_token: Mutex::default(),
            waiting_key: Mutex::default(),
            resolving: Resolving::default(),
            starting: Mutex::default(),
            at_work: AtomicUsize::new(0),
            copied: Mutex::default(),
            checks: Mutex::default(),
            clock_off: Mutex::default(),
            session: Mutex::default(),
            keychain: Mutex::new(KeychainView { state: KeychainState::Checking, name: None }),
            clipboard_not_cleared: AtomicBool::new(false),
            swapping_windows: AtomicBool::new(false),
            leaving: AtomicBool::new(false),
            hidden_until_cleared: AtomicBool::new(false),
        }
    }

    /// The session, or the error that asks the person to sign in again.
    pub(crate) fn session(&self) -> Result<Arc<Session>, IpcError> {
        lock(&self.session).clone().ok_or_else(|| IpcError::silent(ErrorCode::SessionExpired))
    }

    /// Whether the app holds what would be lost with it: a request on its way, or the only copy of a key.
    pub(crate) fn must_stay(&self) -> bool {
        lock(&self.operation).as_ref().is_some_and(|operation| operation.is_sending())
            || self.holds_only_copy()
            || self.rotates()
    }

    /// Whether a second key is being made, or one is being changed, switched, deleted or copied.
    pub(crate) fn rotates(&self) -> bool {
        !lock(&self.starting).is_empty() || self.at_work.load(Ordering::SeqCst) > 0
    }

    /// From here on a change is under way, until this is dropped.
    /// Refused while the person signs out or a new version takes the app's place.
    pub(crate) fn at_work(self: &Arc<Self>) -> Result<AtWork, IpcError> {
        self.at_work.fetch_add(1, Ordering::SeqCst);
        let at_work = AtWork(Arc::clone(self));
        // Asked after it was counted: who leaves counts after they said so.
        if self.is_leaving() { Err(IpcError::silent(ErrorCode::RotationBusy)) } else { Ok(at_work) }
    }

    /// Whether a new key is nowhere but in memory.
    pub(crate) fn holds_only_copy(&self) -> bool {
        lock(&self.unkept).as_ref().is_some_and(|unkept| unkept.kept == Kept::Nowhere)
    }

    /// Tells the windows that the app changed.
    pub(crate) fn tell(&self) {
        match self.view() {
            Ok(view) => self.emit(&AppChanged(view)),
            Err(error) => tracing::warn!(?error, "the app's state could not be read"),
        }
    }

    /// Tells the windows that the keys changed, and lets reminders and tray follow.
    pub(crate) fn tell_keys(&self) {
        self.emit(&KeysChanged);
        self.look_after();
    }

    /// How far DHMAD's clock is ahead of ours, as it said just now.
    pub(crate) fn clock_is_off(&self, off: SignedDuration) {
        *lock(&self.clock_off) = Some(off);
    }

    /// Sends an event to every window.
    pub(crate) fn emit<E: Event + serde::Serialize + Clone>(&self, event: &E) {
        if let Err(error) = event.emit(&self.handle) {
            tracing::warn!(%error, "a window was not told");
        }
    }
}
