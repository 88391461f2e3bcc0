//! A key as DHMAD describes it.

use jiff::Timestamp;

use super::{Environment, KeyId, KeyPrefix};

/// Whether DHMAD accepts calls with a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It works.
    Active,
    /// Switched off; reversible.
    Inactive,
    /// The answer did not say.
    Unknown,
}

/// When a key was last used, as the server says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LastUse {
    /// The server said `null`: no call yet.
    Never,
    /// The server named a moment.
    At(Timestamp),
    /// Missing or unreadable. Never a reason to alarm, and never a reason to hurry.
    Unknown,
}

/// What DHMAD tells about a key: `apiKey` of `/v1/me` and of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// DHMAD's id.
    pub id: KeyId,
    /// The name as typed, a whole key in it cut out. May hold any character; may be empty.
    pub name: String,
    /// Live or sandbox.
    pub environment: Environment,
    /// The public beginning; `None` if the answer had none.
    pub prefix: Option<KeyPrefix>,
    /// Active or not.
    pub status: Status,
    /// Last use as the server says it.
    pub last_use: LastUse,
    /// Creation.
    pub created_at: Option<Timestamp>,
    /// Expiry; `None` for "never" and for "not said".
    pub expires_at: Option<Timestamp>,
    /// Requests a minute.
    pub rate_limit: Option<u32>,
}

/// A read list of keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyList {
    /// The keys that could be read, each id once.
    pub keys: Vec<Key>,
    /// Entries that could not be read (no id, no environment).
    pub unreadable: u32,
    /// Whether every page was read. From a cut list nothing may be concluded about a key that is not in it.
    pub complete: bool,
    /// When DHMAD answered, by its own clock (the `Date` header), if it said.
    pub server_date: Option<Timestamp>,
}
