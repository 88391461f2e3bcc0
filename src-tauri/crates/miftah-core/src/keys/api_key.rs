//! The value of a key.

use super::{Environment, KeyPrefix};
use crate::secret::Secret;

/// How many hex characters follow the environment's tag (documented).
const HEX: usize = 64;

/// The text is not a DHMAD key. It deliberately does not hold the text.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("not a DHMAD key")]
pub struct NotAKey;

/// A whole key: tag and 64 hex characters.
pub struct ApiKey {
    prefix: KeyPrefix,
    text: Secret,
}

impl ApiKey {
    /// Recognises a key by its documented format. White space around it is dropped: people copy it along.
    pub fn parse(text: &Secret) -> Result<Self, NotAKey> {
        let trimmed = text.expose().trim();
        let environment = Environment::of_text(trimmed).ok_or(NotAKey)?;
        let hex = trimmed.strip_prefix(environment.tag()).ok_or(NotAKey)?;
        if hex.len() != HEX || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(NotAKey);
        }
        let prefix = KeyPrefix::parse(trimmed).ok_or(NotAKey)?;
        Ok(Self { prefix, text: Secret::new(trimmed.to_owned()) })
    }

    /// The environment it belongs to, and so the one host it may be sent to.
    pub fn environment(&self) -> Environment {
        self.prefix.environment()
    }

    /// Its public beginning.
    pub fn prefix(&self) -> KeyPrefix {
        self.prefix.clone()
    }

    /// The secret text.
    pub fn secret(&self) -> &Secret {
        &self.text
    }
}

#[cfg(test)]
mod tests {
    use super::{ApiKey, Environment, NotAKey};
    use crate::secret::Secret;

    fn parse(text: &str) -> Result<ApiKey, NotAKey> {
        ApiKey::parse(&Secret::new(text.to_owned()))
    }

    #[test]
    fn both_environments_and_both_cases() {
        let live = parse(&format!(" sk_live_{}\n", "aB".repeat(32))).ok();
        assert_eq!(live.as_ref().map(ApiKey::environment), Some(Environment::Live));
        assert_eq!(live.map(|key| key.prefix().as_str().to_owned()), Some("sk_live_ababab".into()));
        assert!(parse(&format!("sk_sandbox_{}", "0".repeat(64))).is_ok());
    }

    #[test]
    fn anything_else_is_not_a_key() {
        let hex = "a".repeat(64);
        for text in [
            String::new(),
            format!("sk_test_{hex}"),
            format!("sk_live_{hex}0"),
            format!("sk_live_{}", "a".repeat(63)),
            format!("sk_live_{}g", "a".repeat(63)),
            format!("DHMAD_API_KEY=sk_live_{hex}"),
            format!("sk_live_sk_live_{hex}"),
        ] {
            assert!(parse(&text).is_err(), "{text}");
        }
    }
}
