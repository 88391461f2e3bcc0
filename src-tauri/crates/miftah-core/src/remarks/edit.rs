//! Noting something about a key.

use super::Remark;
use crate::keys::KnownKey;
use crate::ports::{Ports, StoreError};
use crate::secret::redact;

/// A note is at most this long, in characters.
const LONGEST_NOTE: usize = 2_000;
/// The same for a tag.
const LONGEST_TAG: usize = 30;
/// A key has at most so many tags.
const MOST_TAGS: usize = 12;

/// Why nothing was noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RemarkError {
    /// More than 2,000 characters.
    #[error("the note is too long")]
    NoteTooLong,
    /// More than 30 characters.
    #[error("a tag is too long")]
    TagTooLong,
    /// More than 12.
    #[error("too many tags")]
    TooManyTags,
    /// It holds something that looks like a key: what is noted is kept in plain.
    #[error("the text holds a key")]
    HoldsAKey,
    /// The store could not be used.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Keeps the note and the tags of a key in place of what was noted before. Empty ones are forgotten.
pub fn note(ports: &Ports, known: &KnownKey, text: &str, tags: &[String]) -> Result<Remark, RemarkError> {
    let text = text.trim();
    if text.chars().count() > LONGEST_NOTE {
        return Err(RemarkError::NoteTooLong);
    }
    let remark = Remark {
        note: text.chars().map(|character| line(character, true)).collect(),
        tags: checked(tags)?,
        ..Remark::of(ports, known)?
    };
    if redact(&remark.note) != remark.note || remark.tags.iter().any(|tag| redact(tag) != *tag) {
        return Err(RemarkError::HoldsAKey);
    }
    ports.store.save_remark(&remark)?;
    Ok(remark)
}

fn checked(tags: &[String]) -> Result<Vec<String>, RemarkError> {
    let mut kept: Vec<String> = Vec::new();
    for tag in tags.iter().map(|tag| tag.trim()).filter(|tag| !tag.is_empty()) {
        if tag.chars().count() > LONGEST_TAG {
            return Err(RemarkError::TagTooLong);
        }
        let tag: String = tag.chars().map(|character| line(character, false)).collect();
        if !kept.iter().any(|known| known.to_lowercase() == tag.to_lowercase()) {
            kept.push(tag);
        }
    }
    if kept.len() > MOST_TAGS { Err(RemarkError::TooManyTags) } else { Ok(kept) }
}

/// No control characters, but for the line breaks of a note.
fn line(character: char, breaks: bool) -> char {
    if character.is_control() && !(breaks && character == '\n') { ' ' } else { character }
}
