//! A [`Store`] in memory that can be told to fail.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use miftah_core::keys::{AccountId, KeyId, KnownKey};
use miftah_core::places::{Place, PlaceId};
use miftah_core::ports::{Store, StoreError};
use miftah_core::remarks::Remark;
use miftah_core::session::Account;
use miftah_core::settings::Settings;
use miftah_core::usage::{OwnCall, UsageSample};

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
    places: Vec<Place>,
    remarks: Vec<Remark>,
    samples: Vec<UsageSample>,
    own_calls: Vec<OwnCall>,
    rare_use: BTreeMap<String, bool>,
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

    fn all_places(&self) -> Result<Vec<Place>, StoreError> {
        Ok(self.lock().places.clone())
    }

    fn save_place(&self, place: &Place) -> Result<(), StoreError> {
        put(&mut self.lock_to_write()?.places, place.clone(), |a, b| a.id == b.id);
        Ok(())
    }

    fn remove_place(&self, place: &PlaceId) -> Result<(), StoreError> {
        self.lock_to_write()?.places.retain(|known| known.id != *place);
        Ok(())
    }

    fn move_places(&self, account: &AccountId, from: &KeyId, to: &KeyId) -> Result<(), StoreError> {
        for place in &mut self.lock_to_write()?.places {
            if place.account == *account && place.key == *from {
                place.key = to.clone();
            }
        }
        Ok(())
    }

    fn all_remarks(&self) -> Result<Vec<Remark>, StoreError> {
        Ok(self.lock().remarks.clone())
    }

    fn save_remark(&self, remark: &Remark) -> Result<(), StoreError> {
        let mut memory = self.lock_to_write()?;
        put(&mut memory.remarks, remark.clone(), |a, b| a.account == b.account && a.key == b.key);
        memory.remarks.retain(|remark| !remark.is_empty());
        Ok(())
    }

    fn remove_remark(&self, account: &AccountId, key: &KeyId) -> Result<(), StoreError> {
        self.lock_to_write()?.remarks.retain(|remark| remark.account != *account || remark.key != *key);
        Ok(())
    }

    fn add_samples(&self, samples: &[UsageSample]) -> Result<(), StoreError> {
        self.lock_to_write()?.samples.extend_from_slice(samples);
        Ok(())
    }

    fn samples(
        &self,
        account: &AccountId,
        key: &KeyId,
        since: Timestamp,
    ) -> Result<Vec<UsageSample>, StoreError> {
        let of_key = |sample: &&UsageSample| sample.account == *account && sample.key == *key;
        let memory = self.lock();
        let mut found: Vec<UsageSample> =
            memory.samples.iter().filter(of_key).filter(|sample| sample.at >= since).cloned().collect();
        found.sort_by_key(|sample| sample.at);
        Ok(found)
    }

    fn last_sample(&self, account: &AccountId, key: &KeyId) -> Result<Option<UsageSample>, StoreError> {
        Ok(self.samples(account, key, Timestamp::MIN)?.pop())
    }

    fn add_own_call(&self, call: &OwnCall) -> Result<(), StoreError> {
        self.lock_to_write()?.own_calls.push(call.clone());
        Ok(())
    }

    fn own_calls(&self, account: &AccountId, key: &KeyId) -> Result<Vec<OwnCall>, StoreError> {
        let of_key = |call: &&OwnCall| call.account == *account && call.key == *key;
        Ok(self.lock().own_calls.iter().filter(of_key).cloned().collect())
    }

    fn rare_use(&self, operation: &str) -> Result<Option<bool>, StoreError> {
        Ok(self.lock().rare_use.get(operation).copied())
    }

    fn save_rare_use(&self, operation: &str, rare: bool) -> Result<(), StoreError> {
        self.lock_to_write()?.rare_use.insert(operation.into(), rare);
        Ok(())
    }
}
