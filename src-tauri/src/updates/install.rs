//! Putting the version that waits in place: on a click, as the app ends, or as it starts anew without a window. Never
//! while a key is on its way, while Miftah has something to find out or to finish about an operation, or with a key on the
//! clipboard. A safe rotation that waits for days, for the person or for its time, is written down and goes on in the new
//! version: what mends the app does not wait for it.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use miftah_core::operations::Operation;
use miftah_core::rotation::open_operations;
use miftah_updates::{SystemDisk, fits, staged, swap};
use tauri_plugin_updater::Update;

use super::{FAILED, Found, IN_SIGHT, READY, Stage, UpdateError, package};
use crate::app::{App, lock};
use crate::ipc::errors::{ErrorCode, IpcError};
use crate::native::updates::Way;

impl App {
    /// Whether nothing is under way that an update would interrupt.
    pub(super) fn may_install(&self) -> bool {
        let unsettled = |operation: &Operation| operation.stage.is_unsettled();
        self.is_quiet() && open_operations(&self.ports).is_ok_and(|open| !open.iter().any(unsettled))
    }

    fn is_update(&self, stage: Stage) -> bool {
        lock(&self.updates.state).found.as_ref().is_some_and(|found| found.stage == stage)
    }

    /// Whether a package is on its way: a new start would begin it anew.
    pub(crate) fn fetches_update(&self) -> bool {
        self.is_update(Stage::Downloading)
    }

    /// Whether what waits can be put in place while the app goes on without a window. A plugin's installer ends the app,
    /// which is not asked for there.
    pub(crate) fn can_install_hidden(&self) -> bool {
        matches!(self.updates.way, Way::Swap { .. }) && self.is_update(Stage::Ready) && self.may_install()
    }

    /// Whether the version before asked for this start to be in sight, whatever it was started for; forgotten with that.
    pub(crate) fn take_in_sight(&self) -> bool {
        let asked =
            self.ports.store.memo(IN_SIGHT).is_ok_and(|asked| asked.is_some_and(|asked| !asked.is_empty()));
        if asked && let Err(error) = self.ports.store.save_memo(IN_SIGHT, "") {
            tracing::warn!(%error, "that the app was to start in sight was not forgotten");
        }
        asked
    }

    /// Installs what waits, and starts as the new version. Returns if that is not possible now.
    pub(crate) async fn install_update(self: &Arc<Self>) -> Result<(), IpcError> {
        let not_now = || IpcError::silent(ErrorCode::UpdateNotNow);
        let _alone = self.updates.one_at_a_time.lock().await;
        // From here to the end of this process nothing begins that it would interrupt.
        let _leaving = self.leave().map_err(|_| not_now())?;
        if self.is_update(Stage::InPlace) && self.may_install() {
            self.start_anew().await;
            return Ok(());
        }
        if !self.is_update(Stage::Ready) || !self.may_install() {
            return Err(not_now());
        }
        let app = Arc::clone(self);
        let installed =
            tauri::async_runtime::spawn_blocking(move || app.put_in_place(Afterwards::StartAgain)).await;
        match installed.unwrap_or(Err(UpdateError::Unusable)) {
            Ok(true) => self.start_anew().await,
            Ok(false) => return Err(not_now()),
            Err(error) => self.refuse_what_waits(&error),
        }
        Ok(())
    }

    /// The app is about to end, by the person or by itself.
    pub(crate) fn ends_by_itself(&self) {
        self.updates.ends.store(true, Ordering::SeqCst);
    }

    /// The app ends: what waits takes its place, unless it is the session that ends.
    pub(crate) fn install_at_the_end(&self) {
        if self.updates.ends.load(Ordering::SeqCst) && self.is_update(Stage::Ready) && self.may_install() {
            self.install_quietly();
        }
    }

    /// The app starts anew without a window: what waits takes its place.
    pub(crate) fn install_hidden(&self) {
        if self.can_install_hidden() {
            self.install_quietly();
        }
    }

    fn install_quietly(&self) {
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
        if afterwards == Afterwards::StartAgain {
            self.ports.store.save_memo(IN_SIGHT, "yes")?;
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
        if let Some(found) = &mut lock(&self.updates.state).found {
            found.stage = Stage::InPlace;
        }
        tracing::info!("an update was installed");
        Ok(true)
    }

    fn refuse_what_waits(&self, error: &UpdateError) {
        tracing::warn!(%error, "the update that waits was not installed");
        // No new version starts, and none has to be in sight.
        self.take_in_sight();
        let mut state = lock(&self.updates.state);
        state.problem = Some(error.problem());
        let found = state.found.take();
        drop(state);
        // It was right, and could not be put in place here: neither could the same again.
        let here = matches!(error, UpdateError::Disk(_) | UpdateError::Unusable);
        if here && let Some(found) = found {
            self.ports.store.save_memo(FAILED, &found.release.version.to_string()).ok();
            lock(&self.updates.state).found = Some(Found { stage: Stage::Told, ..found });
        }
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
