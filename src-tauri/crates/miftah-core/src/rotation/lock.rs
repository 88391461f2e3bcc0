//! One operation a key at a time.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use crate::keys::KeyId;

/// The keys that an operation is working on.
#[derive(Clone, Default)]
pub struct KeyLocks(Arc<Mutex<HashSet<KeyId>>>);

/// Holds a key until dropped.
pub struct KeyGuard {
    locks: KeyLocks,
    key: KeyId,
}

impl KeyLocks {
    /// Takes the key, unless an operation holds it already.
    pub fn take(&self, key: &KeyId) -> Option<KeyGuard> {
        let taken = self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(key.clone());
        taken.then(|| KeyGuard { locks: self.clone(), key: key.clone() })
    }
}

impl Drop for KeyGuard {
    fn drop(&mut self) {
        self.locks.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.key);
    }
}

#[cfg(test)]
mod tests {
    use super::KeyLocks;
    use crate::keys::KeyId;

    #[test]
    fn a_key_is_held_once_and_free_after() {
        let (locks, key) = (KeyLocks::default(), KeyId::parse("k1").unwrap());
        let held = locks.take(&key);
        assert!(held.is_some());
        assert!(locks.take(&key).is_none());
        assert!(locks.take(&KeyId::parse("k2").unwrap()).is_some());
        drop(held);
        assert!(locks.take(&key).is_some());
    }
}
