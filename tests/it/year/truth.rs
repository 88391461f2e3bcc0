//! What really happens to keys, whoever knows of it.

use dhmad_sandbox::MeBehaviour;
use jiff::Timestamp;
use miftah_core::keys::Environment;

/// What one answer of DHMAD said of a key, and reached Miftah.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown {
    pub(super) at: Timestamp,
    pub(super) last_use: Option<Timestamp>,
    pub(super) active: bool,
    pub(super) generation: usize,
}

/// A key of the year.
pub(super) struct TrueKey {
    pub(super) environment: Environment,
    pub(super) created: Timestamp,
    pub(super) expires: Option<Timestamp>,
    /// Each time it was switched, and to what.
    pub(super) switched: Vec<(Timestamp, bool)>,
    /// Each time it got another value elsewhere.
    pub(super) regenerated: Vec<Timestamp>,
    /// Every call by others, oldest first.
    pub(super) uses: Vec<Timestamp>,
    /// How `/v1/me` counts for it.
    pub(super) me: MeBehaviour,
    /// Miftah's own calls that counted as a use, oldest first.
    pub(super) counted: Vec<Timestamp>,
    /// What Miftah was shown, oldest first.
    pub(super) shown: Vec<Shown>,
    /// When Miftah called with it, whether that counted or not.
    pub(super) called: Vec<Timestamp>,
}

impl TrueKey {
    pub(super) fn is_active(&self, at: Timestamp) -> bool {
        self.switched.iter().rev().find(|(when, _)| *when <= at).is_none_or(|(_, on)| *on)
    }

    /// How often its value was changed by then.
    pub(super) fn generation(&self, at: Timestamp) -> usize {
        self.regenerated.iter().filter(|when| **when <= at).count()
    }

    /// The last call by others by then.
    pub(super) fn used_by(&self, at: Timestamp) -> Option<Timestamp> {
        let until = self.uses.partition_point(|used| *used <= at);
        until.checked_sub(1).map(|last| self.uses[last])
    }

    /// What DHMAD would name then.
    pub(super) fn last_use(&self, at: Timestamp) -> Option<Timestamp> {
        self.used_by(at).max(self.counted.last().copied())
    }

    pub(super) fn show(&mut self, at: Timestamp, last_use: Option<Timestamp>) {
        let (active, generation) = (self.is_active(at), self.generation(at));
        self.shown.push(Shown { at, last_use, active, generation });
    }
}
