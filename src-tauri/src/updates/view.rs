//! What the window is told of updates.

use jiff::{SignedDuration, Timestamp};

use super::Stage;
use crate::app::{App, lock};
use crate::ipc::errors::{ErrorCode, IpcError};
use crate::ipc::events::UpdateChanged;
use crate::ipc::shown_lines;
use crate::ipc::views::{FoundUpdateView, UpdateStage, UpdateView, UpdatesBy};
use crate::native::updates::Way;

/// What was heard longer ago than this is called old: nobody can tell any more whether there is an update.
const STALE: SignedDuration = SignedDuration::from_hours(7 * 24);
/// So far two clocks may be apart.
const AHEAD: SignedDuration = SignedDuration::from_hours(1);

impl App {
    /// What is known of updates.
    pub(crate) fn update_view(&self) -> Result<UpdateView, IpcError> {
        let checked_at = self.checked_updates_at();
        // Neither is a moment that has not come yet: the computer's clock was wrong then, or is now.
        let fresh = |at: Timestamp| {
            let since = self.ports.clock.now().duration_since(at);
            -AHEAD <= since && since <= STALE
        };
        let language = self.locale().tag();
        let waits = !self.may_install();
        let state = lock(&self.updates.state);
        let found = state.found.as_ref().map(|found| FoundUpdateView {
            version: found.release.version.to_string(),
            security: found.release.security,
            notes: found.release.notes(language).map(|notes| shown_lines(&notes)),
            stage: match found.stage {
                Stage::Told => UpdateStage::Told,
                Stage::Downloading => UpdateStage::Downloading,
                Stage::Ready => UpdateStage::Ready,
                Stage::InPlace => UpdateStage::InPlace,
            },
            waits,
            has_page: self.releases_page().is_some(),
        });
        Ok(UpdateView {
            version: self.version().to_string(),
            by: match (&self.updates.origin, &self.updates.way) {
                (None, _) => UpdatesBy::Nobody,
                (_, Way::Page) => UpdatesBy::Page,
                _ => UpdatesBy::Itself,
            },
            checked_at: checked_at.map(|at| at.to_string()),
            by_itself: self.looks_by_itself()?,
            stale: checked_at.is_some_and(|at| !fresh(at)),
            checking: state.checking,
            problem: state.problem,
            found,
        })
    }

    /// Tells the windows.
    pub(super) fn tell_updates(&self) {
        match self.update_view() {
            Ok(view) => self.emit(&UpdateChanged(view)),
            Err(error) => tracing::warn!(?error, "what is known of updates could not be read"),
        }
    }

    fn releases_page(&self) -> Option<&str> {
        self.updates.origin.as_ref()?.page.as_deref()
    }

    /// Opens the page of the releases in the browser.
    pub(crate) fn open_releases(&self) -> Result<(), IpcError> {
        let page = self.releases_page().ok_or_else(|| IpcError::silent(ErrorCode::NotNow))?;
        open::that_detached(page).map_err(|error| IpcError::new(ErrorCode::Internal, &error))
    }
}
