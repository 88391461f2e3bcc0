//! The app as a whole.

use miftah_core::session::Account;
use miftah_core::settings;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Environment, RegenerateEvent, TakenView};
use crate::ipc::errors::IpcError;

/// A language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Locale {
    En,
    Fr,
    Ar,
}

impl From<settings::Locale> for Locale {
    fn from(locale: settings::Locale) -> Self {
        match locale {
            settings::Locale::En => Self::En,
            settings::Locale::Fr => Self::Fr,
            settings::Locale::Ar => Self::Ar,
        }
    }
}

impl From<Locale> for settings::Locale {
    fn from(locale: Locale) -> Self {
        match locale {
            Locale::En => Self::En,
            Locale::Fr => Self::Fr,
            Locale::Ar => Self::Ar,
        }
    }
}

/// A look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Theme {
    System,
    Light,
    Dark,
}

impl From<settings::Theme> for Theme {
    fn from(theme: settings::Theme) -> Self {
        match theme {
            settings::Theme::System => Self::System,
            settings::Theme::Light => Self::Light,
            settings::Theme::Dark => Self::Dark,
        }
    }
}

impl From<Theme> for settings::Theme {
    fn from(theme: Theme) -> Self {
        match theme {
            Theme::System => Self::System,
            Theme::Light => Self::Light,
            Theme::Dark => Self::Dark,
        }
    }
}

/// How the app is signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Access {
    SignedOut,
    Full,
    Guided,
}

/// Why the app is in guided mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum GuidedBecause {
    Chosen,
    NotOffered,
}

/// Whose keys these are, as far as DHMAD said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub(crate) struct AccountView {
    pub email: Option<String>,
    pub company: Option<String>,
}

impl From<Account> for AccountView {
    fn from(account: Account) -> Self {
        Self { email: account.email, company: account.company }
    }
}

/// Whether keys can be kept and copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum KeychainState {
    Checking,
    Ready,
    Locked,
    Unavailable,
}

/// The system's keychain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub(crate) struct KeychainView {
    pub state: KeychainState,
    /// What people call it, where that is known.
    pub name: Option<String>,
}

/// A key of ours is on the clipboard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ClipboardView {
    pub key_id: String,
    pub name: String,
    pub environment: Environment,
    pub remaining_seconds: u32,
    pub total_seconds: u32,
}

/// Where a notification or the tray leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "page", rename_all = "snake_case")]
pub(crate) enum GoTo {
    Key {
        #[serde(rename = "keyId")]
        key_id: String,
    },
    /// The page of safe rotations, with a proposal for this key where there is none yet.
    Rotate {
        #[serde(rename = "keyId")]
        key_id: String,
    },
    Inbox,
}

/// Everything the window needs beside the list.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AppView {
    pub locale: Locale,
    pub theme: Theme,
    pub access: Access,
    pub account: Option<AccountView>,
    pub keychain: KeychainView,
    pub clipboard: Option<ClipboardView>,
    /// The system refused to clear the clipboard.
    pub clipboard_not_cleared: bool,
    /// The regenerate under way or last shown.
    pub operation: Option<RegenerateEvent>,
    pub guided_because: Option<GuidedBecause>,
    /// How many safe rotations are under way.
    pub rotations: u32,
    /// A question about a taken key that waits for the person.
    pub taken_waiting: Option<TakenView>,
    /// So many things wait in the inbox, by data that is not old.
    pub inbox: u32,
    /// Closing the window leaves the app running.
    pub stays: bool,
    /// Where the person wants to go: see `arrived`.
    pub go_to: Option<GoTo>,
    /// Built against the local stand-in.
    pub demo: bool,
}

/// Whether a password can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum PasswordSignIn {
    Offered,
    NotOffered,
    Unknown,
}

/// The ways in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub(crate) struct SignInOptionsView {
    pub password: PasswordSignIn,
    pub problem: Option<IpcError>,
}

/// A developer token that waits on the clipboard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub(crate) struct TokenView {
    /// Its length in characters.
    pub length: u32,
    /// Where it would be sent.
    pub host: String,
}
