//! What the person notes about a key: for themselves alone, DHMAD never sees it.

mod edit;
mod hand_on;

use crate::keys::{AccountId, KeyId};

pub use edit::{RemarkError, note};
pub(crate) use hand_on::hand_on;

/// A note and tags of one key. It holds no key's value: see [`note`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The account of its key.
    pub account: AccountId,
    /// Its key.
    pub key: KeyId,
    /// Any text, with line breaks; may be empty.
    pub note: String,
    /// One line each, no two alike.
    pub tags: Vec<String>,
}

impl Remark {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.note.is_empty() && self.tags.is_empty()
    }
}
