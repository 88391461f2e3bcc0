//! Version 5: reminders. What was said and told of findings, keys that come back by themselves, small things with a name,
//! and the settings of it all. Frozen.

use rusqlite::Transaction;

/// Days are counts; in `remarks` 0 is never and NULL as usual, in `reminding` NULL is never. Times of the day are
/// "HH:MM". No row in `reminding`: as usual.
pub(crate) fn up(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    transaction.execute_batch(
        "CREATE TABLE marks (
            account TEXT NOT NULL,
            key TEXT NOT NULL,
            kind TEXT NOT NULL,
            instance TEXT NOT NULL,
            told_at TEXT,
            put TEXT,
            put_until TEXT,
            reason TEXT,
            PRIMARY KEY (account, key, kind)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE timed_offs (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            account TEXT NOT NULL,
            key TEXT NOT NULL,
            prefix TEXT,
            off_at TEXT NOT NULL,
            on_at TEXT NOT NULL,
            stage TEXT NOT NULL,
            UNIQUE (account, key)
        ) STRICT;
        CREATE TABLE memos (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE reminding (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            live_never_used INTEGER,
            live_unused INTEGER,
            live_stale INTEGER,
            live_expiry INTEGER NOT NULL,
            sandbox_never_used INTEGER,
            sandbox_unused INTEGER,
            sandbox_stale INTEGER,
            sandbox_expiry INTEGER NOT NULL,
            digest_at TEXT NOT NULL,
            quiet_from TEXT,
            quiet_to TEXT,
            hide_names INTEGER NOT NULL,
            background INTEGER NOT NULL,
            autostart INTEGER NOT NULL
        ) STRICT;
        ALTER TABLE remarks ADD COLUMN never_used_after INTEGER;
        ALTER TABLE remarks ADD COLUMN unused_after INTEGER;
        ALTER TABLE remarks ADD COLUMN favourite INTEGER NOT NULL DEFAULT 0;",
    )
}
