//! A safe rotation, as its card shows it.

use serde::Serialize;
use specta::Type;

use super::{CheckView, Environment, LastUse};
use crate::ipc::errors::IpcError;

/// Where a rotation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum RotationStage {
    Creating,
    Resolving,
    Waiting,
    Unchanged,
    Orphan,
    Stored,
    Installed,
    SwitchingOff,
    Off,
    SwitchingOn,
    Deleting,
}

/// A place of the old key, and whether the new one is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RotationPlaceView {
    pub id: String,
    pub name: String,
    pub keeper: Option<String>,
    pub has: bool,
    pub installed_at: Option<String>,
}

/// What was seen of both keys. Seconds are whole and rounded down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WatchView {
    pub old_last_use: LastUse,
    pub new_seen_at: Option<String>,
    pub new_moves: u32,
    pub quiet_seconds: u32,
    pub wait_seconds: u32,
    pub ready_at: Option<String>,
    pub ready: bool,
    pub used_again_at: Option<String>,
    pub asks_rare_use: bool,
    pub rare_use: Option<bool>,
    pub watched_days: u32,
}

/// A time without any check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub(crate) struct UncheckedView {
    pub from: String,
    pub to: String,
}

/// The picture: a mark is one check at which the last use had moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LanesView {
    pub from: String,
    pub to: String,
    pub old: Vec<String>,
    pub new: Vec<String>,
    pub quiet_from: Option<String>,
    pub unchecked: Vec<UncheckedView>,
}

/// A rotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RotationView {
    pub operation: String,
    pub name: String,
    pub environment: Environment,
    pub old_key_id: String,
    pub old_prefix: Option<String>,
    pub new_key_id: Option<String>,
    pub new_prefix: Option<String>,
    pub new_name: String,
    pub started_at: String,
    pub stage: RotationStage,
    pub problem: Option<IpcError>,
    pub stored_at: Option<String>,
    pub check: Option<CheckView>,
    pub installed_at: Option<String>,
    pub off_at: Option<String>,
    /// From when the deletion is offered.
    pub delete_from: Option<String>,
    pub places: Vec<RotationPlaceView>,
    pub keychain_name: Option<String>,
    pub watch: Option<WatchView>,
    pub lanes: Option<LanesView>,
}
