//! What the window asks for.

use miftah_core::secret::Secret;
use serde::{Deserialize, Deserializer};
use specta::Type;

use super::views::{AdviceView, DismissReason, Environment, Locale, ReminderKind, Theme};

/// `set_locale`.
#[derive(Deserialize, Type)]
pub(crate) struct SetLocaleRequest {
    pub locale: Locale,
}

/// `set_theme`.
#[derive(Deserialize, Type)]
pub(crate) struct SetThemeRequest {
    pub theme: Theme,
}

/// A secret typed into a window. It can come in and never go out.
#[derive(Type)]
#[specta(transparent)]
pub(crate) struct TypedSecret(#[specta(type = String)] pub Secret);

impl<'de> Deserialize<'de> for TypedSecret {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(|text| Self(Secret::new(text)))
    }
}

/// `sign_in`, from the sign-in window only.
#[derive(Deserialize, Type)]
pub(crate) struct SignInRequest {
    pub email: String,
    pub password: TypedSecret,
}

/// `sign_out`.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SignOutRequest {
    pub remove_keys: bool,
}

/// `list_keys`.
#[derive(Deserialize, Type)]
pub(crate) struct ListKeysRequest {
    /// `false`: what is known, at once. `true`: ask DHMAD.
    pub refresh: bool,
}

/// Commands about one key.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct KeyRequest {
    pub key_id: String,
}

/// How a key is copied.
#[derive(Debug, Clone, Copy, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CopyForm {
    Bare,
    EnvLine,
    Header,
}

impl From<CopyForm> for miftah_core::keys::CopyForm {
    fn from(form: CopyForm) -> Self {
        match form {
            CopyForm::Bare => Self::Bare,
            CopyForm::EnvLine => Self::EnvLine,
            CopyForm::Header => Self::Header,
        }
    }
}

/// `copy_key`.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CopyKeyRequest {
    pub key_id: String,
    pub form: CopyForm,
}

/// Commands about one regenerate.
#[derive(Deserialize, Type)]
pub(crate) struct OperationRequest {
    pub operation: String,
}

/// `take_key`.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TakeKeyRequest {
    /// The key whose new value should be on the clipboard.
    pub expected_key_id: Option<String>,
}

/// `answer_taken`.
#[derive(Deserialize, Type)]
pub(crate) struct AnswerTakenRequest {
    pub accept: bool,
}

/// `rename_known_key`.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RenameKnownKeyRequest {
    pub key_id: String,
    pub name: String,
}

/// `diagnose`.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DiagnoseRequest {
    /// The known key to look at; `None` for what is on the clipboard.
    pub key_id: Option<String>,
}

/// Where a new key will be used.
#[derive(Deserialize, Type)]
pub(crate) struct NewPlace {
    pub name: String,
    pub keeper: Option<String>,
}

/// `create_key`.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CreateKeyRequest {
    pub name: String,
    pub environment: Environment,
    /// Requests a minute.
    pub rate_limit: Option<u32>,
    pub place: Option<NewPlace>,
    /// After how many days its value should be changed; 0 for never, `null` as for every key.
    pub change_after_days: Option<u32>,
}

/// `rename_key`.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RenameKeyRequest {
    pub key_id: String,
    pub name: String,
}

/// `limit_key`.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LimitKeyRequest {
    pub key_id: String,
    /// Requests a minute.
    pub rate_limit: u32,
}

/// `note_key`.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NoteKeyRequest {
    pub key_id: String,
    pub note: String,
    pub tags: Vec<String>,
}

/// `note_switched`.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NoteSwitchedRequest {
    pub key_id: String,
    /// What the person did on the portal.
    pub active: bool,
}

/// `advise_key`.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AdviseKeyRequest {
    pub key_id: String,
    pub advice: AdviceView,
}

/// `favour_key`.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FavourKeyRequest {
    pub key_id: String,
    /// The tray offers to copy it.
    pub favourite: bool,
}

/// `switch_off_for`.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SwitchOffForRequest {
    pub key_id: String,
    /// From 5 to 1,440.
    pub minutes: u32,
}

/// Until when the person wants to hear no more of something.
#[derive(Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum SnoozeUntil {
    /// Tomorrow, at the time of the summary.
    Tomorrow,
    /// In a week, at the same time.
    Week,
    /// On a day, `2026-11-23`, at the same time.
    Date { date: String },
}

/// `snooze_reminder`.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SnoozeRequest {
    pub key_id: String,
    pub kind: ReminderKind,
    pub until: SnoozeUntil,
}

/// `dismiss_reminder`.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DismissRequest {
    pub key_id: String,
    pub kind: ReminderKind,
    pub reason: DismissReason,
}

/// `restore_reminder`.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RestoreRequest {
    pub key_id: String,
    pub kind: ReminderKind,
}

/// `switch_key`.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SwitchKeyRequest {
    pub key_id: String,
    pub active: bool,
}

/// `regenerate`.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RegenerateRequest {
    pub key_id: String,
    /// "This key leaked".
    pub leaked: bool,
}

/// `add_place`.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AddPlaceRequest {
    pub key_id: String,
    pub name: String,
    pub keeper: Option<String>,
}

/// `change_place`.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ChangePlaceRequest {
    pub place_id: String,
    pub name: String,
    pub keeper: Option<String>,
}

/// `remove_place`.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PlaceRequest {
    pub place_id: String,
}

/// `tick_place`.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TickPlaceRequest {
    pub place_id: String,
    pub ticked: bool,
    /// The rotation whose successor was put there; `None` for the key's present value.
    pub operation: Option<String>,
}

/// `rotation_installed`.
#[derive(Deserialize, Type)]
pub(crate) struct InstalledRequest {
    pub operation: String,
    pub installed: bool,
}

/// `rotation_rare_use`.
#[derive(Deserialize, Type)]
pub(crate) struct RareUseRequest {
    pub operation: String,
    /// Something uses the key less than once a day.
    pub rare: bool,
}
