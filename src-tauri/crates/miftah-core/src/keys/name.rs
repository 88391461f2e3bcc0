//! What a key may be called.

/// Why a text is no name for a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// It is empty.
    #[error("the name is empty")]
    Empty,
    /// It is longer than 100 characters.
    #[error("the name is too long")]
    TooLong,
    /// It holds a line break or another control character.
    #[error("the name holds a control character")]
    ControlCharacter,
    /// It holds a whole key: names are shown, sent and kept in plain.
    #[error("the name holds a key")]
    HoldsAKey,
}

const MOST_CHARACTERS: usize = 100;

/// The name without the white space around it: 1 to 100 characters, none of them a control character, and no key.
pub fn check_name(name: &str) -> Result<&str, NameError> {
    let name = name.trim();
    if name.is_empty() {
        return Err(NameError::Empty);
    }
    if name.chars().count() > MOST_CHARACTERS {
        return Err(NameError::TooLong);
    }
    if name.chars().any(char::is_control) {
        return Err(NameError::ControlCharacter);
    }
    if crate::secret::redact(name) != name {
        return Err(NameError::HoldsAKey);
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::{NameError, check_name};

    #[test]
    fn a_name_is_one_line_that_holds_no_key() {
        assert_eq!(check_name("  متجر الزيتون "), Ok("متجر الزيتون"));
        assert_eq!(check_name(&"é".repeat(100)).map(str::len), Ok(200));
        assert_eq!(check_name(" \u{a0}\t"), Err(NameError::Empty));
        assert_eq!(check_name(&"x".repeat(101)), Err(NameError::TooLong));
        assert_eq!(check_name(&"x".repeat(4096)), Err(NameError::TooLong));
        assert_eq!(check_name("two\nlines"), Err(NameError::ControlCharacter));
        let key = format!("shop sk_live_{}", "0a1b2c3d".repeat(8));
        assert_eq!(check_name(&key), Err(NameError::HoldsAKey));
    }
}
