//! The keys that come back by themselves.

use jiff::Timestamp;
use miftah_core::keys::{AccountId, KeyId, KeyPrefix};
use miftah_core::timed_off::TimedOff;
use rusqlite::{Connection, Row, params};

use crate::words;

pub(crate) fn all(connection: &Connection) -> rusqlite::Result<Vec<TimedOff>> {
    let mut statement = connection
        .prepare_cached("SELECT account, key, prefix, off_at, on_at, stage FROM timed_offs ORDER BY seq")?;
    let rows = statement.query_map([], timed_off)?;
    rows.filter_map(Result::transpose).collect()
}

/// `None` for a row that does not say which key. A damaged moment must not keep a key off: it is due.
fn timed_off(row: &Row<'_>) -> rusqlite::Result<Option<TimedOff>> {
    let text = |name: &str| row.get::<_, String>(name);
    let time = |name: &str| Ok::<_, rusqlite::Error>(words::time(&text(name)?));
    let (Ok(account), Ok(key)) = (AccountId::parse(&text("account")?), KeyId::parse(&text("key")?)) else {
        tracing::warn!("a key that comes back by itself could not be read and was left out");
        return Ok(None);
    };
    Ok(Some(TimedOff {
        account,
        key,
        prefix: row.get::<_, Option<String>>("prefix")?.as_deref().and_then(KeyPrefix::parse),
        off_at: time("off_at")?.unwrap_or(Timestamp::MIN),
        on_at: time("on_at")?.unwrap_or(Timestamp::MIN),
        stage: words::timed_stage(&text("stage")?),
    }))
}

/// An update keeps `seq`, and so the order.
pub(crate) fn save(connection: &Connection, timed: &TimedOff) -> rusqlite::Result<()> {
    let TimedOff { account, key, prefix, off_at, on_at, stage } = timed;
    connection
        .prepare_cached(
            "INSERT INTO timed_offs (account, key, prefix, off_at, on_at, stage) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (account, key) DO UPDATE SET prefix = excluded.prefix, off_at = excluded.off_at,
                on_at = excluded.on_at, stage = excluded.stage",
        )?
        .execute(params![
            account.as_str(),
            key.as_str(),
            prefix.as_ref().map(KeyPrefix::as_str),
            words::of_time(*off_at),
            words::of_time(*on_at),
            words::of_timed_stage(*stage),
        ])
        .map(drop)
}

pub(crate) fn remove(connection: &Connection, account: &AccountId, key: &KeyId) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM timed_offs WHERE account = ?1 AND key = ?2")?
        .execute([account.as_str(), key.as_str()])
        .map(drop)
}
