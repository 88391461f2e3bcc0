//! Putting the version that waits in place: on a click, as the app ends, or as it starts anew without a window. Never
//! while a key is on its way, an operation is open or a key is on the clipboard.

use std::sync::Arc;

use miftah_core::rotation::open_operations;
use miftah_updates::{SystemDisk, fits, staged, swap};
use tauri_plugin_updater::Update;

use super::{READY, Stage, UpdateError, package};
use crate::app::{App, lock};
use crate::ipc::errors::{ErrorCode, IpcError};
use crate::native::updates::Way;

impl App {
    /// Whether nothing is under way that an update would interrupt.
    pub(super) fn may_install(&self) -> bool {
        self.is_quiet() && open_operations(&self.ports).is_ok_and(|open| open.is_empty())
    }

    fn is_update_ready(&self) -> bool {
        lock(&self.updates.state).found.as_ref().is_some_and(|found| found.stage == Stage::Ready)
    }

    /// Installs what waits, and starts as the new version. Returns if that is not possible now.
    pub(crate) async fn install_update(self: &Arc<Self>) -> Result<(), IpcError> {
        let not_now = || IpcError::silent(ErrorCode::NotNow);
        if !self.is_update_ready() || !self.may_install() {
            return Err(not_now());
        }
        let Ok(_first) = self.updates.one_at_a_time.try_lock() else { return Err(not_now()) };
        let app = Arc::clone(self);
        let installed =
            tauri::async_runtime::spawn_blocking(move || app.put_in_place(Afterwards::StartAgain)).await;
        match installed.unwrap_or(Err(UpdateError::Unusable)) {
            Ok(true) => self.start_anew(),
            Ok(false) => return Err(not_now()),
            Err(error) => self.refuse_what_waits(&error),
        }
        Ok(())
    }

    /// The app ends, or starts anew without a window: what waits takes its place.
    pub(crate) fn install_at_rest(&self, ends: bool) {
        // A plugin's installer ends the app, which is not asked for where it only starts anew.
        let can = ends || matches!(self.updates.way, Way::Swap { .. });
        if !can || !self.is_update_ready() || !self.may_install() {
            return;
        }
        if let Err(error) = self.put_in_place(Afterwards::Stay) {
            self.refuse_what_waits(&error);
        }
    }

    /// False if something began meanwhile.
    fn put_in_place(&self, afterwards: Afterwards) -> Result<bool, UpdateError> {
        let origin = self.updates.origin.as_ref().ok_or(UpdateError::Unusable)?;
        let manifest = self.waiting_manifest()?.ok_or(UpdateError::NoPackage)?;
        let update = package::announced(&self.handle, origin, manifest)?.ok_or(UpdateError::Replayed)?;
        let package = staged(&SystemDisk, &self.updates.place)?.ok_or(UpdateError::NoPackage)?;
        // It lay on the disk since it was checked.
        package::verify(&update, &package)?;
        if !self.may_install() {
            return Ok(false);
        }
        match &self.updates.way {
            Way::Swap { program, form } => {
                fits(&package, *form)?;
                swap(&SystemDisk, program)?;
            }
            Way::Plugin => by_plugin(update, &package, afterwards)?,
            Way::Page => return Ok(false),
        }
        // What is in place does not wait any more.
        self.ports.store.save_memo(READY, "")?;
        lock(&self.updates.state).found = None;
        tracing::info!("an update was installed");
        Ok(true)
    }

    fn refuse_what_waits(&self, error: &UpdateError) {
        tracing::warn!(%error, "the update that waits was not installed");
        let mut state = lock(&self.updates.state);
        state.problem = Some(error.problem());
        state.found = None;
        drop(state);
        if let Err(error) = self.give_up_update() {
            tracing::warn!(%error, "what waited was not removed");
        }
        self.tell_updates();
    }
}

/// What is to be after an update.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Afterwards {
    /// The new version starts.
    StartAgain,
    /// The app ended, or sees to it itself.
    Stay,
}

fn by_plugin(update: Update, package: &[u8], afterwards: Afterwards) -> Result<(), UpdateError> {
    let update = update.restart_after_install(afterwards == Afterwards::StartAgain);
    update.install(package).map_err(package::translate)
}
