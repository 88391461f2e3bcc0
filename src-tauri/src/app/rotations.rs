//! The safe rotations as their cards show them.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use miftah_core::keys::{KeyId, KnownKey, LastUse};
use miftah_core::operations::{Kind, Operation, Stage};
use miftah_core::places::Place;
use miftah_core::rotation::open_operations;
use miftah_core::rotation::safe::{Look, Watch, look};

use super::{App, lock};
use crate::ipc::errors::IpcError;
use crate::ipc::shown;
use crate::ipc::views::{
    LanesView, RotationPlaceView, RotationStage, RotationView, UncheckedView, WatchView,
};

/// How far the lanes reach back before the rotation began.
const BEFORE: SignedDuration = SignedDuration::from_hours(24);
/// The lanes show no more than this.
const LONGEST: SignedDuration = SignedDuration::from_hours(14 * 24);
/// Two checks further apart than this leave a gap that nobody looked into.
const UNCHECKED: SignedDuration = SignedDuration::from_hours(12);

impl App {
    /// The rotations under way, oldest first.
    pub(crate) fn rotations(&self) -> Result<Vec<RotationView>, IpcError> {
        let open = open_operations(&self.ports)?;
        let rotations = open.into_iter().filter(|operation| operation.subject.kind == Kind::Rotation);
        rotations.filter_map(|operation| self.rotation(&operation).transpose()).collect()
    }

    /// How many rotations are under way.
    pub(crate) fn rotation_count(&self) -> u32 {
        let open = open_operations(&self.ports).unwrap_or_default();
        let count = open.iter().filter(|operation| operation.subject.kind == Kind::Rotation).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// What the watch over a rotation says now.
    pub(crate) fn watch(&self, operation: &Operation) -> Result<Watch, IpcError> {
        Ok(look(&self.ports, operation, self.ports.clock.now())?.watch)
    }

    fn rotation(&self, operation: &Operation) -> Result<Option<RotationView>, IpcError> {
        let keys = self.ports.store.keys(&operation.subject.account)?;
        let find = |id: &KeyId| keys.iter().find(|known| known.key.id == *id);
        let Some(old) = find(&operation.subject.key) else { return Ok(None) };
        let new = operation.issued_id.as_ref().and_then(find);
        let problem = self.resolving.hindrance(&operation.id);
        let Some(stage) = self.stage(operation, problem.is_some()) else { return Ok(None) };
        let read = look(&self.ports, operation, self.ports.clock.now())?;
        let check = lock(&self.checks).get(&operation.id).copied();
        let watches = matches!(stage, RotationStage::Stored | RotationStage::Installed);
        Ok(Some(RotationView {
            operation: operation.id.as_str().to_owned(),
            name: shown(old.name()),
            environment: operation.subject.environment.into(),
            old_key_id: old.key.id.as_str().to_owned(),
            old_prefix: prefix(Some(old)),
            new_key_id: operation.issued_id.as_ref().map(|id| id.as_str().to_owned()),
            new_prefix: prefix(new)
                .or_else(|| operation.prefix.as_ref().map(|prefix| prefix.as_str().to_owned())),
            new_name: match (new, &operation.tag) {
                (Some(new), _) if !new.name().is_empty() => shown(new.name()),
                (_, Some(tag)) => shown(&tag.name_for(&old.key.name)),
                _ => shown(old.name()),
            },
            started_at: operation.began.to_string(),
            stage,
            problem,
            stored_at: operation.kept.map(|at| at.to_string()),
            check: check.map(Into::into),
            installed_at: operation.installed.map(|at| at.to_string()),
            off_at: operation.off.map(|at| at.to_string()),
            delete_from: operation
                .off
                .and_then(|off| off.checked_add(signed(self.ports.timings.soak)).ok())
                .map(|at| at.to_string()),
            places: read.places.iter().map(|place| place_view(place, operation)).collect(),
            keychain_name: self.keychain_name(),
            watch: watches.then(|| watch_view(&read.watch, read.rare_use)),
            lanes: watches.then(|| lanes(operation, &read, self.ports.clock.now())),
        }))
    }

    fn stage(&self, operation: &Operation, waits: bool) -> Option<RotationStage> {
        let starting = lock(&self.starting).contains(&operation.subject.key);
        Some(match operation.stage {
            Stage::Intended | Stage::Sending | Stage::Received | Stage::Unreadable if starting => {
                RotationStage::Creating
            }
            Stage::Sending | Stage::Received | Stage::Unreadable if waits => RotationStage::Waiting,
            Stage::Sending | Stage::Received | Stage::Unreadable => RotationStage::Resolving,
            Stage::Unchanged => RotationStage::Unchanged,
            Stage::Orphan | Stage::OrphanSwitchingOff => RotationStage::Orphan,
            Stage::Stored => RotationStage::Stored,
            Stage::Installed => RotationStage::Installed,
            Stage::SwitchingOff => RotationStage::SwitchingOff,
            Stage::Off => RotationStage::Off,
            Stage::SwitchingOn => RotationStage::SwitchingOn,
            Stage::Deleting => RotationStage::Deleting,
            _ => return None,
        })
    }
}

fn prefix(known: Option<&KnownKey>) -> Option<String> {
    known.and_then(|known| known.key.prefix.as_ref()).map(|prefix| prefix.as_str().to_owned())
}

fn place_view(place: &Place, operation: &Operation) -> RotationPlaceView {
    let has = operation.prefix.as_ref().is_some_and(|prefix| place.has(prefix));
    RotationPlaceView {
        id: place.id.as_str().to_owned(),
        name: place.name.clone(),
        keeper: place.keeper.clone(),
        has,
        installed_at: place.installed.as_ref().filter(|_| has).map(|(_, at)| at.to_string()),
    }
}

fn watch_view(watch: &Watch, rare_use: Option<bool>) -> WatchView {
    let seconds = |duration: SignedDuration| u32::try_from(duration.as_secs().max(0)).unwrap_or(u32::MAX);
    WatchView {
        old_last_use: watch.old_last_use.map_or(LastUse::Unknown, LastUse::At).into(),
        new_seen_at: watch.new_moves.first().map(ToString::to_string),
        new_moves: u32::try_from(watch.new_moves.len()).unwrap_or(u32::MAX),
        quiet_seconds: seconds(watch.quiet),
        wait_seconds: seconds(watch.wait),
        ready_at: watch.ready_at.map(|at| at.to_string()),
        ready: watch.ready,
        used_again_at: watch.used_again.map(|at| at.to_string()),
        asks_rare_use: watch.asks_rare_use,
        rare_use,
        watched_days: seconds(watch.watched) / (24 * 3600),
    }
}

fn lanes(operation: &Operation, read: &Look, now: Timestamp) -> LanesView {
    let from = (operation.began - BEFORE).max(now - LONGEST);
    let marks = |moves: &[Timestamp]| {
        moves.iter().filter(|at| **at >= from && **at <= now).map(ToString::to_string).collect()
    };
    let checks: Vec<Timestamp> =
        read.old.iter().map(|sample| sample.at).filter(|at| *at >= from && *at <= now).collect();
    let ends = [from].into_iter().chain(checks.iter().copied());
    let starts = checks.iter().copied().chain([now]);
    let unchecked = ends
        .zip(starts)
        .filter(|(end, start)| start.duration_since(*end) > UNCHECKED)
        .map(|(end, start)| UncheckedView { from: end.to_string(), to: start.to_string() })
        .collect();
    LanesView {
        from: from.to_string(),
        to: now.to_string(),
        old: marks(&read.watch.old_moves),
        new: marks(&read.watch.new_moves),
        quiet_from: read.watch.old_last_use.map(|at| at.max(from).to_string()),
        unchecked,
    }
}

fn signed(duration: Duration) -> SignedDuration {
    SignedDuration::try_from(duration).unwrap_or(SignedDuration::MAX)
}
