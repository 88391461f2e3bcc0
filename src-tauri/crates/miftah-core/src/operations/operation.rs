//! An operation, folded from its records.

use jiff::Timestamp;

use crate::keys::{KeyId, KeyPrefix};

use super::next::after_a_gap;
use super::{Event, IllegalEvent, OperationId, Record, Stage, Subject, Tag, next};

/// An operation as its records tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// Its name.
    pub id: OperationId,
    /// What it is about.
    pub subject: Subject,
    /// Where it stands.
    pub stage: Stage,
    /// When it began.
    pub began: Timestamp,
    /// When the present stage began.
    pub since: Timestamp,
    /// When the request may have been written.
    pub sent: Option<Timestamp>,
    /// When the new value was kept.
    pub kept: Option<Timestamp>,
    /// When the person last said that everything uses the successor.
    pub installed: Option<Timestamp>,
    /// When the old key was last switched off.
    pub off: Option<Timestamp>,
    /// The successor's tag.
    pub tag: Option<Tag>,
    /// The id that the new value has at DHMAD: the same key's, or the successor's.
    pub issued_id: Option<KeyId>,
    /// The prefix of the value received; at [`Stage::Lost`] and [`Stage::Replaced`] what DHMAD shows now.
    pub prefix: Option<KeyPrefix>,
}

impl Operation {
    /// An operation as its first record tells it. Its first record may not be the first one written.
    pub(super) fn from_first(record: &Record) -> Self {
        let mut operation = Self {
            id: record.operation.clone(),
            subject: record.subject.clone(),
            stage: Stage::Intended,
            began: record.at,
            since: record.at,
            sent: None,
            kept: None,
            installed: None,
            off: None,
            tag: None,
            issued_id: None,
            prefix: None,
        };
        operation.enter(
            next(record.subject.kind, None, &record.event)
                .unwrap_or_else(|_| after_a_gap(record.subject.kind, &record.event)),
            &record.event,
            record.at,
        );
        operation
    }

    /// Takes a record from the disk over. It happened, even if the one before it cannot be read.
    pub(super) fn follow(&mut self, record: &Record) {
        let kind = self.subject.kind;
        let stage =
            next(kind, Some(self.stage), &record.event).unwrap_or_else(|_| after_a_gap(kind, &record.event));
        self.enter(stage, &record.event, record.at);
    }

    /// The operation after an event. An event that cannot happen now leaves it as it is.
    pub fn after(&self, event: &Event, at: Timestamp) -> Result<Self, IllegalEvent> {
        let stage = next(self.subject.kind, Some(self.stage), event)?;
        let mut operation = self.clone();
        operation.enter(stage, event, at);
        Ok(operation)
    }

    fn enter(&mut self, stage: Stage, event: &Event, at: Timestamp) {
        if stage != self.stage {
            self.since = at;
        }
        self.stage = stage;
        match event {
            Event::Intended { tag } => self.tag.clone_from(tag),
            Event::Sending => self.sent = Some(at),
            Event::Received { prefix, id } => {
                self.prefix = Some(prefix.clone());
                self.issued_id.clone_from(id);
            }
            Event::Lost { prefix } | Event::Replaced { prefix } => self.prefix.clone_from(prefix),
            Event::Kept { id } => {
                self.kept = Some(at);
                self.issued_id = Some(id.clone());
            }
            Event::Orphaned { id } => self.issued_id = Some(id.clone()),
            Event::Installed => self.installed = Some(at),
            Event::NotInstalled => self.installed = None,
            Event::SwitchedOff => self.off = Some(at),
            Event::SwitchedOn => self.off = None,
            _ => {}
        }
    }
}
