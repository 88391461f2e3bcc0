//! Newer versions of the app.

use serde::Serialize;
use specta::Type;

/// Who installs them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum UpdatesBy {
    /// The app.
    Itself,
    /// The person, from the page of the releases: the app belongs to a package manager.
    Page,
    /// This build was given no server to ask.
    Nobody,
}

/// Why the last look brought nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum UpdateProblem {
    /// No answer.
    Unreachable,
    /// What came was not taken: nothing was changed.
    Refused,
    /// The disk did not take it.
    NotKept,
}

/// How far a newer version is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum UpdateStage {
    /// It is on the page of the releases.
    Told,
    Downloading,
    /// It is installed on a click, or as the app ends.
    Ready,
    /// It is installed. What runs is still the old one.
    InPlace,
}

/// A newer version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FoundUpdateView {
    pub version: String,
    /// It mends something that can be used against people.
    pub security: bool,
    /// In the person's language where there are such.
    pub notes: Option<String>,
    pub stage: UpdateStage,
    /// Something is under way that it waits for.
    pub waits: bool,
    /// There is a page of the releases to open.
    pub has_page: bool,
}

/// What is known of updates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UpdateView {
    /// The version that runs.
    pub version: String,
    pub by: UpdatesBy,
    /// It looks without being asked.
    pub by_itself: bool,
    /// When the server of the releases last gave a good answer.
    pub checked_at: Option<String>,
    /// That is so long ago that nobody can tell whether there is an update.
    pub stale: bool,
    pub checking: bool,
    pub problem: Option<UpdateProblem>,
    pub found: Option<FoundUpdateView>,
}
