//! What became of a key taken from the clipboard.

use jiff::Timestamp;
use miftah_core::guided::{Question, Taken};
use miftah_core::rotation::Untested;
use serde::Serialize;
use specta::Type;

use super::{Environment, KeyView};
use crate::ipc::shown;

/// Whether DHMAD confirmed a stored key, and if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StoredWhy {
    Works,
    Offline,
    RateLimited,
    NoAnswer,
}

/// Why the person is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum QuestionView {
    OtherAccount,
    OtherKey,
}

/// A taken key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum TakenView {
    Stored {
        key: Box<KeyView>,
        why: StoredWhy,
        company: Option<String>,
        email: Option<String>,
    },
    Question {
        question: QuestionView,
        name: Option<String>,
        prefix: String,
        environment: Environment,
        company: Option<String>,
        email: Option<String>,
    },
}

impl TakenView {
    /// What is shown of a taken key.
    pub(crate) fn of(taken: &Taken, now: Timestamp) -> Self {
        match taken {
            Taken::Stored { known, untested, account } => Self::Stored {
                key: Box::new(KeyView::of(known, now)),
                why: match untested {
                    None => StoredWhy::Works,
                    Some(Untested::Offline) => StoredWhy::Offline,
                    Some(Untested::RateLimited) => StoredWhy::RateLimited,
                    Some(_) => StoredWhy::NoAnswer,
                },
                company: account.as_ref().and_then(|account| account.company.clone()),
                email: account.as_ref().and_then(|account| account.email.clone()),
            },
            Taken::Question(waiting) => {
                let developer = waiting.me.as_ref().and_then(|me| me.developer.as_ref());
                Self::Question {
                    question: match waiting.question {
                        Question::OtherAccount => QuestionView::OtherAccount,
                        Question::OtherKey => QuestionView::OtherKey,
                    },
                    name: waiting.me.as_ref().map(|me| shown(&me.key.name)),
                    prefix: waiting.key.prefix().as_str().to_owned(),
                    environment: waiting.key.environment().into(),
                    company: developer.and_then(|developer| developer.company.clone()),
                    email: developer.and_then(|developer| developer.email.clone()),
                }
            }
        }
    }
}
