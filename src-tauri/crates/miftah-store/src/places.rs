//! The places, in the order they were added.

use miftah_core::keys::{AccountId, KeyId, KeyPrefix};
use miftah_core::places::{Place, PlaceId};
use rusqlite::{Connection, Row, named_params};

use crate::words;

pub(crate) fn all(connection: &Connection) -> rusqlite::Result<Vec<Place>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, account, key, name, keeper, installed_prefix, installed_at FROM places ORDER BY seq",
    )?;
    let rows = statement.query_map([], place)?;
    rows.filter_map(Result::transpose).collect()
}

/// `None` for a row whose identity cannot be read.
fn place(row: &Row<'_>) -> rusqlite::Result<Option<Place>> {
    let text = |name: &str| row.get::<_, String>(name);
    let maybe = |name: &str| row.get::<_, Option<String>>(name);
    let (Ok(id), Ok(account), Ok(key)) =
        (PlaceId::parse(&text("id")?), AccountId::parse(&text("account")?), KeyId::parse(&text("key")?))
    else {
        tracing::warn!("a place could not be read and was left out");
        return Ok(None);
    };
    let prefix = maybe("installed_prefix")?.as_deref().and_then(KeyPrefix::parse);
    let at = maybe("installed_at")?.as_deref().and_then(words::time);
    Ok(Some(Place {
        id,
        account,
        key,
        name: text("name")?,
        keeper: maybe("keeper")?,
        installed: prefix.zip(at),
    }))
}

pub(crate) fn save(connection: &Connection, place: &Place) -> rusqlite::Result<()> {
    let Place { id, account, key, name, keeper, installed } = place;
    connection
        .prepare_cached(
            "INSERT INTO places (id, account, key, name, keeper, installed_prefix, installed_at)
            VALUES (:id, :account, :key, :name, :keeper, :prefix, :at)
            ON CONFLICT (id) DO UPDATE SET account = excluded.account, key = excluded.key, name = excluded.name,
                keeper = excluded.keeper, installed_prefix = excluded.installed_prefix,
                installed_at = excluded.installed_at",
        )?
        .execute(named_params! {
            ":id": id.as_str(),
            ":account": account.as_str(),
            ":key": key.as_str(),
            ":name": name,
            ":keeper": keeper,
            ":prefix": installed.as_ref().map(|(prefix, _)| prefix.as_str()),
            ":at": installed.as_ref().map(|(_, at)| words::of_time(*at)),
        })
        .map(drop)
}

pub(crate) fn remove(connection: &Connection, id: &PlaceId) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM places WHERE id = ?1")?.execute([id.as_str()]).map(drop)
}

pub(crate) fn hand_on(
    connection: &Connection,
    account: &AccountId,
    from: &KeyId,
    to: &KeyId,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE places SET key = ?3 WHERE account = ?1 AND key = ?2")?
        .execute([account.as_str(), from.as_str(), to.as_str()])
        .map(drop)
}
