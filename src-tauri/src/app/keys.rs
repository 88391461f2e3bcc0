//! The keys as the window sees them: with their places and with the operations on them.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use miftah_core::keys::{KeyId, KnownKey, LastUse, Listing, Scope, Status, by_dhmads_clock, deletable};
use miftah_core::operations::{Kind, Operation, Stage};
use miftah_core::places::Place;
use miftah_core::remarks::{Advice, Remark};
use miftah_core::reminders::{Finding, Policy, Seen, foremost};
use miftah_core::rotation::open_operations;
use miftah_core::usage::last_real_use;

use super::{App, lock};
use crate::ipc::errors::IpcError;
use crate::ipc::views::{Around, KeyListView, KeyView, KeychainState, Now, PlaceView, TroubleView};

/// What stands beside the keys.
struct Surroundings {
    operations: Vec<Operation>,
    places: HashMap<KeyId, Vec<Place>>,
    remarks: HashMap<KeyId, Remark>,
}

impl App {
    /// The list as it is shown now.
    pub(crate) fn list_view(&self, listing: &Listing) -> Result<KeyListView, IpcError> {
        let around = self.surroundings()?;
        let mut listing = listing.clone();
        for known in &mut listing.keys {
            known.key.last_use = self.real_use(known)?;
        }
        let listing = &listing;
        if listing.clock_off.is_some() {
            *lock(&self.clock_off) = listing.clock_off;
        }
        let clock_off = *lock(&self.clock_off);
        let now = Now { ours: self.ports.clock.now(), clock_off };
        let mut view = KeyListView::of(listing, now, self.ports.timings.list_stale);
        for (shown, known) in view.keys.iter_mut().zip(&listing.keys) {
            self.surround(shown, known, &around)?;
        }
        let listed = |id: &KeyId| listing.keys.iter().any(|known| known.key.id == *id);
        let made = around.operations.iter().filter(|open| open.subject.kind == Kind::Create);
        let rowless = made.filter(|open| !open.issued_id.as_ref().is_some_and(&listed));
        view.making = rowless.filter_map(|operation| self.trouble(operation, None)).collect();
        for known in self.troubled(listing, &around)? {
            view.keys.push(self.key_view(&known)?);
        }
        Ok(view)
    }

    /// One key as it is shown now.
    pub(crate) fn key_view(&self, known: &KnownKey) -> Result<KeyView, IpcError> {
        let now = by_dhmads_clock(self.ports.clock.now(), *lock(&self.clock_off));
        let mut used = known.clone();
        used.key.last_use = self.real_use(known)?;
        let mut view = KeyView::of(&used, now);
        self.surround(&mut view, &used, &self.surroundings()?)?;
        Ok(view)
    }

    /// Its last use by others. Only a key whose value is held can have been used by Miftah itself.
    fn real_use(&self, known: &KnownKey) -> Result<LastUse, IpcError> {
        if known.held.is_none() {
            return Ok(known.key.last_use);
        }
        let (store, account, id) = (&self.ports.store, &known.account, &known.key.id);
        let own_calls = store.own_calls(account, id)?;
        if own_calls.is_empty() {
            return Ok(known.key.last_use);
        }
        Ok(last_real_use(known.key.last_use, &store.samples(account, id, Timestamp::UNIX_EPOCH)?, &own_calls))
    }

    /// What matters most about it. Only of a switched-off key are the checks before looked at: whether it was used since.
    fn attention(&self, known: &KnownKey, advice: Advice) -> Result<Option<Finding>, IpcError> {
        let (store, account, id) = (&self.ports.store, &known.account, &known.key.id);
        let off = known.key.status == Status::Inactive;
        let samples = if off { store.samples(account, id, Timestamp::UNIX_EPOCH)? } else { Vec::new() };
        let own_calls = if off { store.own_calls(account, id)? } else { Vec::new() };
        let seen = Seen { known, samples: &samples, own_calls: &own_calls };
        let now = by_dhmads_clock(self.ports.clock.now(), *lock(&self.clock_off));
        Ok(foremost(&seen, &Policy::usual().of(known.key.environment, advice), now))
    }

    /// Keys that DHMAD does not list any more while something about them is not settled: it must be seen to be ended.
    fn troubled(&self, listing: &Listing, around: &Surroundings) -> Result<Vec<KnownKey>, IpcError> {
        let unlisted = |open: &&Operation| {
            let listed = || listing.keys.iter().any(|known| known.key.id == open.subject.key);
            open.subject.kind == Kind::Regenerate && listing.scope == Scope::All && !listed()
        };
        let ids: HashSet<&KeyId> =
            around.operations.iter().filter(unlisted).map(|open| &open.subject.key).collect();
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let keys = self.ports.store.all_keys()?;
        Ok(keys.into_iter().filter(|known| ids.contains(&known.key.id)).collect())
    }

    fn surroundings(&self) -> Result<Surroundings, IpcError> {
        let mut places: HashMap<KeyId, Vec<Place>> = HashMap::new();
        for place in self.ports.store.all_places()? {
            places.entry(place.key.clone()).or_default().push(place);
        }
        let remarks = self.ports.store.all_remarks()?.into_iter();
        let remarks = remarks.map(|remark| (remark.key.clone(), remark)).collect();
        Ok(Surroundings { operations: open_operations(&self.ports)?, places, remarks })
    }

    fn surround(&self, view: &mut KeyView, known: &KnownKey, around: &Surroundings) -> Result<(), IpcError> {
        let id = &known.key.id;
        view.removal = deletable(known, &self.ports.timings, self.ports.clock.now()).into();
        let places = around.places.get(id).map(Vec::as_slice).unwrap_or_default();
        view.places = places.iter().map(|place| PlaceView::of(place, known)).collect();
        if let Some(remark) = around.remarks.get(id) {
            view.note.clone_from(&remark.note);
            view.tags.clone_from(&remark.tags);
            view.change_after_days = remark.advice.days().unwrap_or(0);
        }
        let advice = around.remarks.get(id).map_or(Advice::Usual, |remark| remark.advice);
        view.attention = self.attention(known, advice)?.map(Into::into);
        let rotation = |fits: &dyn Fn(&Operation) -> bool| {
            let found =
                around.operations.iter().find(|open| open.subject.kind == Kind::Rotation && fits(open));
            found.map(|open| open.id.as_str().to_owned())
        };
        view.rotation = rotation(&|open| open.subject.key == *id);
        view.successor_in = rotation(&|open| open.issued_id.as_ref() == Some(id));
        // The opened row tells of an operation that is on its way; it is no trouble yet.
        let under_way = lock(&self.operation).as_ref().is_some_and(|now| now.key == *id && !now.is_over());
        let of_key = |open: &&Operation| match open.subject.kind {
            Kind::Regenerate => open.subject.key == *id,
            Kind::Create => open.issued_id.as_ref() == Some(id),
            Kind::Rotation | Kind::Take => false,
        };
        let newest = around.operations.iter().rfind(of_key);
        // "Nothing was regenerated" is no news about a key whose value was lost before.
        let lost = |open: &&Operation| of_key(open) && matches!(open.stage, Stage::Lost | Stage::Replaced);
        let worse = newest.filter(|open| open.stage == Stage::Unchanged);
        let worse = worse.and_then(|_| around.operations.iter().rfind(lost));
        let open = worse.or(newest).filter(|_| !under_way);
        view.trouble = open.and_then(|operation| self.trouble(operation, Some(known)));
        Ok(())
    }

    fn trouble(&self, operation: &Operation, known: Option<&KnownKey>) -> Option<TroubleView> {
        let in_memory = lock(&self.unkept).as_ref().is_some_and(|unkept| unkept.operation.id == operation.id);
        let sealed = matches!(operation.stage, Stage::Lost | Stage::Received | Stage::Replaced)
            && self.ports.spool.holds(&operation.id).unwrap_or(false);
        let keychain = self.keychain_state() == KeychainState::Ready;
        let hindrance = self.resolving.hindrance(&operation.id);
        let copyable = in_memory || (sealed && keychain);
        let around = Around { hindrance: hindrance.as_ref(), sealed, copyable, in_memory };
        TroubleView::of(operation, known, &around)
    }
}
