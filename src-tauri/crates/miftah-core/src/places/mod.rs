//! The places where a key is used: what has to get the new value when it changes.

mod edit;
mod place;

pub use edit::{PlaceError, add_place, change_place, remove_place, tick_place};
pub use place::{Place, PlaceId, needs_new_value};
