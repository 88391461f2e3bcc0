//! Version 2: places, what was seen of the keys' use, Miftah's own calls, and answers about rare uses. Frozen.

use rusqlite::Transaction;

/// Beside each moment that is searched or sorted by stands its count of milliseconds: the text has as many
/// digits as the moment has and does not sort.
pub(crate) fn up(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    transaction.execute_batch(
        "CREATE TABLE places (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            account TEXT NOT NULL,
            key TEXT NOT NULL,
            name TEXT NOT NULL,
            keeper TEXT,
            installed_prefix TEXT,
            installed_at TEXT
        ) STRICT;
        CREATE TABLE usage_samples (
            account TEXT NOT NULL,
            key TEXT NOT NULL,
            at_ms INTEGER NOT NULL,
            at TEXT NOT NULL,
            last_use TEXT NOT NULL,
            last_used_at TEXT,
            status TEXT NOT NULL,
            PRIMARY KEY (account, key, at_ms)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE own_calls (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            account TEXT NOT NULL,
            key TEXT NOT NULL,
            to_ms INTEGER NOT NULL,
            from_at TEXT NOT NULL,
            to_at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX own_calls_of_key ON own_calls (account, key, to_ms);
        CREATE TABLE rare_use (
            operation TEXT PRIMARY KEY,
            rare INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;",
    )
}
