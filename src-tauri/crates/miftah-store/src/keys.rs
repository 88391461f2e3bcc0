//! The known keys, in the order of their first sight.

use miftah_core::keys::{AccountId, Change, Environment, Key, KeyId, KeyPrefix, KnownKey};
use rusqlite::{Connection, Row, ToSql, named_params};

use crate::words;

const SELECT: &str =
    "SELECT account, id, name, environment, prefix, status, last_use, last_used_at, created_at,
    expires_at, rate_limit, label, first_seen, seen_at, changed_at, changed_by, held, tested, off_since FROM keys";

pub(crate) fn of_account(connection: &Connection, account: &AccountId) -> rusqlite::Result<Vec<KnownKey>> {
    select(connection, "WHERE account = ?1 ORDER BY seq", &[&account.as_str()])
}

pub(crate) fn all(connection: &Connection) -> rusqlite::Result<Vec<KnownKey>> {
    select(connection, "ORDER BY seq", &[])
}

fn select(connection: &Connection, which: &str, values: &[&dyn ToSql]) -> rusqlite::Result<Vec<KnownKey>> {
    let mut statement = connection.prepare_cached(&format!("{SELECT} {which}"))?;
    let rows = statement.query_map(values, |row| {
        let key = known_key(row)?;
        if key.is_none() {
            tracing::warn!("a key could not be read and was left out");
        }
        Ok(key)
    })?;
    rows.filter_map(Result::transpose).collect()
}

/// `None` for a row whose identity cannot be read; anything else that is damaged reads as "not known".
fn known_key(row: &Row<'_>) -> rusqlite::Result<Option<KnownKey>> {
    let text = |name: &str| row.get::<_, String>(name);
    let maybe = |name: &str| row.get::<_, Option<String>>(name);
    let time = |name: &str| Ok::<_, rusqlite::Error>(maybe(name)?.as_deref().and_then(words::time));
    let prefix = |name: &str| Ok::<_, rusqlite::Error>(maybe(name)?.as_deref().and_then(KeyPrefix::parse));

    let (Ok(account), Ok(id), Some(environment), Some(first_seen)) = (
        AccountId::parse(&text("account")?),
        KeyId::parse(&text("id")?),
        Environment::from_word(&text("environment")?),
        time("first_seen")?,
    ) else {
        return Ok(None);
    };
    let changed_by = maybe("changed_by")?.as_deref().and_then(words::changed_by);
    Ok(Some(KnownKey {
        account,
        key: Key {
            id,
            name: text("name")?,
            environment,
            prefix: prefix("prefix")?,
            status: words::status(&text("status")?),
            last_use: words::last_use(&text("last_use")?, maybe("last_used_at")?.as_deref()),
            created_at: time("created_at")?,
            expires_at: time("expires_at")?,
            rate_limit: row.get::<_, Option<i64>>("rate_limit")?.and_then(|limit| limit.try_into().ok()),
        },
        label: maybe("label")?,
        first_seen,
        // Read as old as it can be, never as fresher than it is.
        seen_at: time("seen_at")?.unwrap_or(first_seen),
        change: time("changed_at")?.zip(changed_by).map(|(at, by)| Change { at, by }),
        held: prefix("held")?,
        off_since: time("off_since")?,
        tested: row.get("tested")?,
    }))
}

/// An update keeps `seq`, and so the order.
const UPSERT: &str = "INSERT INTO keys (account, id, name, environment, prefix, status, last_use, last_used_at,
        created_at, expires_at, rate_limit, label, first_seen, seen_at, changed_at, changed_by, held, tested,
        off_since)
    VALUES (:account, :id, :name, :environment, :prefix, :status, :last_use, :last_used_at,
        :created_at, :expires_at, :rate_limit, :label, :first_seen, :seen_at, :changed_at, :changed_by, :held, :tested,
        :off_since)
    ON CONFLICT (account, id) DO UPDATE SET name = excluded.name, environment = excluded.environment,
        prefix = excluded.prefix, status = excluded.status, last_use = excluded.last_use,
        last_used_at = excluded.last_used_at, created_at = excluded.created_at, expires_at = excluded.expires_at,
        rate_limit = excluded.rate_limit, label = excluded.label, first_seen = excluded.first_seen,
        seen_at = excluded.seen_at, changed_at = excluded.changed_at, changed_by = excluded.changed_by,
        held = excluded.held, tested = excluded.tested, off_since = excluded.off_since";

pub(crate) fn save(connection: &mut Connection, keys: &[KnownKey]) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    {
        let mut upsert = transaction.prepare_cached(UPSERT)?;
        for KnownKey { account, key, label, first_seen, seen_at, change, held, off_since, tested } in keys {
            let (last_use, last_used_at) = words::of_last_use(key.last_use);
            upsert.execute(named_params! {
                ":account": account.as_str(),
                ":id": key.id.as_str(),
                ":name": key.name,
                ":environment": key.environment.word(),
                ":prefix": key.prefix.as_ref().map(KeyPrefix::as_str),
                ":status": words::of_status(key.status),
                ":last_use": last_use,
                ":last_used_at": last_used_at,
                ":created_at": key.created_at.map(words::of_time),
                ":expires_at": key.expires_at.map(words::of_time),
                ":rate_limit": key.rate_limit,
                ":label": label,
                ":first_seen": words::of_time(*first_seen),
                ":seen_at": words::of_time(*seen_at),
                ":changed_at": change.map(|change| words::of_time(change.at)),
                ":changed_by": change.map(|change| words::of_changed_by(change.by)),
                ":held": held.as_ref().map(KeyPrefix::as_str),
                ":tested": tested,
                ":off_since": off_since.map(words::of_time),
            })?;
        }
    }
    transaction.commit()
}

pub(crate) fn forget(connection: &Connection, account: &AccountId, key: &KeyId) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM keys WHERE account = ?1 AND id = ?2")?
        .execute([account.as_str(), key.as_str()])
        .map(drop)
}
