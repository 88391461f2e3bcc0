//! Version 3: since when a key is known to be switched off. Frozen.

use rusqlite::Transaction;

pub(crate) fn up(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    transaction.execute_batch("ALTER TABLE keys ADD COLUMN off_since TEXT;")
}
