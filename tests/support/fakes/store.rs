//! A [`Store`] in memory that can be told to fail.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

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
    samples: BTreeMap<(String, String), BTreeMap<i64, UsageSample>>,
    own_calls: BTreeMap<(String, String), Vec<OwnCall>>,
    rare_use: BTreeMap<String, bool>,
    marks: Vec<Mark>,
    timed_offs: Vec<TimedOff>,
    memos: BTreeMap<String, String>,
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

fn name(account: &AccountId, key: &KeyId) -> (String, String) {
    (account.as_str().to_owned(), key.as_str().to_owned())
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
        let mut memory = self.lock_to_write()?;
        for sample in samples {
            let of_key = memory.samples.entry(name(&sample.account, &sample.key)).or_default();
            // By what the store on disk tells apart.
            of_key.insert(sample.at.as_millisecond(), sample.clone());
            let said = |sample: &UsageSample| (sample.last_use, sample.status);
            let newest: Vec<(i64, _)> =
                of_key.iter().rev().take(3).map(|(at, sample)| (*at, said(sample))).collect();
            if let [(_, newest), (at, middle), (_, before)] = newest.as_slice()
                && newest == middle
                && middle == before
            {
                of_key.remove(at);
            }
        }
        Ok(())
    }

    fn samples(
        &self,
        account: &AccountId,
        key: &KeyId,
        since: Timestamp,
    ) -> Result<Vec<UsageSample>, StoreError> {
        let memory = self.lock();
        let of_key = memory.samples.get(&name(account, key)).into_iter();
        Ok(of_key
            .flat_map(|of_key| of_key.range(since.as_millisecond()..))
            .map(|(_, at)| at.clone())
            .collect())
    }

    fn sample_before(
        &self,
        account: &AccountId,
        key: &KeyId,
        moment: Timestamp,
    ) -> Result<Option<UsageSample>, StoreError> {
        let memory = self.lock();
        let of_key = memory.samples.get(&name(account, key));
        let before = of_key.and_then(|of_key| of_key.range(..moment.as_millisecond()).next_back());
        Ok(before.map(|(_, sample)| sample.clone()))
    }

    fn last_sample(&self, account: &AccountId, key: &KeyId) -> Result<Option<UsageSample>, StoreError> {
        self.sample_before(account, key, Timestamp::MAX)
    }

    fn add_own_call(&self, call: &OwnCall) -> Result<(), StoreError> {
        let mut memory = self.lock_to_write()?;
        let of_key = memory.own_calls.entry(name(&call.account, &call.key)).or_default();
        of_key.push(call.clone());
        of_key.sort_by_key(|call| call.to);
        Ok(())
    }

    fn own_calls(&self, account: &AccountId, key: &KeyId) -> Result<Vec<OwnCall>, StoreError> {
        Ok(self.lock().own_calls.get(&name(account, key)).cloned().unwrap_or_default())
    }

    fn all_own_calls(&self) -> Result<Vec<OwnCall>, StoreError> {
        let mut calls: Vec<OwnCall> = self.lock().own_calls.values().flatten().cloned().collect();
        calls.sort_by_key(|call| call.to);
        Ok(calls)
    }

    fn rare_use(&self, operation: &str) -> Result<Option<bool>, StoreError> {
        Ok(self.lock().rare_use.get(operation).copied())
    }

    fn save_rare_use(&self, operation: &str, rare: bool) -> Result<(), StoreError> {
        self.lock_to_write()?.rare_use.insert(operation.into(), rare);
        Ok(())
    }

    fn marks(&self) -> Result<Vec<Mark>, StoreError> {
        Ok(self.lock().marks.clone())
    }

    fn save_mark(&self, mark: &Mark) -> Result<(), StoreError> {
        put(&mut self.lock_to_write()?.marks, mark.clone(), |a, b| {
            a.account == b.account && a.key == b.key && a.kind == b.kind
        });
        Ok(())
    }

    fn timed_offs(&self) -> Result<Vec<TimedOff>, StoreError> {
        Ok(self.lock().timed_offs.clone())
    }

    fn save_timed_off(&self, timed: &TimedOff) -> Result<(), StoreError> {
        put(&mut self.lock_to_write()?.timed_offs, timed.clone(), |a, b| {
            a.account == b.account && a.key == b.key
        });
        Ok(())
    }

    fn remove_timed_off(&self, account: &AccountId, key: &KeyId) -> Result<(), StoreError> {
        self.lock_to_write()?.timed_offs.retain(|timed| timed.account != *account || timed.key != *key);
        Ok(())
    }

    fn memo(&self, name: &str) -> Result<Option<String>, StoreError> {
        Ok(self.lock().memos.get(name).cloned())
    }

    fn save_memo(&self, name: &str, value: &str) -> Result<(), StoreError> {
        self.lock_to_write()?.memos.insert(name.into(), value.into());
        Ok(())
    }
}
