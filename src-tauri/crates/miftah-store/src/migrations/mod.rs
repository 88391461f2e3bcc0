//! The schema's versions. To change it: add `vN.rs` with one `up`, append it to [`STEPS`], add its schema to
//! the snapshot test. A step that was released is frozen: it is never edited and uses no type or word of
//! today's code. There is no way back; data of a newer version is refused untouched.

mod v1;
mod v2;
mod v3;
mod v4;
mod v5;

use miftah_core::ports::StoreError;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::error::translate;

#[cfg(test)]
pub(crate) use v1::up as up_to_version_1;

/// One step from the version before.
type Step = fn(&Transaction<'_>) -> rusqlite::Result<()>;

/// Step `n` (from 0) leads to version `n + 1`.
const STEPS: &[Step] = &[v1::up, v2::up, v3::up, v4::up, v5::up];

fn version(connection: &Connection) -> rusqlite::Result<usize> {
    connection
        .query_row("PRAGMA user_version", [], |row| row.get::<_, i64>(0))
        // A negative version is none of ours: refused like a newer one.
        .map(|version| usize::try_from(version).unwrap_or(usize::MAX))
}

/// Refuses data of a newer Miftah.
pub(crate) fn check_version(connection: &Connection) -> Result<(), StoreError> {
    let version = version(connection).map_err(|error| translate(&error))?;
    if version > STEPS.len() { Err(StoreError::Newer) } else { Ok(()) }
}

/// Brings the data to the present version, one transaction a step.
pub(crate) fn run(connection: &mut Connection) -> Result<(), StoreError> {
    for (index, step) in STEPS.iter().enumerate() {
        take(connection, index, *step).map_err(|error| translate(&error))?;
    }
    check_version(connection)
}

fn take(connection: &mut Connection, index: usize, step: Step) -> rusqlite::Result<()> {
    // The version is read under the write lock: a second process may have taken the step meanwhile.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if version(&transaction)? > index {
        return Ok(());
    }
    step(&transaction)?;
    transaction.pragma_update(None, "user_version", index + 1)?;
    transaction.commit()
}
