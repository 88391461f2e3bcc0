//! What the person chose, and where the app was left.

mod reminding;

pub use reminding::{Reminding, RemindingError, save_reminding};

use crate::keys::AccountId;

/// The language of window, dialogs and notifications.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Locale {
    /// English.
    En,
    /// French.
    Fr,
    /// Arabic, right to left.
    Ar,
}

impl Locale {
    /// The language tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Ar => "ar",
        }
    }

    /// The locale for a system language such as `fr_TN.UTF-8`; English if it is none of ours.
    pub fn from_system(language: &str) -> Self {
        let tag = language.get(..2).unwrap_or_default();
        [Self::Fr, Self::Ar].into_iter().find(|locale| locale.tag() == tag).unwrap_or(Self::En)
    }
}

/// The look of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// As the system is set.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// How the app is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Access {
    /// The sign-in window is shown.
    SignedOut,
    /// With a developer token of this account, kept in the keychain.
    Full(AccountId),
    /// With documented calls alone.
    Guided {
        /// Whether the person chose it or an inferred call turned out not to exist.
        because: GuidedBecause,
    },
}

/// Why the app is in guided mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GuidedBecause {
    /// "Start with the keys I have".
    Chosen,
    /// DHMAD does not offer the call that lists keys.
    NotOffered,
}

/// Everything that is remembered outside keys and accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// `None` follows the system.
    pub locale: Option<Locale>,
    /// The look.
    pub theme: Theme,
    /// How the app was left.
    pub access: Access,
    /// What to speak up about, when and how.
    pub reminding: Reminding,
}

impl Settings {
    /// The settings of a first start.
    pub const fn first_start() -> Self {
        Self { locale: None, theme: Theme::System, access: Access::SignedOut, reminding: Reminding::usual() }
    }
}

#[cfg(test)]
mod tests {
    use super::Locale;

    #[test]
    fn system_languages_map_to_ours_or_english() {
        for (language, locale) in [
            ("fr_TN.UTF-8", Locale::Fr),
            ("ar", Locale::Ar),
            ("de_DE", Locale::En),
            ("", Locale::En),
            ("C", Locale::En),
        ] {
            assert_eq!(Locale::from_system(language), locale, "{language}");
        }
    }
}
