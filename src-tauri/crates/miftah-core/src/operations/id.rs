//! What an operation is called in the journal, and a successor at DHMAD.

use crate::keys::BadId;

/// An operation's name: 16 hex digits, made before anything is sent.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OperationId(String);

impl OperationId {
    /// A new one.
    pub fn make() -> Result<Self, getrandom::Error> {
        let mut random = [0_u8; 8];
        getrandom::fill(&mut random)?;
        Ok(Self(format!("{:016x}", u64::from_be_bytes(random))))
    }

    /// Accepts 16 lower-case hex digits: it names a file.
    pub fn parse(text: &str) -> Result<Self, BadId> {
        let fits = text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if fits { Ok(Self(text.to_owned())) } else { Err(BadId) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a successor's name ends with, so that it is found again if its answer never arrives. Chosen and
/// journaled before the request is sent.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Tag(String);

/// Without characters that people confuse. 32 of them, so that five bits of a byte choose one fairly.
const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKMNPQRSTVWXYZab";
const LENGTH: usize = 6;

impl Tag {
    /// A new one: 30 random bits.
    pub fn make() -> Result<Self, getrandom::Error> {
        let mut random = [0_u8; LENGTH];
        getrandom::fill(&mut random)?;
        let letter = |byte: u8| LETTERS.get(usize::from(byte & 31)).copied().map_or('2', char::from);
        Ok(Self(random.into_iter().map(letter).collect()))
    }

    /// Reads a tag back from the journal.
    pub fn parse(text: &str) -> Result<Self, BadId> {
        let fits = text.len() == LENGTH && text.bytes().all(|byte| LETTERS.contains(&byte));
        if fits { Ok(Self(text.to_owned())) } else { Err(BadId) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The successor's name: the old one's, and the tag.
    pub fn name_for(&self, old: &str) -> String {
        format!("{old} ~{}", self.0)
    }

    /// The name without the tag, if it ends with it.
    pub fn base_of<'a>(&self, name: &'a str) -> Option<&'a str> {
        Some(name.strip_suffix(self.as_str())?.strip_suffix('~')?.trim_end())
    }

    /// Whether a key of this name was made under this tag.
    pub fn names(&self, name: &str) -> bool {
        name.strip_suffix(self.as_str()).is_some_and(|before| before.ends_with('~'))
    }
}

#[cfg(test)]
mod tests {
    use super::{OperationId, Tag};

    #[test]
    fn ids_and_tags_read_back() {
        let (id, tag) = (OperationId::make().unwrap(), Tag::make().unwrap());
        assert_eq!(OperationId::parse(id.as_str()), Ok(id));
        assert_eq!(Tag::parse(tag.as_str()), Ok(tag.clone()));
        assert!(tag.names(&tag.name_for("Till")));
        assert!(!tag.names("Till"));
        assert_eq!((tag.base_of(&tag.name_for("Till")), tag.base_of("Till")), (Some("Till"), None));
        for text in ["", "../../etc/passwd1", "0123456789abcdeF", "0123456789abcde"] {
            assert!(OperationId::parse(text).is_err(), "{text}");
        }
    }
}
