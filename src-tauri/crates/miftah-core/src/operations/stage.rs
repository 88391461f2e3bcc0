//! Where an operation stands.

/// The stages of all three operations. Which of them an operation can reach depends on its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Confirmed, nothing sent.
    Intended,
    /// The request may have been written: whether DHMAD did it is not known.
    Sending,
    /// A readable answer is sealed; its key is not in the keychain's current slot yet.
    Received,
    /// The sealed answer holds no key that fits: whether DHMAD did it is not known.
    Unreadable,
    /// Told "not carried out" on good grounds, and still watched.
    Unchanged,
    /// The old value is dead and the new one is nowhere. Waits for the person.
    Lost,
    /// The value received is not DHMAD's present one. Waits for the person.
    Replaced,
    /// Rotation: a successor without a value stands at DHMAD. Waits for the person.
    Orphan,
    /// Rotation: the orphan is being switched off.
    OrphanSwitchingOff,
    /// Rotation: the successor is kept; the person installs it.
    Stored,
    /// Rotation: everything uses the successor, says the person; both are watched.
    Installed,
    /// Rotation: the old key is being switched off.
    SwitchingOff,
    /// Rotation: the old key is off.
    Off,
    /// Rotation: the old key is being switched on again.
    SwitchingOn,
    /// Rotation: the old key is being deleted.
    Deleting,
    /// Over: the new value is kept, or the rotation went to its end.
    Done,
    /// Over: nothing was carried out.
    NotExecuted,
    /// Over: the person has dealt with it.
    Closed,
}

impl Stage {
    /// Whether nothing more can happen.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::NotExecuted | Self::Closed)
    }

    /// Whether Miftah itself has something to find out or to finish, now and at every start.
    pub const fn is_unsettled(self) -> bool {
        matches!(
            self,
            Self::Intended
                | Self::Sending
                | Self::Received
                | Self::Unreadable
                | Self::Unchanged
                | Self::OrphanSwitchingOff
                | Self::SwitchingOff
                | Self::SwitchingOn
                | Self::Deleting
        )
    }

    /// Whether a new operation on the same key has to wait for this one.
    pub const fn blocks(self) -> bool {
        self.is_unsettled() && !matches!(self, Self::Intended)
    }
}
