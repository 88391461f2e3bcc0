//! Starting, entering and leaving: which window is open for whom.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use miftah_core::session::{Entered, Resumed, Session, resume};
use miftah_core::settings::Access;

use super::{App, lock};
use crate::ipc::errors::{ErrorCode, IpcError};
use crate::native::windows;

impl App {
    /// The first thing after the start: opens the window the app was left in, unless it starts hidden.
    pub(crate) async fn begin(self: Arc<Self>, hidden: bool) {
        #[cfg(feature = "demo")]
        if crate::wiring::demo_signs_in() {
            self.demo_sign_in().await;
        }
        let window = self.first_window();
        if hidden && window == windows::SIGN_IN {
            // Nobody is signed in: there is nothing to remind of.
            self.handle.exit(0);
            return;
        }
        // The window first: a keychain that does not answer must not keep it from opening.
        if !hidden && let Err(error) = self.open(window) {
            tracing::error!(%error, "no window could be opened");
            self.handle.exit(1);
        }
        self.look_at_keychain().await;
        self.take_up().await;
        self.take_up_operations().await;
    }

    /// The window the app was left in.
    pub(crate) fn first_window(&self) -> &'static str {
        let access = self.ports.store.settings().map(|settings| settings.access);
        if matches!(access, Ok(Access::SignedOut)) { windows::SIGN_IN } else { windows::MAIN }
    }

    /// Takes up the session of the last start, if the keychain gives its token.
    pub(crate) async fn take_up(&self) {
        if lock(&self.session).is_some() {
            return;
        }
        match resume(&self.ports).await {
            Ok(Resumed::Full(session)) => {
                // The person may have left while the keychain was asked.
                let access = self.ports.store.settings().map(|settings| settings.access);
                if access == Ok(Access::Full(session.account.clone())) {
                    *lock(&self.session) = Some(Arc::new(session));
                    self.resolving.poke_all();
                    self.tell_keys();
                }
            }
            Ok(Resumed::Waiting(_, error)) => tracing::info!(%error, "the session waits for the keychain"),
            Ok(Resumed::SignedOut | Resumed::Guided | Resumed::TokenMissing(_)) => {}
            Err(error) => tracing::error!(%error, "the last session could not be read"),
        }
    }

    /// After a sign-in: the main window opens, and the one the password was typed into is destroyed.
    pub(crate) fn entered(&self, entered: Entered) -> Result<(), IpcError> {
        self.forget_session();
        if let Entered::Full(session) = entered {
            *lock(&self.session) = Some(Arc::new(session));
            self.resolving.poke_all();
        }
        self.look_after();
        self.swap(windows::SIGN_IN, windows::MAIN)
    }

    /// After a sign-out: the session is dropped, and the sign-in window opens.
    pub(crate) fn left(&self) -> Result<(), IpcError> {
        self.forget_session();
        self.look_after();
        *lock(&self.operation) = None;
        self.swap(windows::MAIN, windows::SIGN_IN)
    }

    /// Drops the session and what waits for an answer of the person who had it.
    pub(crate) fn forget_session(&self) {
        *lock(&self.session) = None::<Arc<Session>>;
        *lock(&self.seen_token) = None;
        *lock(&self.waiting_key) = None;
    }

    /// Keeps anything from beginning while the person signs out or a new version takes the app's place. Refused while
    /// something is under way or the only copy of a key is held.
    pub(crate) fn leave(&self) -> Result<Leaving<'_>, IpcError> {
        let operation = lock(&self.operation);
        if self.leaving.swap(true, Ordering::SeqCst) {
            return Err(IpcError::silent(ErrorCode::RotationBusy));
        }
        let leaving = Leaving(self);
        let busy = operation.as_ref().is_some_and(|operation| !operation.is_over());
        if busy || self.holds_only_copy() || self.rotates() {
            return Err(IpcError::silent(ErrorCode::RotationBusy));
        }
        Ok(leaving)
    }

    /// Whether the person is signing out, or a new version takes the app's place.
    pub(crate) fn is_leaving(&self) -> bool {
        self.leaving.load(Ordering::SeqCst)
    }

    #[cfg(feature = "demo")]
    async fn demo_sign_in(&self) {
        use miftah_core::secret::Secret;
        let password = Secret::new(crate::wiring::DEMO_PASSWORD.into());
        match miftah_core::session::sign_in(&self.ports, crate::wiring::DEMO_EMAIL, password).await {
            Ok(Entered::Full(session)) => *lock(&self.session) = Some(Arc::new(session)),
            Ok(Entered::Guided) => {}
            Err(error) => tracing::warn!(%error, "the demo could not sign in"),
        }
    }
}

/// A sign-out, or the install of a new version, under way. Ends when dropped.
pub(crate) struct Leaving<'a>(&'a App);

impl Drop for Leaving<'_> {
    fn drop(&mut self) {
        self.0.leaving.store(false, Ordering::SeqCst);
    }
}
