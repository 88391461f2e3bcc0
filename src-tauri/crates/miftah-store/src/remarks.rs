//! What is noted about keys.

use miftah_core::keys::{AccountId, KeyId};
use miftah_core::remarks::{Advice, Remark};
use rusqlite::{Connection, Row};

pub(crate) fn all(connection: &Connection) -> rusqlite::Result<Vec<Remark>> {
    let mut statement = connection
        .prepare_cached("SELECT account, key, note, tags, change_after FROM remarks ORDER BY account, key")?;
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
    let advice = match row.get::<_, Option<u32>>("change_after").unwrap_or_default() {
        None => Advice::Usual,
        Some(0) => Advice::Never,
        Some(days) => Advice::After(days),
    };
    Ok(Some(Remark { account, key, note: text("note")?, tags, advice }))
}

pub(crate) fn save(connection: &Connection, remark: &Remark) -> rusqlite::Result<()> {
    let Remark { account, key, note, tags, advice } = remark;
    let change_after = (*advice != Advice::Usual).then(|| advice.days().unwrap_or(0));
    if remark.is_empty() {
        return remove(connection, account, key);
    }
    connection
        .prepare_cached(
            "INSERT INTO remarks (account, key, note, tags, change_after) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (account, key) DO UPDATE SET note = excluded.note, tags = excluded.tags,
                change_after = excluded.change_after",
        )?
        .execute((account.as_str(), key.as_str(), note, tags.join("\n"), change_after))
        .map(drop)
}

pub(crate) fn remove(connection: &Connection, account: &AccountId, key: &KeyId) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM remarks WHERE account = ?1 AND key = ?2")?
        .execute([account.as_str(), key.as_str()])
        .map(drop)
}
