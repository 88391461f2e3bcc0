//! Small things that are remembered under a name of their own.

use rusqlite::{Connection, OptionalExtension};

pub(crate) fn read(connection: &Connection, name: &str) -> rusqlite::Result<Option<String>> {
    connection
        .prepare_cached("SELECT value FROM memos WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()
}

pub(crate) fn save(connection: &Connection, name: &str, value: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT OR REPLACE INTO memos (name, value) VALUES (?1, ?2)")?
        .execute([name, value])
        .map(drop)
}
