//! What Rust tells the window without being asked.

use serde::Serialize;
use specta::Type;
use tauri_specta::Event;

use super::views::{AppView, RegenerateEvent, UpdateView};

/// Something about the app changed.
#[derive(Debug, Clone, Serialize, Type, Event)]
pub(crate) struct AppChanged(pub AppView);

/// A regenerate went a step further.
#[derive(Debug, Clone, Serialize, Type, Event)]
pub(crate) struct RegenerateChanged(pub RegenerateEvent);

/// Something about the keys changed: read the known list again.
#[derive(Debug, Clone, Serialize, Type, Event)]
pub(crate) struct KeysChanged;

/// Something about the safe rotations changed: read them again.
#[derive(Debug, Clone, Serialize, Type, Event)]
pub(crate) struct RotationsChanged;

/// Something about the inbox changed: read it again.
#[derive(Debug, Clone, Serialize, Type, Event)]
pub(crate) struct InboxChanged;

/// Something about updates changed.
#[derive(Debug, Clone, Serialize, Type, Event)]
pub(crate) struct UpdateChanged(pub UpdateView);
