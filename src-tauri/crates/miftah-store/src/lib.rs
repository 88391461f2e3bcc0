//! What Miftah remembers between starts: settings, accounts and known keys, in one SQLite file.
//!
//! Not here: any secret. Names come redacted, prefixes cut; values live in the keychain.
//!
//! The file is kept with a rollback journal and `synchronous = EXTRA`, not with a write-ahead log: what is
//! written is little and rare, each commit is on the disk when its call returns (the folder is synced too
//! after the journal is removed), and at rest there is one file, whose permissions we set. A row that cannot
//! be read is left out, and left alone; only a file that is not a sound database is [`StoreError::Corrupt`].

mod accounts;
mod error;
mod files;
mod journal;
mod keys;
mod lock;
mod marks;
mod memos;
mod migrations;
mod place;
mod places;
mod remarks;
mod reminding;
mod settings;
mod spool;
mod timed_offs;
mod usage;
mod words;

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use miftah_core::keys::{AccountId, KeyId, KnownKey};
use miftah_core::places::{Place, PlaceId};
use miftah_core::ports::{Store, StoreError};
use miftah_core::remarks::Remark;
use miftah_core::reminders::Mark;
use miftah_core::session::Account;
use miftah_core::settings::Settings;
use miftah_core::timed_off::TimedOff;
use miftah_core::usage::{OwnCall, UsageSample};
use rusqlite::Connection;

use crate::error::translate;

pub use files::{DiskFiles, Files};
pub use journal::JournalFile;
pub use lock::FolderLock;
pub use spool::SealedSpool;

/// How long a call waits for another process that holds the file (a backup program, a second Miftah).
const BUSY: Duration = Duration::from_secs(5);

/// Everything that Miftah keeps in its data folder.
pub struct Opened {
    /// `miftah.db`.
    pub store: SqliteStore,
    /// `operations/journal`.
    pub journal: JournalFile,
    /// `spool/<operation>.sealed`.
    pub spool: SealedSpool,
    /// While it lives, no other Miftah opens the folder.
    pub lock: FolderLock,
}

/// Opens the data folder, unless another Miftah has it open: two of them would each send a request for the same key.
/// The places in it never change: operations under way hang on them.
pub fn open(folder: &Path) -> Result<Opened, StoreError> {
    let lock = FolderLock::take(folder)?;
    let store = SqliteStore::open(folder)?;
    let journal = JournalFile::new(Arc::new(DiskFiles::open(&folder.join("operations"))?));
    let spool = SealedSpool::new(Arc::new(DiskFiles::open(&folder.join("spool"))?));
    Ok(Opened { store, journal, spool, lock })
}

/// The store on disk. One connection; calls from several threads wait for each other.
pub struct SqliteStore {
    connection: Mutex<Connection>,
}

impl SqliteStore {
    /// Opens `miftah.db` in the folder. Makes both if missing, shuts both to everyone else, and brings older
    /// data to the present schema. A folder or file that is a symlink is refused.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        let file = place::prepare(folder)?;
        let mut connection = place::connect(&file).map_err(|error| translate(&error))?;
        connection.busy_timeout(BUSY).map_err(|error| translate(&error))?;
        connection.execute_batch(CARE).map_err(|error| translate(&error))?;
        // Before anything that may write: data of a newer version must not even be touched.
        migrations::check_version(&connection)?;
        connection.execute_batch(DURABILITY).map_err(|error| translate(&error))?;
        check_soundness(&connection)?;
        migrations::run(&mut connection)?;
        Ok(Self { connection: Mutex::new(connection) })
    }

    /// A panic under this lock leaves no half-done change: a transaction that is dropped is rolled back.
    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// `secure_delete` overwrites forgotten names; the last two make a damaged or planted file fail early.
const CARE: &str = "
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
";

const DURABILITY: &str = "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;";

/// A few hundred rows: reading them all at the start costs less than finding out in the middle of a rotation.
fn check_soundness(connection: &Connection) -> Result<(), StoreError> {
    let verdict: String = connection
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(|error| translate(&error))?;
    if verdict == "ok" { Ok(()) } else { Err(StoreError::Corrupt) }
}

impl Store for SqliteStore {
    fn settings(&self) -> Result<Settings, StoreError> {
        settings::read(&self.lock()).map_err(|error| translate(&error))
    }

    fn save_settings(&self, settings: &Settings) -> Result<(), StoreError> {
        settings::save(&mut self.lock(), settings).map_err(|error| translate(&error))
    }

    fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        accounts::all(&self.lock()).map_err(|error| translate(&error))
    }

    fn save_account(&self, account: &Account) -> Result<(), StoreError> {
        accounts::save(&self.lock(), account).map_err(|error| translate(&error))
    }

    fn keys(&self, account: &AccountId) -> Result<Vec<KnownKey>, StoreError> {
        keys::of_account(&self.lock(), account).map_err(|error| translate(&error))
    }

    fn all_keys(&self) -> Result<Vec<KnownKey>, StoreError> {
        keys::all(&self.lock()).map_err(|error| translate(&error))
    }

    fn save_keys(&self, keys: &[KnownKey]) -> Result<(), StoreError> {
        keys::save(&mut self.lock(), keys).map_err(|error| translate(&error))
    }

    fn forget_key(&self, account: &AccountId, key: &KeyId) -> Result<(), StoreError> {
        keys::forget(&self.lock(), account, key).map_err(|error| translate(&error))
    }

    fn all_places(&self) -> Result<Vec<Place>, StoreError> {
        places::all(&self.lock()).map_err(|error| translate(&error))
    }

    fn save_place(&self, place: &Place) -> Result<(), StoreError> {
        places::save(&self.lock(), place).map_err(|error| translate(&error))
    }

    fn remove_place(&self, place: &PlaceId) -> Result<(), StoreError> {
        places::remove(&self.lock(), place).map_err(|error| translate(&error))
    }

    fn move_places(&self, account: &AccountId, from: &KeyId, to: &KeyId) -> Result<(), StoreError> {
        places::hand_on(&self.lock(), account, from, to).map_err(|error| translate(&error))
    }

    fn all_remarks(&self) -> Result<Vec<Remark>, StoreError> {
        remarks::all(&self.lock()).map_err(|error| translate(&error))
    }

    fn save_remark(&self, remark: &Remark) -> Result<(), StoreError> {
        remarks::save(&self.lock(), remark).map_err(|error| translate(&error))
    }

    fn remove_remark(&self, account: &AccountId, key: &KeyId) -> Result<(), StoreError> {
        remarks::remove(&self.lock(), account, key).map_err(|error| translate(&error))
    }

    fn add_samples(&self, samples: &[UsageSample]) -> Result<(), StoreError> {
        usage::add_samples(&mut self.lock(), samples).map_err(|error| translate(&error))
    }

    fn samples(
        &self,
        account: &AccountId,
        key: &KeyId,
        since: Timestamp,
    ) -> Result<Vec<UsageSample>, StoreError> {
        usage::samples(&self.lock(), account, key, since).map_err(|error| translate(&error))
    }

    fn sample_before(
        &self,
        account: &AccountId,
        key: &KeyId,
        moment: Timestamp,
    ) -> Result<Option<UsageSample>, StoreError> {
        usage::sample_before(&self.lock(), account, key, moment).map_err(|error| translate(&error))
    }

    fn last_sample(&self, account: &AccountId, key: &KeyId) -> Result<Option<UsageSample>, StoreError> {
        usage::last_sample(&self.lock(), account, key).map_err(|error| translate(&error))
    }

    fn add_own_call(&self, call: &OwnCall) -> Result<(), StoreError> {
        usage::add_own_call(&mut self.lock(), call).map_err(|error| translate(&error))
    }

    fn own_calls(&self, account: &AccountId, key: &KeyId) -> Result<Vec<OwnCall>, StoreError> {
        usage::own_calls(&self.lock(), account, key).map_err(|error| translate(&error))
    }

    fn all_own_calls(&self) -> Result<Vec<OwnCall>, StoreError> {
        usage::all_own_calls(&self.lock()).map_err(|error| translate(&error))
    }

    fn rare_use(&self, operation: &str) -> Result<Option<bool>, StoreError> {
        usage::rare_use(&self.lock(), operation).map_err(|error| translate(&error))
    }

    fn save_rare_use(&self, operation: &str, rare: bool) -> Result<(), StoreError> {
        usage::save_rare_use(&self.lock(), operation, rare).map_err(|error| translate(&error))
    }

    fn marks(&self) -> Result<Vec<Mark>, StoreError> {
        marks::all(&self.lock()).map_err(|error| translate(&error))
    }

    fn save_mark(&self, mark: &Mark) -> Result<(), StoreError> {
        marks::save(&self.lock(), mark).map_err(|error| translate(&error))
    }

    fn timed_offs(&self) -> Result<Vec<TimedOff>, StoreError> {
        timed_offs::all(&self.lock()).map_err(|error| translate(&error))
    }

    fn save_timed_off(&self, timed: &TimedOff) -> Result<(), StoreError> {
        timed_offs::save(&self.lock(), timed).map_err(|error| translate(&error))
    }

    fn remove_timed_off(&self, account: &AccountId, key: &KeyId) -> Result<(), StoreError> {
        timed_offs::remove(&self.lock(), account, key).map_err(|error| translate(&error))
    }

    fn memo(&self, name: &str) -> Result<Option<String>, StoreError> {
        memos::read(&self.lock(), name).map_err(|error| translate(&error))
    }

    fn save_memo(&self, name: &str, value: &str) -> Result<(), StoreError> {
        memos::save(&self.lock(), name, value).map_err(|error| translate(&error))
    }
}

#[cfg(test)]
mod tests;
