//! What is noted about keys.

use miftah_core::keys::{AccountId, KeyId};
use miftah_core::remarks::{Advice, KeyAdvice, Remark};
use rusqlite::{Connection, Row, params};

pub(crate) fn all(connection: &Connection) -> rusqlite::Result<Vec<Remark>> {
    let mut statement = connection.prepare_cached(
        "SELECT account, key, note, tags, never_used_after, unused_after, change_after, favourite FROM remarks
        ORDER BY account, key",
    )?;
    let rows = statement.query_map([], remark)?;
    rows.filter_map(Result::transpose).collect()
}

/// `None` for a row whose identity cannot be read.
fn remark(row: &Row<'_>) -> rusqlite::Result<Option<Remark>> {
    let text = |name: &str| row.get::<_, String>(name);
    let (Ok(account), Ok(key)) = (AccountId::parse(&text("account")?), KeyId::parse(&text("key")?)) else {
        tracing::warn!("a remark could not be read and was left out");
        return Ok(None);
    };
    let tags = text("tags")?.lines().map(str::to_owned).collect();
    // A damaged number is as usual.
    let advice = |name: &str| Advice::of_days(row.get::<_, Option<u32>>(name).unwrap_or_default());
    let advice = KeyAdvice {
        never_used: advice("never_used_after"),
        unused: advice("unused_after"),
        stale: advice("change_after"),
    };
    let favourite = row.get("favourite").unwrap_or_default();
    Ok(Some(Remark { account, key, note: text("note")?, tags, advice, favourite }))
}

pub(crate) fn save(connection: &Connection, remark: &Remark) -> rusqlite::Result<()> {
    let Remark { account, key, note, tags, advice, favourite } = remark;
    if remark.is_empty() {
        return remove(connection, account, key);
    }
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO remarks
                (account, key, note, tags, never_used_after, unused_after, change_after, favourite)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            account.as_str(),
            key.as_str(),
            note,
            tags.join("\n"),
            advice.never_used.days(),
            advice.unused.days(),
            advice.stale.days(),
            favourite,
        ])
        .map(drop)
}

pub(crate) fn remove(connection: &Connection, account: &AccountId, key: &KeyId) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM remarks WHERE account = ?1 AND key = ?2")?
        .execute([account.as_str(), key.as_str()])
        .map(drop)
}
