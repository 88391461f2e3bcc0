//! Live or sandbox.

/// One of DHMAD's two environments. *Live* moves real money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Environment {
    /// Production, real money.
    Live,
    /// The same behaviour on separate data.
    Sandbox,
}

impl Environment {
    /// What every key of this environment begins with (documented).
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Live => "sk_live_",
            Self::Sandbox => "sk_sandbox_",
        }
    }

    /// The word the API uses (documented).
    pub const fn word(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Sandbox => "sandbox",
        }
    }

    /// Reads the API's word; anything else is not an environment.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Live, Self::Sandbox].into_iter().find(|environment| environment.word() == word)
    }
}
