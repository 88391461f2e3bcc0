//! The append-only ledger: every secret issued, every secret killed, every call that could matter.
//!
//! Not here: who may read it (the handle and the control routes). It holds secrets in clear on purpose:
//! they are the stand-in's own, and tests prove with it that none was lost.

use std::fs::File;
use std::io::Write;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::keys::Environment;

/// Why a secret stopped working.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Death {
    /// A new secret took its place.
    Regenerated,
    /// The key or webhook is gone for good.
    Deleted,
    /// The key was switched off; it may come back.
    Deactivated,
}

/// One line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum LedgerEvent {
    /// A key got a secret: at the seed, at creation or at regeneration.
    Issued {
        /// The key.
        key_id: String,
        /// The whole secret.
        secret: String,
        /// The environment of the key.
        environment: Environment,
        /// When.
        at: Timestamp,
    },
    /// A secret stopped working.
    Killed {
        /// The key.
        key_id: String,
        /// The secret that no longer works.
        secret: String,
        /// Why.
        why: Death,
        /// When.
        at: Timestamp,
    },
    /// A key that was switched off works again, with the same secret.
    Reactivated {
        /// The key.
        key_id: String,
        /// The secret that works again.
        secret: String,
        /// When.
        at: Timestamp,
    },
    /// A webhook got a signing secret.
    WebhookSecretIssued {
        /// The webhook.
        webhook_id: String,
        /// The signing secret.
        secret: String,
        /// When.
        at: Timestamp,
    },
    /// A signing secret stopped working.
    WebhookSecretKilled {
        /// The webhook.
        webhook_id: String,
        /// The signing secret.
        secret: String,
        /// Why.
        why: Death,
        /// When.
        at: Timestamp,
    },
    /// A call that could change something, or one of `/v1/me`, was dealt with.
    Request {
        /// The method.
        method: String,
        /// The path without the query.
        path: String,
        /// The answer's status; `None` when the connection was closed without one.
        status: Option<u16>,
        /// The key meant or the key that called, where known.
        key_id: Option<String>,
        /// When it arrived.
        at: Timestamp,
    },
}

/// The events in memory and, if asked for, in a file.
#[derive(Debug)]
pub(crate) struct Ledger {
    events: Vec<LedgerEvent>,
    file: Option<File>,
}

impl Ledger {
    pub(crate) fn new(file: Option<File>) -> Self {
        Self { events: Vec::new(), file }
    }

    /// Adds one event; a full disk loses the line in the file, never the one in memory.
    pub(crate) fn append(&mut self, event: LedgerEvent) {
        if let Some(file) = &mut self.file
            && let Ok(mut line) = serde_json::to_vec(&event)
        {
            line.push(b'\n');
            if let Err(error) = file.write_all(&line) {
                tracing::error!(%error, "the ledger file could not be written");
            }
        }
        self.events.push(event);
    }

    pub(crate) fn snapshot(&self) -> Vec<LedgerEvent> {
        self.events.clone()
    }
}
