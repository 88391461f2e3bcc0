//! A place, and which value it has.

use jiff::Timestamp;

use crate::keys::{AccountId, BadId, ChangedBy, KeyId, KeyPrefix, KnownKey};

/// A place's name in the store: 16 hex digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PlaceId(String);

impl PlaceId {
    /// A new one.
    pub fn make() -> Result<Self, getrandom::Error> {
        let mut random = [0_u8; 8];
        getrandom::fill(&mut random)?;
        Ok(Self(format!("{:016x}", u64::from_be_bytes(random))))
    }

    /// Accepts 16 lower-case hex digits.
    pub fn parse(text: &str) -> Result<Self, BadId> {
        let fits = text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if fits { Ok(Self(text.to_owned())) } else { Err(BadId) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A place where a key is used, such as "the shop's server", and who answers for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its id.
    pub id: PlaceId,
    /// The account of its key.
    pub account: AccountId,
    /// Its key.
    pub key: KeyId,
    /// What the person calls it.
    pub name: String,
    /// Who answers for it.
    pub keeper: Option<String>,
    /// The value that the person ticked off as put there, by its prefix, and when.
    pub installed: Option<(KeyPrefix, Timestamp)>,
}

impl Place {
    /// Whether the person ticked this value off here.
    pub fn has(&self, prefix: &KeyPrefix) -> bool {
        self.installed.as_ref().is_some_and(|(installed, _)| installed == prefix)
    }
}

/// Whether this place still has an older value of its key: Miftah put a new one in place since.
pub fn needs_new_value(place: &Place, known: &KnownKey) -> bool {
    let changed_here = known.change.is_some_and(|change| change.by == ChangedBy::Miftah);
    changed_here && known.key.prefix.as_ref().is_some_and(|present| !place.has(present))
}
