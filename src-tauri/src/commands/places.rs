//! The places where a key is used.

use miftah_core::keys::KeyPrefix;
use miftah_core::places::{self, PlaceId};
use tauri::command;

use super::{Answer, Shell, known_key, open_operation};
use crate::app::App;
use crate::ipc::errors::{ErrorCode, IpcError};
use crate::ipc::requests::{AddPlaceRequest, ChangePlaceRequest, PlaceRequest, TickPlaceRequest};
use crate::ipc::views::PlaceView;

/// Adds a place to a key.
#[command]
#[specta::specta]
pub(crate) fn add_place(app: Shell<'_>, request: AddPlaceRequest) -> Answer<PlaceView> {
    let known = known_key(&app, &request.key_id)?;
    let place = places::add_place(&app.ports, &known, &request.name, request.keeper.as_deref(), None)?;
    app.tell_operations();
    Ok(PlaceView::of(&place, &known))
}

/// Changes a place's name and keeper.
#[command]
#[specta::specta]
pub(crate) fn change_place(app: Shell<'_>, request: ChangePlaceRequest) -> Answer<()> {
    let id = place_id(&request.place_id)?;
    places::change_place(&app.ports, &id, &request.name, request.keeper.as_deref())?;
    app.tell_operations();
    Ok(())
}

/// Forgets a place.
#[command]
#[specta::specta]
pub(crate) fn remove_place(app: Shell<'_>, request: PlaceRequest) -> Answer<()> {
    places::remove_place(&app.ports, &place_id(&request.place_id)?)?;
    app.tell_operations();
    Ok(())
}

/// Ticks a place off, or takes the tick back.
#[command]
#[specta::specta]
pub(crate) fn tick_place(app: Shell<'_>, request: TickPlaceRequest) -> Answer<()> {
    let id = place_id(&request.place_id)?;
    let value = if request.ticked { Some(value_for(&app, &id, request.operation.as_deref())?) } else { None };
    places::tick_place(&app.ports, &id, value)?;
    app.tell_operations();
    Ok(())
}

/// The value that was put there: a rotation's successor, or the key's present one.
fn value_for(app: &App, id: &PlaceId, operation: Option<&str>) -> Answer<KeyPrefix> {
    let missing = || IpcError::silent(ErrorCode::NotFound);
    if let Some(operation) = operation {
        return open_operation(app, operation)?.prefix.ok_or_else(missing);
    }
    let places = app.ports.store.all_places()?;
    let place = places.into_iter().find(|place| place.id == *id).ok_or_else(missing)?;
    let keys = app.ports.store.keys(&place.account)?;
    let known = keys.into_iter().find(|known| known.key.id == place.key).ok_or_else(missing)?;
    known.key.prefix.ok_or_else(missing)
}

fn place_id(text: &str) -> Answer<PlaceId> {
    PlaceId::parse(text).map_err(|_| IpcError::field("place_id", "not_an_id"))
}
