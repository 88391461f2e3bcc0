//! The public beginning of a key: the only fingerprint the server shows.

use super::Environment;

/// How many hex characters of a key its prefix shows (documented).
pub const PREFIX_HEX: usize = 6;

/// Environment tag and the first six hex characters, lower case. It changes when a key is regenerated.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct KeyPrefix {
    environment: Environment,
    text: String,
}

impl KeyPrefix {
    /// Reads what a server calls `keyPrefix`. Longer text is cut: a server that sends the whole key there
    /// must not bring it to the screen. `None` if it does not begin like a key.
    pub fn parse(text: &str) -> Option<Self> {
        let environment = Environment::of_text(text)?;
        let hex: String = text
            .strip_prefix(environment.tag())?
            .chars()
            .take(PREFIX_HEX)
            .take_while(char::is_ascii_hexdigit)
            .collect();
        (hex.len() == PREFIX_HEX)
            .then(|| Self { environment, text: format!("{}{}", environment.tag(), hex.to_ascii_lowercase()) })
    }

    /// The text, such as `sk_live_abc123`.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The environment it names.
    pub fn environment(&self) -> Environment {
        self.environment
    }
}

impl Environment {
    /// The environment whose tag the text begins with.
    pub fn of_text(text: &str) -> Option<Self> {
        [Self::Live, Self::Sandbox].into_iter().find(|environment| text.starts_with(environment.tag()))
    }
}

#[cfg(test)]
mod tests {
    use super::KeyPrefix;

    #[test]
    fn a_whole_key_is_cut_and_case_is_ignored() {
        let whole = format!("sk_live_ABC123{}", "f".repeat(58));
        assert_eq!(KeyPrefix::parse(&whole), KeyPrefix::parse("sk_live_abc123"));
    }

    #[test]
    fn what_does_not_begin_like_a_key_is_none() {
        for text in ["", "sk_live_", "sk_live_abc12", "sk_live_abc12z", "pk_live_abc123", " sk_live_abc123"] {
            assert_eq!(KeyPrefix::parse(text), None, "{text}");
        }
    }
}
