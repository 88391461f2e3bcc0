//! The keys as the window sees them: with their places and with the operations on them.

use std::collections::{HashMap, HashSet};

use miftah_core::keys::{KeyId, KnownKey, Listing, Scope, deletable};
use miftah_core::operations::{Kind, Operation, Stage};
use miftah_core::places::Place;
use miftah_core::remarks::Remark;
use miftah_core::reminders::{Inbox, Item, facts, inbox};
use miftah_core::rotation::open_operations;
use miftah_core::timed_off::TimedOff;

use super::{App, lock};
use crate::ipc::errors::{ErrorCode, IpcError};
use crate::ipc::views::{Around, KeyListView, KeyView, KeychainState, Now, PlaceView, TroubleView};

/// What stands beside the keys.
struct Surroundings {
    operations: Vec<Operation>,
    places: HashMap<KeyId, Vec<Place>>,
    remarks: HashMap<KeyId, Remark>,
    timed_offs: Vec<TimedOff>,
}

impl App {
    /// The list as it is shown now.
    pub(crate) fn list_view(&self, listing: &Listing) -> Result<KeyListView, IpcError> {
        if let Some(off) = listing.clock_off {
            self.clock_is_off(off);
        }
        let around = self.surroundings()?;
        let (ours, theirs) = self.now();
        let facts = facts(&self.ports, &self.ports.store.settings()?, listing, ours)?;
        let inbox = inbox(&facts, &self.ports.store.marks()?, theirs, ours);
        let foremost = foremost_open(&inbox);
        let keys = facts.iter().map(|fact| fact.known.clone()).collect();
        let listing = Listing { keys, ..listing.clone() };
        let now = Now { ours, clock_off: *lock(&self.clock_off) };
        let mut view = KeyListView::of(&listing, now, self.ports.timings.list_stale);
        for (shown, fact) in view.keys.iter_mut().zip(&facts) {
            shown.attention = foremost.get(&fact.known.key.id).map(|item| item.reminder.finding.into());
            shown.change_after_days = fact.thresholds.stale.unwrap_or(0);
            self.surround(shown, &fact.known, &around);
        }
        let listed = |id: &KeyId| listing.keys.iter().any(|known| known.key.id == *id);
        let made = around.operations.iter().filter(|open| open.subject.kind == Kind::Create);
        let rowless = made.filter(|open| !open.issued_id.as_ref().is_some_and(&listed));
        view.making = rowless.filter_map(|operation| self.trouble(operation, None)).collect();
        for known in self.troubled(&listing, &around)? {
            view.keys.push(self.key_view(&known)?);
        }
        Ok(view)
    }

    /// One key as it is shown now.
    pub(crate) fn key_view(&self, known: &KnownKey) -> Result<KeyView, IpcError> {
        let listing = Listing {
            keys: vec![known.clone()],
            scope: Scope::Known,
            checked_at: None,
            unreadable: 0,
            complete: false,
            clock_off: None,
        };
        let (ours, theirs) = self.now();
        let facts = facts(&self.ports, &self.ports.store.settings()?, &listing, ours)?;
        let inbox = inbox(&facts, &self.ports.store.marks()?, theirs, ours);
        let Some(fact) = facts.first() else { return Err(IpcError::silent(ErrorCode::NotFound)) };
        let mut view = KeyView::of(&fact.known, theirs);
        view.attention =
            foremost_open(&inbox).get(&fact.known.key.id).map(|item| item.reminder.finding.into());
        view.change_after_days = fact.thresholds.stale.unwrap_or(0);
        self.surround(&mut view, &fact.known, &self.surroundings()?);
        Ok(view)
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
        Ok(Surroundings {
            operations: open_operations(&self.ports)?,
            places,
            remarks,
            timed_offs: self.ports.store.timed_offs()?,
        })
    }

    fn surround(&self, view: &mut KeyView, known: &KnownKey, around: &Surroundings) {
        let id = &known.key.id;
        view.removal = deletable(known, &self.ports.timings, self.ports.clock.now()).into();
        let places = around.places.get(id).map(Vec::as_slice).unwrap_or_default();
        view.places = places.iter().map(|place| PlaceView::of(place, known)).collect();
        if let Some(remark) = around.remarks.get(id) {
            view.note.clone_from(&remark.note);
            view.tags.clone_from(&remark.tags);
            view.advice = remark.advice.into();
            view.favourite = remark.favourite;
        }
        let back = around.timed_offs.iter().find(|timed| timed.key == *id && timed.account == known.account);
        view.back_on_at = back.map(|timed| timed.on_at.to_string());
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

/// Of each key that needs the person what is shown beside it: what comes first in the order of the rules.
fn foremost_open(inbox: &Inbox) -> HashMap<&KeyId, &Item> {
    let mut foremost: HashMap<&KeyId, &Item> = HashMap::new();
    for item in &inbox.open {
        let first = foremost.entry(&item.known.key.id).or_insert(item);
        if item.reminder.kind() < first.reminder.kind() {
            *first = item;
        }
    }
    foremost
}
