//! Where a key is used.

use miftah_core::keys::KnownKey;
use miftah_core::places::{Place, needs_new_value};
use serde::Serialize;
use specta::Type;

/// A place of a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PlaceView {
    pub id: String,
    pub name: String,
    pub keeper: Option<String>,
    /// When a value was last ticked off there.
    pub installed_at: Option<String>,
    /// Miftah changed the key since.
    pub needs_new: bool,
}

impl PlaceView {
    /// A place as it is shown beside its key.
    pub(crate) fn of(place: &Place, known: &KnownKey) -> Self {
        Self {
            id: place.id.as_str().to_owned(),
            name: place.name.clone(),
            keeper: place.keeper.clone(),
            installed_at: place.installed.as_ref().map(|(_, at)| at.to_string()),
            needs_new: needs_new_value(place, known),
        }
    }
}
