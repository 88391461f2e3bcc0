//! Looking for a newer version, and fetching it.

use std::io::ErrorKind;
use std::sync::Arc;
use std::time::Duration;

use miftah_updates::{Release, SystemDisk, Version, discard, fits, is_staged, stage};
use serde_json::Value;
use tauri_plugin_updater::Update;

use super::{CHECKED, Found, HIGHEST, Origin, READY, Stage, UpdateError, package};
use crate::app::{App, lock};
use crate::native::updates::Way;

/// How long between two looks.
const EVERY: Duration = Duration::from_hours(24);
/// How long after one that brought nothing.
const AGAIN: Duration = Duration::from_hours(1);

impl App {
    /// The version that runs.
    pub(super) fn version(&self) -> &Version {
        &self.handle.package_info().version
    }

    /// Takes up what an earlier run of the app fetched.
    pub(crate) fn adopt_update(&self) {
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

    /// Looks if it is time to.
    pub(crate) fn look_for_updates(self: &Arc<Self>, now: Duration) {
        let mut state = lock(&self.updates.state);
        let due = *state.due.get_or_insert(now + self.ports.timings.first_check);
        if self.updates.origin.is_some() && !state.checking && now >= due {
            let app = Arc::clone(self);
            tauri::async_runtime::spawn(async move { app.look_for_update_now().await });
        }
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
        state.due = Some(self.ports.clock.uptime() + if kept.is_ok() { EVERY } else { AGAIN });
        if let Err(error) = kept {
            tracing::warn!(%error, "there is no update");
            let failed = state.found.take_if(|found| found.stage == Stage::Downloading).is_some();
            drop(state);
            if failed {
                // What waited before was checked then, and stays.
                self.adopt_update();
            }
        } else {
            drop(state);
        }
        self.tell_updates();
    }

    async fn look(self: &Arc<Self>, origin: &Origin) -> Result<(), UpdateError> {
        let manifest = origin.source.manifest().await?;
        let release = Release::read(&manifest)?;
        if release.version < self.highest()? {
            return Err(UpdateError::Replayed);
        }
        let waits = |found: &Found| found.stage == Stage::Ready && found.release.version == release.version;
        if release.version == *self.version() {
            lock(&self.updates.state).found = None;
        } else if self.updates.way == Way::Page {
            self.found(&release, Stage::Told);
        } else if !lock(&self.updates.state).found.as_ref().is_some_and(waits)
            && let Some(update) = package::announced(&self.handle, origin, manifest.clone())?
        {
            self.found(&release, Stage::Downloading);
            let package = origin.source.package(update.download_url.as_str()).await?;
            let stage = self.keep_package(&manifest, &release, update, package).await?;
            self.found(&release, stage);
        }
        Ok(())
    }

    /// Checks a package, and only then writes anything.
    async fn keep_package(
        self: &Arc<Self>,
        manifest: &Value,
        release: &Release,
        update: Update,
        package: Vec<u8>,
    ) -> Result<Stage, UpdateError> {
        let app = Arc::clone(self);
        let highest = release.version.to_string();
        // It takes as long as there are bytes.
        let kept = tauri::async_runtime::spawn_blocking(move || -> Result<(), UpdateError> {
            package::verify(&update, &package)?;
            if let Way::Swap { form, .. } = &app.updates.way {
                fits(&package, *form)?;
            }
            app.ports.store.save_memo(HIGHEST, &highest)?;
            Ok(stage(&SystemDisk, &app.updates.place, &package)?)
        });
        match kept.await.map_err(|_| UpdateError::Unusable)? {
            // Where others look after the programs, the app may not.
            Err(UpdateError::Disk(error))
                if matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) =>
            {
                Ok(Stage::Told)
            }
            kept => {
                kept?;
                self.ports.store.save_memo(READY, &manifest.to_string())?;
                tracing::info!(version = %release.version, "an update waits");
                Ok(Stage::Ready)
            }
        }
    }

    /// The highest version that ever ran or was rightly signed. An announcement alone does not count: it is not signed,
    /// and one of a version out of reach would end all updates.
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
