//! What was seen of the keys' use, and which calls were Miftah's own.

use jiff::Timestamp;
use miftah_core::keys::{AccountId, KeyId};
use miftah_core::usage::{OwnCall, UsageSample};
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use crate::words;

/// So many a key are kept: those of more than a year, with a check every six hours. By number and not by age, since a
/// wrong date from elsewhere must not be able to erase what was seen.
const KEPT: i64 = 2_000;

pub(crate) fn add_samples(connection: &mut Connection, samples: &[UsageSample]) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    {
        let mut insert = transaction.prepare_cached(
            "INSERT OR REPLACE INTO usage_samples (account, key, at_ms, at, last_use, last_used_at, status)
            VALUES (:account, :key, :ms, :at, :last_use, :last_used_at, :status)",
        )?;
        for UsageSample { account, key, at, last_use, status } in samples {
            let (last_use, last_used_at) = words::of_last_use(*last_use);
            insert.execute(named_params! {
                ":account": account.as_str(),
                ":key": key.as_str(),
                ":ms": at.as_millisecond(),
                ":at": words::of_time(*at),
                ":last_use": last_use,
                ":last_used_at": last_used_at,
                ":status": words::of_status(*status),
            })?;
        }
    }
    {
        let mut forget = transaction.prepare_cached(
            "DELETE FROM usage_samples WHERE account = ?1 AND key = ?2 AND at_ms < (
                SELECT at_ms FROM usage_samples WHERE account = ?1 AND key = ?2
                ORDER BY at_ms DESC LIMIT 1 OFFSET ?3)",
        )?;
        for UsageSample { account, key, .. } in samples {
            join(&transaction, account, key)?;
            forget.execute(params![account.as_str(), key.as_str(), KEPT - 1])?;
        }
    }
    transaction.commit()
}

/// Last use and status, in their words.
type Said = (String, Option<String>, String);

/// Of three newest samples that say the same, the middle one follows from the others.
fn join(connection: &Connection, account: &AccountId, key: &KeyId) -> rusqlite::Result<()> {
    let mut newest = connection.prepare_cached(
        "SELECT last_use, last_used_at, status, at_ms FROM usage_samples
        WHERE account = ?1 AND key = ?2 ORDER BY at_ms DESC LIMIT 3",
    )?;
    let rows = newest.query_map([account.as_str(), key.as_str()], |row| {
        Ok(((row.get(0)?, row.get(1)?, row.get(2)?), row.get(3)?))
    })?;
    let rows: Vec<(Said, i64)> = rows.collect::<Result<_, _>>()?;
    let [(newest, _), (middle, at_ms), (before, _)] = rows.as_slice() else { return Ok(()) };
    if newest == middle && middle == before {
        connection
            .prepare_cached("DELETE FROM usage_samples WHERE account = ?1 AND key = ?2 AND at_ms = ?3")?
            .execute(params![account.as_str(), key.as_str(), at_ms])?;
    }
    Ok(())
}

pub(crate) fn samples(
    connection: &Connection,
    account: &AccountId,
    key: &KeyId,
    since: Timestamp,
) -> rusqlite::Result<Vec<UsageSample>> {
    let mut statement = connection.prepare_cached(
        "SELECT at, last_use, last_used_at, status FROM usage_samples
        WHERE account = ?1 AND key = ?2 AND at_ms >= ?3 ORDER BY at_ms",
    )?;
    let values = params![account.as_str(), key.as_str(), since.as_millisecond()];
    let rows = statement.query_map(values, |row| sample(row, account, key))?;
    rows.filter_map(Result::transpose).collect()
}

pub(crate) fn sample_before(
    connection: &Connection,
    account: &AccountId,
    key: &KeyId,
    moment: Timestamp,
) -> rusqlite::Result<Option<UsageSample>> {
    let mut statement = connection.prepare_cached(
        "SELECT at, last_use, last_used_at, status FROM usage_samples
        WHERE account = ?1 AND key = ?2 AND at_ms < ?3 ORDER BY at_ms DESC LIMIT 1",
    )?;
    let values = params![account.as_str(), key.as_str(), moment.as_millisecond()];
    let row = statement.query_row(values, |row| sample(row, account, key));
    row.optional().map(Option::flatten)
}

/// `None` for a row that does not say of which key it is.
fn owner(row: &Row<'_>) -> rusqlite::Result<Option<(AccountId, KeyId)>> {
    let account = AccountId::parse(&row.get::<_, String>("account")?).ok();
    Ok(account.zip(KeyId::parse(&row.get::<_, String>("key")?).ok()))
}

pub(crate) fn last_sample(
    connection: &Connection,
    account: &AccountId,
    key: &KeyId,
) -> rusqlite::Result<Option<UsageSample>> {
    sample_before(connection, account, key, Timestamp::MAX)
}

/// `None` for a row without a readable moment.
fn sample(row: &Row<'_>, account: &AccountId, key: &KeyId) -> rusqlite::Result<Option<UsageSample>> {
    let last_used_at: Option<String> = row.get("last_used_at")?;
    Ok(words::time(&row.get::<_, String>("at")?).map(|at| UsageSample {
        account: account.clone(),
        key: key.clone(),
        at,
        last_use: words::last_use(
            &row.get::<_, String>("last_use").unwrap_or_default(),
            last_used_at.as_deref(),
        ),
        status: words::status(&row.get::<_, String>("status").unwrap_or_default()),
    }))
}

pub(crate) fn add_own_call(connection: &mut Connection, call: &OwnCall) -> rusqlite::Result<()> {
    let OwnCall { account, key, from, to } = call;
    let transaction = connection.transaction()?;
    transaction
        .prepare_cached(
            "INSERT INTO own_calls (account, key, to_ms, from_at, to_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            account.as_str(),
            key.as_str(),
            to.as_millisecond(),
            words::of_time(*from),
            words::of_time(*to),
        ])?;
    transaction
        .prepare_cached(
            "DELETE FROM own_calls WHERE account = ?1 AND key = ?2 AND seq < (
                SELECT seq FROM own_calls WHERE account = ?1 AND key = ?2
                ORDER BY seq DESC LIMIT 1 OFFSET ?3)",
        )?
        .execute(params![account.as_str(), key.as_str(), KEPT - 1])?;
    transaction.commit()
}

pub(crate) fn own_calls(
    connection: &Connection,
    account: &AccountId,
    key: &KeyId,
) -> rusqlite::Result<Vec<OwnCall>> {
    let mut statement = connection.prepare_cached(
        "SELECT from_at, to_at FROM own_calls WHERE account = ?1 AND key = ?2 ORDER BY to_ms, seq",
    )?;
    let rows = statement
        .query_map([account.as_str(), key.as_str()], |row| own_call(row, account.clone(), key.clone()))?;
    rows.filter_map(Result::transpose).collect()
}

pub(crate) fn all_own_calls(connection: &Connection) -> rusqlite::Result<Vec<OwnCall>> {
    let mut statement = connection
        .prepare_cached("SELECT account, key, from_at, to_at FROM own_calls ORDER BY to_ms, seq")?;
    let rows = statement.query_map([], |row| {
        let Some((account, key)) = owner(row)? else { return Ok(None) };
        own_call(row, account, key)
    })?;
    rows.filter_map(Result::transpose).collect()
}

/// `None` for a row without readable moments.
fn own_call(row: &Row<'_>, account: AccountId, key: KeyId) -> rusqlite::Result<Option<OwnCall>> {
    let time = |name: &str| Ok::<_, rusqlite::Error>(words::time(&row.get::<_, String>(name)?));
    Ok(time("from_at")?.zip(time("to_at")?).map(|(from, to)| OwnCall { account, key, from, to }))
}

pub(crate) fn rare_use(connection: &Connection, operation: &str) -> rusqlite::Result<Option<bool>> {
    connection
        .prepare_cached("SELECT rare FROM rare_use WHERE operation = ?1")?
        .query_row([operation], |row| row.get(0))
        .optional()
}

pub(crate) fn save_rare_use(connection: &Connection, operation: &str, rare: bool) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT OR REPLACE INTO rare_use (operation, rare) VALUES (?1, ?2)")?
        .execute(params![operation, rare])
        .map(drop)
}
