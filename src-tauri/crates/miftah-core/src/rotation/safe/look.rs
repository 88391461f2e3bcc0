//! Everything that was seen of a rotation's two keys, read from the store.

use jiff::{SignedDuration, Timestamp};

use super::{Seen, Watch, watch};
use crate::keys::KeyId;
use crate::operations::Operation;
use crate::places::Place;
use crate::ports::{Ports, StoreError};
use crate::usage::UsageSample;

/// What was read for one rotation.
pub struct Look {
    /// The old key's samples, oldest first.
    pub old: Vec<UsageSample>,
    /// The old key's places.
    pub places: Vec<Place>,
    /// The answer to "does anything use it less than once a day?".
    pub rare_use: Option<bool>,
    /// What follows from all of it.
    pub watch: Watch,
}

/// Looks at a rotation as it stands at `now`.
pub fn look(ports: &Ports, operation: &Operation, now: Timestamp) -> Result<Look, StoreError> {
    let (store, account) = (&ports.store, &operation.subject.account);
    let reach = SignedDuration::try_from(ports.timings.rare_use).unwrap_or(SignedDuration::MAX);
    let since = now.saturating_sub(reach + SignedDuration::from_hours(24)).unwrap_or(Timestamp::MIN);
    // With the one before: checks that say the same leave no sample each.
    let samples = |key: &KeyId| -> Result<Vec<UsageSample>, StoreError> {
        let before = store.sample_before(account, key, since)?;
        Ok(before.into_iter().chain(store.samples(account, key, since)?).collect())
    };
    let old = samples(&operation.subject.key)?;
    let mut own_calls = store.own_calls(account, &operation.subject.key)?;
    let mut new = Vec::new();
    if let Some(id) = &operation.issued_id {
        new = samples(id)?;
        own_calls.extend(store.own_calls(account, id)?);
    }
    let of_key = |place: &Place| place.key == operation.subject.key && place.account == *account;
    let places: Vec<Place> = store.all_places()?.into_iter().filter(of_key).collect();
    let rare_use = store.rare_use(operation.id.as_str())?;
    let seen = Seen { old: &old, new: &new, own_calls: &own_calls, places: &places, rare_use };
    let watch = watch(operation, &seen, &ports.timings, now);
    Ok(Look { old, places, rare_use, watch })
}
