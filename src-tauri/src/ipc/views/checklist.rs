//! The security checklist.

use miftah_core::checklist::{self, Line, State};
use serde::Serialize;
use specta::Type;

/// What a line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ChecklistTopic {
    Rotated,
    NoUnused,
    NoLeftovers,
    Placed,
    Kept,
    OneEach,
    Apart,
    Spare,
    Named,
    InKeychain,
    Watched,
    Reminded,
    NotInCode,
    ServerSide,
}

/// How it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ChecklistState {
    Met,
    ToDo,
    Unknown,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ChecklistLineView {
    pub topic: ChecklistTopic,
    pub state: ChecklistState,
    /// The keys because of which it is to do.
    pub key_ids: Vec<String>,
}

/// The checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ChecklistView {
    pub lines: Vec<ChecklistLineView>,
    /// When DHMAD last answered for the keys.
    pub checked_at: Option<String>,
}

impl From<Line> for ChecklistLineView {
    fn from(line: Line) -> Self {
        let (state, keys) = match line.state {
            State::Met => (ChecklistState::Met, Vec::new()),
            State::ToDo(keys) => (ChecklistState::ToDo, keys),
            State::Unknown => (ChecklistState::Unknown, Vec::new()),
        };
        Self {
            topic: line.topic.into(),
            state,
            key_ids: keys.iter().map(|id| id.as_str().to_owned()).collect(),
        }
    }
}

impl From<checklist::Topic> for ChecklistTopic {
    fn from(topic: checklist::Topic) -> Self {
        use checklist::Topic as T;
        match topic {
            T::Rotated => Self::Rotated,
            T::NoUnused => Self::NoUnused,
            T::NoLeftovers => Self::NoLeftovers,
            T::Placed => Self::Placed,
            T::Kept => Self::Kept,
            T::OneEach => Self::OneEach,
            T::Apart => Self::Apart,
            T::Spare => Self::Spare,
            T::Named => Self::Named,
            T::InKeychain => Self::InKeychain,
            T::Watched => Self::Watched,
            T::Reminded => Self::Reminded,
            T::NotInCode => Self::NotInCode,
            T::ServerSide => Self::ServerSide,
        }
    }
}
