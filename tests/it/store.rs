//! The store's contract, on the fake and on SQLite.

use std::path::PathBuf;
use std::{env, fs, process};

use anyhow::Result;
use miftah_core::ports::{Store, StoreError};
use miftah_store::SqliteStore;
use miftah_tests::contracts::store::store_contract;
use miftah_tests::fakes::store::FakeStore;

/// A folder of this test, gone with it.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // A test that failed before the folder was made has nothing to remove.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn the_fake_store_keeps_the_contract() -> Result<()> {
    store_contract(&FakeStore::new())
}

#[test]
fn the_sqlite_store_keeps_the_contract() -> Result<()> {
    let folder = Folder(env::temp_dir().join(format!("miftah-store-{}", process::id())));
    store_contract(&SqliteStore::open(&folder.0)?)
}

#[test]
fn a_failing_fake_changes_nothing() -> Result<()> {
    let store = FakeStore::new();
    store.fail_next(StoreError::Full);
    let mut settings = store.settings()?;
    settings.theme = miftah_core::settings::Theme::Dark;
    assert_eq!(store.save_settings(&settings), Err(StoreError::Full));
    assert_ne!(store.settings()?, settings);
    store.save_settings(&settings)?;
    assert_eq!(store.settings()?, settings);
    Ok(())
}
