//! Identifiers that come from a server and go into paths and keychain names.

/// The text cannot be an identifier.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("an identifier is 1 to 64 letters, digits, '-' or '_'")]
pub struct BadId;

fn checked(text: &str) -> Result<String, BadId> {
    let fits = (1..=64).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    if fits { Ok(text.to_owned()) } else { Err(BadId) }
}

/// DHMAD's id of a key (or ours, for a key that DHMAD has not confirmed yet).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KeyId(String);

impl KeyId {
    /// Accepts 1 to 64 letters, digits, `-` and `_`: nothing that could leave a path segment.
    pub fn parse(text: &str) -> Result<Self, BadId> {
        checked(text).map(Self)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What an account is called in the keychain and the store. Never shown.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AccountId(String);

impl AccountId {
    /// Accepts 1 to 64 letters, digits, `-` and `_`.
    pub fn parse(text: &str) -> Result<Self, BadId> {
        checked(text).map(Self)
    }

    /// The account of keys whose developer is not known yet: taken while offline.
    pub fn unconfirmed() -> Self {
        Self("unconfirmed".into())
    }

    /// A new account of which no developer id is known: signed in with a token alone.
    pub fn make_local() -> Result<Self, getrandom::Error> {
        let mut random = [0_u8; 8];
        getrandom::fill(&mut random)?;
        Ok(Self(format!("local-{:016x}", u64::from_be_bytes(random))))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::KeyId;

    #[test]
    fn nothing_that_could_leave_a_path_segment() {
        for text in ["", "..", "a/b", "a?b", "a#b", "a b", "é", &"x".repeat(65)] {
            assert!(KeyId::parse(text).is_err(), "{text}");
        }
        assert!(KeyId::parse("507f1f77bcf86cd799439011").is_ok());
    }
}
