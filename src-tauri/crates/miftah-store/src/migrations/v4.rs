//! Version 4: what is noted about keys. Frozen.

use rusqlite::Transaction;

/// The tags stand one a line: none of them holds a line break. `change_after` is in days, 0 is never, NULL as usual.
pub(crate) fn up(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    transaction.execute_batch(
        "CREATE TABLE remarks (
            account TEXT NOT NULL,
            key TEXT NOT NULL,
            note TEXT NOT NULL,
            tags TEXT NOT NULL,
            change_after INTEGER,
            PRIMARY KEY (account, key)
        ) STRICT, WITHOUT ROWID;",
    )
}
