//! What Miftah itself remembers of a key, beside what DHMAD says.

use jiff::Timestamp;

use super::{AccountId, Key, KeyPrefix, Status};

/// Who changed a key's value, as far as Miftah can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangedBy {
    /// Regenerated or taken in by this Miftah.
    Miftah,
    /// Its prefix was another one at the check before: somebody regenerated it.
    Elsewhere,
}

/// The last change of a key's value that Miftah knows of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// When; for [`ChangedBy::Elsewhere`] the moment it was first seen.
    pub at: Timestamp,
    /// By whom.
    pub by: ChangedBy,
}

/// A key with what Miftah remembers of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownKey {
    /// The account it is kept under.
    pub account: AccountId,
    /// What DHMAD said last. For a key taken while offline: what its own text tells.
    pub key: Key,
    /// What the person calls it here (guided mode); `None` shows DHMAD's name.
    pub label: Option<String>,
    /// When Miftah first saw it.
    pub first_seen: Timestamp,
    /// When DHMAD last described it; for a key that is not tested yet, when it was taken in.
    pub seen_at: Timestamp,
    /// The last known change of its value.
    pub change: Option<Change>,
    /// The prefix of the value in the keychain; `None` if no value is held.
    pub held: Option<KeyPrefix>,
    /// Since when Miftah knows it to be switched off: the first sight of that counts.
    pub off_since: Option<Timestamp>,
    /// Whether DHMAD has ever confirmed it. `false` only for keys taken in and not tested yet.
    pub tested: bool,
}

impl KnownKey {
    /// A key seen for the first time in a list or an answer of DHMAD.
    pub fn first_seen(account: AccountId, key: Key, now: Timestamp) -> Self {
        Self {
            off_since: (key.status == Status::Inactive).then_some(now),
            account,
            key,
            label: None,
            first_seen: now,
            seen_at: now,
            change: None,
            held: None,
            tested: true,
        }
    }

    /// The name to show.
    pub fn name(&self) -> &str {
        self.label.as_deref().unwrap_or(&self.key.name)
    }

    /// Takes over what DHMAD says now, and notices a value changed elsewhere by its prefix.
    pub fn update(&mut self, key: Key, now: Timestamp) {
        if let (Some(before), Some(after)) = (&self.key.prefix, &key.prefix)
            && before != after
        {
            self.change = Some(Change { at: now, by: ChangedBy::Elsewhere });
        }
        self.off_since = match key.status {
            Status::Inactive => self.off_since.or(Some(now)),
            Status::Active => None,
            Status::Unknown => self.off_since,
        };
        self.key = key;
        self.seen_at = now;
        self.tested = true;
    }

    /// The same for an answer to a question asked at `asked_at`: it does not undo a change that Miftah made
    /// since then.
    pub fn update_as_of(&mut self, mut key: Key, asked_at: Timestamp, now: Timestamp) {
        let newer = self.change.is_some_and(|change| change.by == ChangedBy::Miftah && change.at > asked_at);
        if newer {
            key.prefix.clone_from(&self.key.prefix);
        }
        self.update(key, now);
    }

    /// Notes that Miftah itself put a new value in place.
    pub fn changed_here(&mut self, prefix: KeyPrefix, now: Timestamp) {
        self.change = Some(Change { at: now, by: ChangedBy::Miftah });
        self.key.prefix = Some(prefix.clone());
        self.held = Some(prefix);
    }

    /// Whether the value in the keychain is known to be an older one.
    pub fn replaced_elsewhere(&self) -> bool {
        matches!((&self.held, &self.key.prefix), (Some(held), Some(now)) if held != now)
    }

    /// The moment from which age counts: the latest of creation and the last known change.
    pub fn base_date(&self) -> Option<Timestamp> {
        self.key.created_at.into_iter().chain(self.change.map(|change| change.at)).max()
    }
}
