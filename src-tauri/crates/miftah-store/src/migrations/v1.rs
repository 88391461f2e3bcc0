//! Version 1: settings, accounts, keys. Frozen.

use rusqlite::Transaction;

/// Times are RFC 3339 text, exact to the nanosecond; enums are words. `seq` keeps the order of first sight.
/// `keys.account` does not refer to `accounts`: keys taken in before their developer is known have none.
pub(crate) fn up(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    transaction.execute_batch(
        "CREATE TABLE settings (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            locale TEXT,
            theme TEXT NOT NULL,
            access TEXT NOT NULL,
            access_account TEXT,
            guided_because TEXT
        ) STRICT;
        CREATE TABLE accounts (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            developer_id TEXT,
            email TEXT,
            company TEXT,
            listed_at TEXT
        ) STRICT;
        CREATE TABLE keys (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            account TEXT NOT NULL,
            id TEXT NOT NULL,
            name TEXT NOT NULL,
            environment TEXT NOT NULL,
            prefix TEXT,
            status TEXT NOT NULL,
            last_use TEXT NOT NULL,
            last_used_at TEXT,
            created_at TEXT,
            expires_at TEXT,
            rate_limit INTEGER,
            label TEXT,
            first_seen TEXT NOT NULL,
            seen_at TEXT NOT NULL,
            changed_at TEXT,
            changed_by TEXT,
            held TEXT,
            tested INTEGER NOT NULL,
            UNIQUE (account, id)
        ) STRICT;",
    )
}
