//! One record as a line: eight hex digits of a CRC-32, a space, compact JSON, a line feed.

use miftah_core::keys::{AccountId, Environment, KeyId, KeyPrefix};
use miftah_core::operations::{Baseline, Event, EventDetails, Kind, OperationId, Record, Subject, Tag};
use serde::{Deserialize, Serialize};

use crate::words;

/// The form of a line. A newer one is left out by an older Miftah, as anything that it cannot read.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Line {
    v: u32,
    at: String,
    op: String,
    kind: String,
    account: String,
    key: String,
    environment: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<String>,
    worked: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last_use: Option<String>,
    event: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tag: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    prefix: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<String>,
}

/// A record's line, with its line feed.
pub(super) fn write(record: &Record) -> String {
    let Record { operation, subject, event, at } = record;
    let EventDetails { tag, prefix, id } = event.details();
    let line = Line {
        v: VERSION,
        at: words::of_time(*at),
        op: operation.as_str().into(),
        kind: subject.kind.word().into(),
        account: subject.account.as_str().into(),
        key: subject.key.as_str().into(),
        environment: subject.environment.word().into(),
        before: subject.baseline.prefix.as_ref().map(|prefix| prefix.as_str().into()),
        worked: subject.baseline.works,
        last_use: subject.baseline.last_use.map(words::of_time),
        event: event.word().into(),
        tag: tag.map(|tag| tag.as_str().into()),
        prefix: prefix.map(|prefix| prefix.as_str().into()),
        id: id.map(|id| id.as_str().into()),
    };
    // A struct of texts has nothing that JSON could refuse.
    let json = serde_json::to_string(&line).unwrap_or_default();
    format!("{:08x} {json}\n", crc32fast::hash(json.as_bytes()))
}

/// Reads a line without its line feed. `None` for a torn, damaged or unknown one.
pub(super) fn read(line: &[u8]) -> Option<Record> {
    let (sum, json) = line.split_at_checked(9)?;
    let sum = std::str::from_utf8(sum).ok()?.strip_suffix(' ')?;
    if u32::from_str_radix(sum, 16).ok()? != crc32fast::hash(json) {
        return None;
    }
    let line: Line = serde_json::from_slice(json).ok()?;
    if line.v != VERSION {
        return None;
    }
    let prefix = |text: Option<String>| text.map(|text| KeyPrefix::parse(&text).ok_or(())).transpose().ok();
    let details = EventDetails {
        tag: line.tag.map(|tag| Tag::parse(&tag)).transpose().ok()?,
        prefix: prefix(line.prefix)?,
        id: line.id.map(|id| KeyId::parse(&id)).transpose().ok()?,
    };
    Some(Record {
        operation: OperationId::parse(&line.op).ok()?,
        subject: Subject {
            kind: Kind::from_word(&line.kind)?,
            account: AccountId::parse(&line.account).ok()?,
            key: KeyId::parse(&line.key).ok()?,
            environment: Environment::from_word(&line.environment)?,
            baseline: Baseline {
                prefix: prefix(line.before)?,
                works: line.worked,
                last_use: line.last_use.as_deref().and_then(words::time),
            },
        },
        event: Event::from_parts(&line.event, details)?,
        at: words::time(&line.at)?,
    })
}
