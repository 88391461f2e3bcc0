//! The accounts ever used here.

use miftah_core::keys::AccountId;
use miftah_core::session::Account;
use rusqlite::{Connection, Row, params};

use crate::words;

pub(crate) fn all(connection: &Connection) -> rusqlite::Result<Vec<Account>> {
    let mut select = connection
        .prepare_cached("SELECT id, developer_id, email, company, listed_at FROM accounts ORDER BY seq")?;
    let rows = select.query_map([], account)?;
    rows.filter_map(Result::transpose).collect()
}

/// `None` for a row whose id cannot be read.
fn account(row: &Row<'_>) -> rusqlite::Result<Option<Account>> {
    let Ok(id) = AccountId::parse(&row.get::<_, String>(0)?) else {
        tracing::warn!("an account could not be read and was left out");
        return Ok(None);
    };
    let listed_at: Option<String> = row.get(4)?;
    Ok(Some(Account {
        id,
        developer_id: row.get(1)?,
        email: row.get(2)?,
        company: row.get(3)?,
        listed_at: listed_at.as_deref().and_then(words::time),
    }))
}

pub(crate) fn save(connection: &Connection, account: &Account) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO accounts (id, developer_id, email, company, listed_at) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (id) DO UPDATE SET developer_id = excluded.developer_id, email = excluded.email,
                company = excluded.company, listed_at = excluded.listed_at",
        )?
        .execute(params![
            account.id.as_str(),
            account.developer_id,
            account.email,
            account.company,
            account.listed_at.map(words::of_time)
        ])
        .map(drop)
}
