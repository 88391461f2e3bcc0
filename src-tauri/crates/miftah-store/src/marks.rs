//! What was said and told of findings.

use miftah_core::keys::{AccountId, KeyId};
use miftah_core::reminders::{Kind, Mark, Put, Reason};
use rusqlite::{Connection, Row, params};

use crate::words;

pub(crate) fn all(connection: &Connection) -> rusqlite::Result<Vec<Mark>> {
    let mut statement = connection.prepare_cached(
        "SELECT account, key, kind, instance, told_at, put, put_until, reason FROM marks
        ORDER BY account, key, kind",
    )?;
    let rows = statement.query_map([], mark)?;
    rows.filter_map(Result::transpose).collect()
}

/// `None` for a row that does not say what it is about. What the person said is then forgotten, and asked for again.
fn mark(row: &Row<'_>) -> rusqlite::Result<Option<Mark>> {
    let text = |name: &str| row.get::<_, String>(name);
    let maybe = |name: &str| row.get::<_, Option<String>>(name);
    let time = |name: &str| Ok::<_, rusqlite::Error>(maybe(name)?.as_deref().and_then(words::time));
    let (Ok(account), Ok(key), Some(kind), Some(instance)) = (
        AccountId::parse(&text("account")?),
        KeyId::parse(&text("key")?),
        Kind::from_word(&text("kind")?),
        time("instance")?,
    ) else {
        tracing::warn!("what was said of a finding could not be read and was left out");
        return Ok(None);
    };
    let put = match maybe("put")?.as_deref() {
        Some("until") => time("put_until")?.map(Put::Until),
        Some("dismissed") => maybe("reason")?.as_deref().and_then(Reason::from_word).map(Put::Dismissed),
        _ => None,
    };
    Ok(Some(Mark { account, key, kind, instance, told: time("told_at")?, put }))
}

pub(crate) fn save(connection: &Connection, mark: &Mark) -> rusqlite::Result<()> {
    let Mark { account, key, kind, instance, told, put } = mark;
    let (put, until, reason) = match *put {
        None => (None, None, None),
        Some(Put::Until(until)) => (Some("until"), Some(words::of_time(until)), None),
        Some(Put::Dismissed(reason)) => (Some("dismissed"), None, Some(reason.word())),
    };
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO marks (account, key, kind, instance, told_at, put, put_until, reason)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            account.as_str(),
            key.as_str(),
            kind.word(),
            words::of_time(*instance),
            told.map(words::of_time),
            put,
            until,
            reason,
        ])
        .map(drop)
}
