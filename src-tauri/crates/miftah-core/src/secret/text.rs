//! The one type for a secret text: an API key, a developer token, a password.

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// A secret text. It has no `Debug`, `Display`, `Clone`, `Serialize` or `Deref`; it lives on the heap, so
/// that a move copies a pointer only, and is wiped on drop.
pub struct Secret(Zeroizing<Box<str>>);

impl Secret {
    /// Takes the text over. The caller's buffer is reused or wiped, never left behind.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text.into_boxed_str()))
    }

    /// Opens the secret. Every call site is a place where it may leave: keep them few.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// A second copy, for the rare place that must hand the secret to two owners.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        Self::new(self.expose().to_owned())
    }

    /// The length in bytes, which is not secret.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the text is empty.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Compares in constant time (for texts of the same length).
    pub fn same_as(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}

#[cfg(test)]
mod tests {
    use super::Secret;
    use static_assertions::assert_not_impl_any;

    assert_not_impl_any!(Secret: std::fmt::Debug, std::fmt::Display, Clone, serde::Serialize, std::ops::Deref, AsRef<str>);

    #[test]
    fn equal_only_to_the_same_text() {
        let secret = Secret::new("olive".into());
        assert!(secret.same_as(&secret.duplicate()));
        assert!(!secret.same_as(&Secret::new("olivf".into())));
        assert!(!secret.same_as(&Secret::new("olives".into())));
    }
}
