//! An operation on a key that is not over: what is known of it, and what is being tried.

use jiff::SignedDuration;
use miftah_core::keys::{KeyPrefix, KnownKey, LastUse};
use miftah_core::operations::{Kind, Operation, Stage};
use serde::Serialize;
use specta::Type;

use crate::ipc::errors::IpcError;

/// The new value's last use counts as somebody's only if it lies this much after the request.
const AFTER: SignedDuration = SignedDuration::from_secs(5);

/// How it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub(crate) enum TroubleState {
    Resolving,
    Waiting {
        error: IpcError,
    },
    Unchanged,
    /// Made at DHMAD, and its value never arrived.
    Orphan,
    Lost {
        new_prefix: Option<String>,
        /// Somebody already uses the new value: issuing another would stop them.
        someone_uses: bool,
        /// A sealed answer without a recognisable key can be copied.
        answer: bool,
    },
    Replaced {
        new_prefix: Option<String>,
        /// What arrived here is sealed and can be copied.
        answer: bool,
    },
    Sealed {
        copyable: bool,
        error: Option<IpcError>,
    },
    /// Neither sealed nor in the keychain: it goes with the app.
    InMemory {
        error: Option<IpcError>,
    },
}

/// A trouble of a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TroubleView {
    pub operation: String,
    pub since: String,
    pub sent_at: Option<String>,
    pub old_prefix: Option<String>,
    pub state: TroubleState,
}

/// What the view needs beside the operation.
pub(crate) struct Around<'a> {
    /// Why nothing can be found out now, as the resolver said last.
    pub hindrance: Option<&'a IpcError>,
    /// Something is sealed for the operation.
    pub sealed: bool,
    /// The sealed value can be opened or is in memory.
    pub copyable: bool,
    /// The app has it in memory.
    pub in_memory: bool,
}

impl TroubleView {
    /// `None` for an operation that is no trouble. `known` is its key, if there is a row for it.
    pub(crate) fn of(operation: &Operation, known: Option<&KnownKey>, around: &Around<'_>) -> Option<Self> {
        if !matches!(operation.subject.kind, Kind::Regenerate | Kind::Create) {
            return None;
        }
        let hindrance = around.hindrance.cloned();
        let state = match operation.stage {
            Stage::Received if around.sealed => {
                TroubleState::Sealed { copyable: around.copyable, error: hindrance }
            }
            Stage::Received | Stage::Sending if around.in_memory => {
                TroubleState::InMemory { error: hindrance }
            }
            Stage::Received | Stage::Sending | Stage::Unreadable => match hindrance {
                Some(error) => TroubleState::Waiting { error },
                None => TroubleState::Resolving,
            },
            Stage::Unchanged => TroubleState::Unchanged,
            Stage::Orphan => TroubleState::Orphan,
            Stage::Lost => TroubleState::Lost {
                new_prefix: shown(operation.prefix.as_ref()),
                someone_uses: known.is_some_and(|known| someone_uses(operation, known)),
                answer: around.sealed,
            },
            Stage::Replaced => {
                TroubleState::Replaced { new_prefix: shown(operation.prefix.as_ref()), answer: around.sealed }
            }
            _ => return None,
        };
        Some(Self {
            operation: operation.id.as_str().to_owned(),
            since: operation.since.to_string(),
            sent_at: operation.sent.map(|at| at.to_string()),
            old_prefix: shown(operation.subject.baseline.prefix.as_ref()),
            state,
        })
    }
}

fn shown(prefix: Option<&KeyPrefix>) -> Option<String> {
    prefix.map(|prefix| prefix.as_str().to_owned())
}

/// The old value is dead, so a last use after the request is the new value's.
fn someone_uses(operation: &Operation, known: &KnownKey) -> bool {
    let LastUse::At(used) = known.key.last_use else { return false };
    let moved = operation.subject.baseline.last_use != Some(used);
    moved && operation.sent.is_some_and(|sent| used > sent + AFTER)
}
