//! Why a key does not work.

use miftah_core::diagnosis::{self, Cause, Diagnosis, Flaw, Source};
use miftah_core::keys::is_wrong;
use serde::Serialize;
use specta::Type;

use super::Environment;
use crate::ipc::errors::IpcError;
use crate::ipc::shown;

/// Something that was copied along with a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ExtraView {
    Spaces,
    LineBreaks,
    Invisible,
    Quotes,
    VariableName,
    HeaderName,
}

/// Whose key it is instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ProviderView {
    Stripe,
    GitHub,
    Aws,
    Google,
    Slack,
}

/// What it comes down to. Times are RFC 3339.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub(crate) enum CauseView {
    NotAKey,
    Foreign { provider: ProviderView },
    Length { characters: u32 },
    NotHex { looks_alike: bool },
    Works,
    SwitchedOff,
    Expired { at: String },
    Regenerated { at: Option<String> },
    NotListed,
    NotYet,
    Refused,
    NotAssociated,
    NoAnswer { error: IpcError },
}

/// A diagnosis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DiagnosisView {
    pub at: String,
    pub from_clipboard: bool,
    pub cause: CauseView,
    pub extras: Vec<ExtraView>,
    pub prefix: Option<String>,
    pub environment: Option<Environment>,
    /// The key that the value is or was of.
    pub key_id: Option<String>,
    pub key_name: Option<String>,
    /// By so many minutes this computer's clock is ahead of DHMAD's; absent unless it is wrong.
    pub clock_minutes_ahead: Option<i32>,
}

impl DiagnosisView {
    /// What was found, for the page.
    pub(crate) fn of(found: &Diagnosis, source: &Source) -> Self {
        let ahead = found.clock_off.filter(|off| is_wrong(*off)).map(|off| -off.as_mins());
        Self {
            at: found.at.to_string(),
            from_clipboard: *source == Source::Clipboard,
            cause: cause(found.cause),
            extras: found.extras.iter().map(|extra| (*extra).into()).collect(),
            prefix: found.prefix.as_ref().map(|prefix| prefix.as_str().to_owned()),
            environment: found.environment().map(Into::into),
            key_id: found.known.as_ref().map(|known| known.key.id.as_str().to_owned()),
            key_name: found.known.as_ref().map(|known| shown(known.name())),
            clock_minutes_ahead: ahead.and_then(|minutes| i32::try_from(minutes).ok()),
        }
    }
}

fn cause(cause: Cause) -> CauseView {
    match cause {
        Cause::Flawed(Flaw::NotAKey) => CauseView::NotAKey,
        Cause::Flawed(Flaw::Foreign(provider)) => CauseView::Foreign { provider: provider.into() },
        Cause::Flawed(Flaw::Length { characters }) => {
            CauseView::Length { characters: u32::try_from(characters).unwrap_or(u32::MAX) }
        }
        Cause::Flawed(Flaw::NotHex { looks_alike }) => CauseView::NotHex { looks_alike },
        Cause::Works => CauseView::Works,
        Cause::SwitchedOff => CauseView::SwitchedOff,
        Cause::Expired { at } => CauseView::Expired { at: at.to_string() },
        Cause::Regenerated { at } => CauseView::Regenerated { at: at.map(|at| at.to_string()) },
        Cause::NotListed => CauseView::NotListed,
        Cause::NotYet => CauseView::NotYet,
        Cause::Refused => CauseView::Refused,
        Cause::NotAssociated => CauseView::NotAssociated,
        Cause::NoAnswer(error) => CauseView::NoAnswer { error: error.into() },
    }
}

impl From<diagnosis::Extra> for ExtraView {
    fn from(extra: diagnosis::Extra) -> Self {
        match extra {
            diagnosis::Extra::Spaces => Self::Spaces,
            diagnosis::Extra::LineBreaks => Self::LineBreaks,
            diagnosis::Extra::Invisible => Self::Invisible,
            diagnosis::Extra::Quotes => Self::Quotes,
            diagnosis::Extra::VariableName => Self::VariableName,
            diagnosis::Extra::HeaderName => Self::HeaderName,
        }
    }
}

impl From<diagnosis::Provider> for ProviderView {
    fn from(provider: diagnosis::Provider) -> Self {
        match provider {
            diagnosis::Provider::Stripe => Self::Stripe,
            diagnosis::Provider::GitHub => Self::GitHub,
            diagnosis::Provider::Aws => Self::Aws,
            diagnosis::Provider::Google => Self::Google,
            diagnosis::Provider::Slack => Self::Slack,
        }
    }
}
