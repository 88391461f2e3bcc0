//! What the person notes about a key: for themselves alone, DHMAD never sees it.

mod advice;
mod edit;
mod hand_on;

use crate::keys::{AccountId, KeyId, KnownKey};
use crate::ports::{Ports, StoreError};

pub use advice::{Advice, AdviceError, KeyAdvice, MOST_DAYS, advise, favour};
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
    /// When to speak up about it, where that differs from its environment's rules.
    pub advice: KeyAdvice,
    /// The tray offers to copy it.
    pub favourite: bool,
}

impl Remark {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.note.is_empty() && self.tags.is_empty() && self.advice == KeyAdvice::default() && !self.favourite
    }

    /// What is noted about a key; an empty one if nothing is.
    fn of(ports: &Ports, known: &KnownKey) -> Result<Self, StoreError> {
        let (account, key) = (&known.account, &known.key.id);
        let all = ports.store.all_remarks()?.into_iter();
        let found = all.into_iter().find(|remark| remark.account == *account && remark.key == *key);
        Ok(found.unwrap_or_else(|| Self {
            account: account.clone(),
            key: key.clone(),
            note: String::new(),
            tags: Vec::new(),
            advice: KeyAdvice::default(),
            favourite: false,
        }))
    }
}
