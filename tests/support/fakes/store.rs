//! A [`Store`] in memory that can be told to fail.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use miftah_core::keys::{AccountId, KeyId, KnownKey};
use miftah_core::ports::{Store, StoreError};
use miftah_core::session::Account;
use miftah_core::settings::Settings;

/// Keeps everything in memory. Calls that save can be made to fail, and then change nothing.
#[derive(Default)]
pub struct FakeStore {
    memory: Mutex<Memory>,
}

#[derive(Default)]
struct Memory {
    settings: Option<Settings>,
    accounts: Vec<Account>,
    keys: Vec<KnownKey>,
    failures: VecDeque<StoreError>,
}

impl FakeStore {
    /// An empty store.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the next call that saves or forgets fail. Several pile up.
    pub fn fail_next(&self, error: StoreError) {
        self.lock().failures.push_back(error);
    }

    fn lock(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn lock_to_write(&self) -> Result<MutexGuard<'_, Memory>, StoreError> {
        let mut memory = self.lock();
        memory.failures.pop_front().map_or(Ok(()), Err)?;
        Ok(memory)
    }
}

/// Replaces the entry that `same` finds in its place, or appends.
fn put<T>(all: &mut Vec<T>, new: T, same: impl Fn(&T, &T) -> bool) {
    match all.iter_mut().find(|old| same(old, &new)) {
        Some(old) => *old = new,
        None => all.push(new),
    }
}

impl Store for FakeStore {
    fn settings(&self) -> Result<Settings, StoreError> {
        Ok(self.lock().settings.clone().unwrap_or(Settings::first_start()))
    }

    fn save_settings(&self, settings: &Settings) -> Result<(), StoreError> {
        self.lock_to_write()?.settings = Some(settings.clone());
        Ok(())
    }

    fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        Ok(self.lock().accounts.clone())
    }

    fn save_account(&self, account: &Account) -> Result<(), StoreError> {
        put(&mut self.lock_to_write()?.accounts, account.clone(), |a, b| a.id == b.id);
        Ok(())
    }

    fn keys(&self, account: &AccountId) -> Result<Vec<KnownKey>, StoreError> {
        Ok(self.lock().keys.iter().filter(|key| key.account == *account).cloned().collect())
    }

    fn all_keys(&self) -> Result<Vec<KnownKey>, StoreError> {
        Ok(self.lock().keys.clone())
    }

    fn save_keys(&self, keys: &[KnownKey]) -> Result<(), StoreError> {
        let mut memory = self.lock_to_write()?;
        for key in keys {
            put(&mut memory.keys, key.clone(), |a, b| a.account == b.account && a.key.id == b.key.id);
        }
        Ok(())
    }

    fn forget_key(&self, account: &AccountId, key: &KeyId) -> Result<(), StoreError> {
        self.lock_to_write()?.keys.retain(|known| known.account != *account || known.key.id != *key);
        Ok(())
    }
}
