//! What the rules go by, read from the store for all keys at once.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

use super::{Seen, Thresholds};
use crate::keys::{AccountId, KeyId, KnownKey, LastUse, Listing, Status};
use crate::operations::Kind;
use crate::ports::{Ports, StoreError};
use crate::remarks::KeyAdvice;
use crate::rotation::open_operations;
use crate::rotation::safe::{Waits, waits};
use crate::settings::{Access, Settings};
use crate::usage::{OwnCall, UsageSample, explains, last_probed_use, last_real_use};

/// A silence that was broken is told for a week after the check that found it; the check before may lie further back, and
/// is read with it.
const RECENT: SignedDuration = SignedDuration::from_hours(8 * 24);

/// What is known of one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The key; its last use without Miftah's own calls.
    pub known: KnownKey,
    /// What the checks said of its use, oldest first.
    pub samples: Vec<UsageSample>,
    /// Miftah's own calls with it, oldest first.
    pub own_calls: Vec<OwnCall>,
    /// What its rotation waits for.
    pub rotation: Option<Waits>,
    /// The days that hold for it.
    pub thresholds: Thresholds,
    /// What was last heard of it is too old to conclude anything from.
    pub old: bool,
    /// After how long it will be: these may be read some time before they are looked at.
    pub fresh_for: SignedDuration,
}

impl Facts {
    /// Whether it is too old by now.
    pub(super) fn is_old(&self, now: Timestamp) -> bool {
        self.old || is_old(self.known.seen_at, self.fresh_for, now)
    }

    /// As the rules take it.
    pub fn seen(&self) -> Seen<'_> {
        Seen {
            known: &self.known,
            samples: &self.samples,
            own_calls: &self.own_calls,
            rotation: self.rotation,
        }
    }
}

/// Everything that can be said something about: the keys of a listing, with what was seen of them until `now`, by this
/// computer's clock.
pub fn facts(
    ports: &Ports,
    settings: &Settings,
    listing: &Listing,
    now: Timestamp,
) -> Result<Vec<Facts>, StoreError> {
    // In guided mode a key is asked about once a week, on a day on which the keychain is open.
    let guided = matches!(settings.access, Access::Guided { .. });
    let fresh_for = if guided { ports.timings.probe_stale } else { ports.timings.list_stale };
    let fresh_for = SignedDuration::try_from(fresh_for).unwrap_or(SignedDuration::MAX);
    let last_use = if guided { last_probed_use } else { last_real_use };
    let mut own_calls: HashMap<(AccountId, KeyId), Vec<OwnCall>> = HashMap::new();
    for call in ports.store.all_own_calls()? {
        own_calls.entry((call.account.clone(), call.key.clone())).or_default().push(call);
    }
    let advice: HashMap<(AccountId, KeyId), KeyAdvice> = ports
        .store
        .all_remarks()?
        .into_iter()
        .map(|remark| ((remark.account, remark.key), remark.advice))
        .collect();
    let mut rotations = HashMap::new();
    for operation in open_operations(ports)?.iter().filter(|open| open.subject.kind == Kind::Rotation) {
        if let Some(waits) = waits(ports, operation, now)? {
            rotations.insert((operation.subject.account.clone(), operation.subject.key.clone()), waits);
        }
    }
    let mut facts = Vec::with_capacity(listing.keys.len());
    for known in &listing.keys {
        let id = (known.account.clone(), known.key.id.clone());
        let own_calls = own_calls.remove(&id).unwrap_or_default();
        let samples = samples(ports, known, &own_calls, guided, now)?;
        let mut known = known.clone();
        known.key.last_use = last_use(known.key.last_use, &samples, &own_calls);
        let advice = advice.get(&id).copied().unwrap_or_default();
        facts.push(Facts {
            thresholds: settings.reminding.policy.of(known.key.environment, advice),
            old: is_old(known.seen_at, fresh_for, now),
            fresh_for,
            rotation: rotations.get(&id).copied(),
            known,
            samples,
            own_calls,
        });
    }
    Ok(facts)
}

/// Those checks that the rules can conclude anything from: of most keys hardly any, since what says the same as the checks
/// before leaves no sample.
fn samples(
    ports: &Ports,
    known: &KnownKey,
    own_calls: &[OwnCall],
    guided: bool,
    now: Timestamp,
) -> Result<Vec<UsageSample>, StoreError> {
    let (store, account, id) = (&ports.store, &known.account, &known.key.id);
    let all = || store.samples(account, id, Timestamp::MIN);
    let own = |last_use| matches!(last_use, LastUse::At(at) if explains(own_calls, at));
    if guided || known.key.status == Status::Inactive || own(known.key.last_use) {
        return all();
    }
    let from = now.saturating_sub(RECENT).unwrap_or(Timestamp::MIN);
    let mut samples: Vec<UsageSample> = store.sample_before(account, id, from)?.into_iter().collect();
    // What an own call may hide only the checks before it tell.
    if samples.first().is_some_and(|first| own(first.last_use)) {
        return all();
    }
    samples.extend(store.samples(account, id, from)?);
    Ok(samples)
}

/// A moment to come is as little to be believed as one long past: one of the two clocks was wrong.
fn is_old(seen_at: Timestamp, fresh_for: SignedDuration, now: Timestamp) -> bool {
    now.duration_since(seen_at).abs() > fresh_for
}
