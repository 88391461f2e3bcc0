//! What a person decided in the system's dialog, and what came of it.

use serde::Serialize;
use specta::Type;

/// How a change ended that the system's dialog asks about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AskedView {
    Done,
    /// Nothing was sent.
    Declined,
    /// Nothing was sent: another key should be made first.
    MakeAnother,
}
