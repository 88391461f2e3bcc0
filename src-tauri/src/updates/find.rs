//! Looking for a newer version, and fetching it.

use std::io::ErrorKind;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use miftah_core::ports::StoreError;
use miftah_updates::{Release, SystemDisk, Version, can_stage, discard, fits, is_staged, stage};
use serde_json::Value;
use tauri_plugin_updater::Update;

use super::{BY_HAND, CHECKED, FAILED, Found, HIGHEST, Origin, READY, Stage, UpdateError, package};
use crate::app::{App, lock};
use crate::ipc::views::UpdateProblem;
use crate::native::updates::Way;

/// How long between two looks.
const EVERY: Duration = Duration::from_hours(24);
/// How long after one that reached nobody.
const AGAIN: Duration = Duration::from_hours(1);

impl App {
    /// The version that runs.
    pub(super) fn version(&self) -> &Version {
        &self.handle.package_info().version
    }

    /// Takes up what an earlier run of the app fetched.
    pub(crate) async fn adopt_update(&self) {
        let _alone = self.updates.one_at_a_time.lock().await;
        self.adopt_alone();
    }

    fn adopt_alone(&self) {
        let adopt = || -> Result<(), UpdateError> {
            let highest = self.highest()?;
            self.ports.store.save_memo(HIGHEST, &highest.to_string())?;
            let release = self.waiting_manifest()?.map(|manifest| Release::read(&manifest)).transpose()?;
            let newer = release.filter(|release| release.version > *self.version());
            match newer.filter(|_| is_staged(&self.updates.place)) {
                Some(release) => {
                    lock(&self.updates.state).found = Some(Found { release, stage: Stage::Ready });
                }
                // It runs by now, or a kill came while it was fetched.
                None => self.give_up_update()?,
            }
            Ok(())
        };
        if let Err(error) = adopt() {
            tracing::warn!(%error, "an update that waits was not taken up");
        }
    }

    /// Looks if it is time to, unless the person wants to look themselves.
    pub(crate) fn look_for_updates(self: &Arc<Self>, now: Duration) {
        let mut state = lock(&self.updates.state);
        let due =
            *state.due.get_or_insert_with(|| now + self.until_due().max(self.ports.timings.first_check));
        if self.updates.origin.is_none() || state.checking || now < due {
            return;
        }
        if !self.looks_by_itself().unwrap_or(false) {
            tracing::info!("no looks for updates are wanted");
            state.due = Some(now + AGAIN);
            return;
        }
        let app = Arc::clone(self);
        tauri::async_runtime::spawn(async move { app.look_for_update_now().await });
    }

    /// Once a day, however often the app is started.
    fn until_due(&self) -> Duration {
        let since = self.checked_updates_at().map(|at| self.ports.clock.now().duration_since(at));
        let left =
            since.and_then(|since| Duration::try_from(since).ok()).map(|since| EVERY.saturating_sub(since));
        left.unwrap_or_default()
    }

    /// When the server of the releases last gave a good answer.
    pub(super) fn checked_updates_at(&self) -> Option<Timestamp> {
        self.ports.store.memo(CHECKED).ok().flatten()?.parse().ok()
    }

    /// Whether the app looks without being asked. It does until the person says otherwise.
    pub(super) fn looks_by_itself(&self) -> Result<bool, StoreError> {
        Ok(self.ports.store.memo(BY_HAND)?.is_none_or(|by_hand| by_hand.is_empty()))
    }

    /// Keeps what the person wants. Switched on, the next look comes at its time, at once if that is over.
    pub(crate) fn let_look_for_updates(&self, by_itself: bool) -> Result<(), StoreError> {
        self.ports.store.save_memo(BY_HAND, if by_itself { "" } else { "yes" })?;
        lock(&self.updates.state).due = Some(self.ports.clock.uptime() + self.until_due());
        self.tell_updates();
        self.look_after();
        Ok(())
    }

    /// Looks, and fetches what there is. One at a time.
    pub(crate) async fn look_for_update_now(self: &Arc<Self>) {
        let Some(origin) = &self.updates.origin else { return };
        let _alone = self.updates.one_at_a_time.lock().await;
        lock(&self.updates.state).checking = true;
        self.tell_updates();
        let looked = self.look(origin).await;
        let kept = looked
            .and_then(|()| Ok(self.ports.store.save_memo(CHECKED, &self.ports.clock.now().to_string())?));
        let mut state = lock(&self.updates.state);
        state.checking = false;
        state.problem = kept.as_ref().err().map(UpdateError::problem);
        // What was refused is refused again: an hour later no more than now.
        let soon = state.problem == Some(UpdateProblem::Unreachable);
        state.due = Some(self.ports.clock.uptime() + if soon { AGAIN } else { EVERY });
        if let Err(error) = kept {
            tracing::warn!(%error, "there is no update");
            let failed = state.found.take_if(|found| found.stage == Stage::Downloading).is_some();
            drop(state);
            if failed {
                // What waited before was checked then, and stays.
                self.adopt_alone();
            }
        } else {
            drop(state);
        }
        self.tell_updates();
        // What had to wait for the end of it.
        self.look_after();
    }

    async fn look(self: &Arc<Self>, origin: &Origin) -> Result<(), UpdateError> {
        let manifest = origin.source.manifest().await?;
        let release = Release::read(&manifest)?;
        if release.version < self.highest()? {
            return Err(UpdateError::Replayed);
        }
        // An older one never follows it, whether it is ever fetched or not.
        self.ports.store.save_memo(HIGHEST, &release.version.to_string())?;
        let here = |found: &Found| {
            matches!(found.stage, Stage::Ready | Stage::InPlace) && found.release.version == release.version
        };
        if release.version == *self.version() {
            lock(&self.updates.state).found = None;
        } else if !self.can_put_in_place(&release)? {
            self.found(&release, Stage::Told);
        } else if !lock(&self.updates.state).found.as_ref().is_some_and(here)
            && let Some(update) = package::announced(&self.handle, origin, manifest.clone())?
        {
            self.found(&release, Stage::Downloading);
            let package = origin.source.package(update.download_url.as_str()).await?;
            self.keep_package(&manifest, update, package).await?;
            self.found(&release, Stage::Ready);
        }
        Ok(())
    }

    /// Whether this version can be put in place from here, before anything of it is fetched.
    fn can_put_in_place(&self, release: &Release) -> Result<bool, UpdateError> {
        if self.updates.way == Way::Page
            || self.ports.store.memo(FAILED)?.is_some_and(|failed| failed == release.version.to_string())
        {
            return Ok(false);
        }
        match can_stage(&SystemDisk, &self.updates.place) {
            // Where others look after the programs, the app may not.
            Err(error)
                if matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) =>
            {
                Ok(false)
            }
            can => Ok(can.map(|()| true)?),
        }
    }

    /// Checks a package, and only then writes anything.
    async fn keep_package(
        self: &Arc<Self>,
        manifest: &Value,
        update: Update,
        package: Vec<u8>,
    ) -> Result<(), UpdateError> {
        let app = Arc::clone(self);
        // It takes as long as there are bytes.
        let kept = tauri::async_runtime::spawn_blocking(move || -> Result<(), UpdateError> {
            package::verify(&update, &package)?;
            if let Way::Swap { form, .. } = &app.updates.way {
                fits(&package, *form)?;
            }
            // What lies there is not what the manifest before speaks of any more.
            app.ports.store.save_memo(READY, "")?;
            Ok(stage(&SystemDisk, &app.updates.place, &package)?)
        });
        kept.await.map_err(|_| UpdateError::Unusable)??;
        self.ports.store.save_memo(READY, &manifest.to_string())?;
        tracing::info!("an update waits");
        Ok(())
    }

    /// The highest version that ever ran or was announced with the signature of the releases.
    fn highest(&self) -> Result<Version, UpdateError> {
        let seen = self.ports.store.memo(HIGHEST)?.and_then(|seen| Version::parse(&seen).ok());
        Ok(seen.into_iter().fold(self.version().clone(), Version::max))
    }

    /// The manifest of what waits.
    pub(super) fn waiting_manifest(&self) -> Result<Option<Value>, UpdateError> {
        Ok(self.ports.store.memo(READY)?.and_then(|text| serde_json::from_str(&text).ok()))
    }

    /// Nothing waits any more.
    pub(super) fn give_up_update(&self) -> Result<(), UpdateError> {
        if self.waiting_manifest()?.is_some() {
            self.ports.store.save_memo(READY, "")?;
        }
        // Only what this build could have put there.
        if self.updates.origin.is_some() && self.updates.way != Way::Page {
            discard(&SystemDisk, &self.updates.place)?;
        }
        Ok(())
    }

    fn found(&self, release: &Release, stage: Stage) {
        lock(&self.updates.state).found = Some(Found { release: release.clone(), stage });
        self.tell_updates();
    }
}
