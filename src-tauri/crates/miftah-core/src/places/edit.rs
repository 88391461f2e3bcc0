//! Adding, changing, removing and ticking off places.

use crate::keys::{KeyPrefix, KnownKey};
use crate::ports::{Ports, StoreError};

use super::{Place, PlaceId};

/// A name of a place or a person is at most this long, in characters.
const LONGEST: usize = 80;

/// Why nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PlaceError {
    /// Only white space.
    #[error("the name is empty")]
    Empty,
    /// More than 80 characters.
    #[error("the name is too long")]
    TooLong,
    /// It holds something that looks like a key.
    #[error("the name holds a key")]
    HoldsAKey,
    /// There is no such place.
    #[error("there is no such place")]
    NotFound,
    /// No randomness for a new id.
    #[error("the system gave no randomness")]
    Random,
    /// The store could not be used.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Adds a place to a key. `installed` is the value it has already.
pub fn add_place(
    ports: &Ports,
    known: &KnownKey,
    name: &str,
    keeper: Option<&str>,
    installed: Option<KeyPrefix>,
) -> Result<Place, PlaceError> {
    let place = Place {
        id: PlaceId::make().map_err(|_| PlaceError::Random)?,
        account: known.account.clone(),
        key: known.key.id.clone(),
        name: checked(name)?,
        keeper: keeper_of(keeper)?,
        installed: installed.map(|prefix| (prefix, ports.clock.now())),
    };
    ports.store.save_place(&place)?;
    Ok(place)
}

/// Changes a place's name and who answers for it.
pub fn change_place(ports: &Ports, id: &PlaceId, name: &str, keeper: Option<&str>) -> Result<(), PlaceError> {
    let mut place = find(ports, id)?;
    place.name = checked(name)?;
    place.keeper = keeper_of(keeper)?;
    Ok(ports.store.save_place(&place)?)
}

/// Forgets a place. One that is gone already is fine.
pub fn remove_place(ports: &Ports, id: &PlaceId) -> Result<(), PlaceError> {
    Ok(ports.store.remove_place(id)?)
}

/// Ticks a place off for a value (`Some`), or takes the tick back.
pub fn tick_place(ports: &Ports, id: &PlaceId, value: Option<KeyPrefix>) -> Result<(), PlaceError> {
    let mut place = find(ports, id)?;
    place.installed = value.map(|prefix| (prefix, ports.clock.now()));
    Ok(ports.store.save_place(&place)?)
}

fn find(ports: &Ports, id: &PlaceId) -> Result<Place, PlaceError> {
    ports.store.all_places()?.into_iter().find(|place| place.id == *id).ok_or(PlaceError::NotFound)
}

fn keeper_of(text: Option<&str>) -> Result<Option<String>, PlaceError> {
    match text.map(str::trim) {
        None | Some("") => Ok(None),
        Some(keeper) => checked(keeper).map(Some),
    }
}

/// A key pasted into the wrong field must not reach the store.
fn checked(text: &str) -> Result<String, PlaceError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(PlaceError::Empty);
    }
    if text.chars().count() > LONGEST {
        return Err(PlaceError::TooLong);
    }
    if crate::secret::redact(text) != text {
        return Err(PlaceError::HoldsAKey);
    }
    Ok(text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect())
}
