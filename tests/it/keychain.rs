//! The keychain: the fake and the system's own keep one contract.

#![expect(clippy::unwrap_used, reason = "the helpers fail as the tests do")]

#[cfg(target_os = "linux")]
mod linux;

use std::time::Duration;

use miftah_core::keys::{AccountId, KeyId};
use miftah_core::ports::{Keychain, KeychainError, KeychainState, Slot};
use miftah_core::secret::Secret;
use miftah_tests::contracts::keychain::keychain_contract;
use miftah_tests::fakes::keychain::{FakeKeychain, Fault, Person};
use tokio::time::Instant;

fn slot() -> Slot {
    Slot::Current(AccountId::parse("dev-1").unwrap(), KeyId::parse("k1").unwrap())
}

fn olive() -> Secret {
    Secret::new("olive".into())
}

#[tokio::test]
async fn the_fake_keeps_the_contract() {
    keychain_contract(&FakeKeychain::new()).await;
}

#[cfg(target_os = "windows")]
#[tokio::test]
async fn the_credential_manager_keeps_the_contract() {
    let bounds = miftah_keychain::Bounds::product();
    keychain_contract(&miftah_keychain::SystemKeychain::new(bounds)).await;
}

#[tokio::test(start_paused = true)]
async fn the_fake_fails_as_it_is_told() {
    let fake = FakeKeychain::new();
    fake.fault(2, Fault::Fails(KeychainError::Denied));
    fake.fault(3, Fault::AnswerLost(KeychainError::TimedOut));
    assert_eq!(fake.probe().await, Ok(()));
    assert_eq!(fake.write(&slot(), &olive()).await, Err(KeychainError::Denied));
    assert_eq!(fake.held(&slot()), None);
    assert_eq!(fake.write(&slot(), &olive()).await, Err(KeychainError::TimedOut));
    assert_eq!(fake.held(&slot()).as_deref(), Some("olive"));
    fake.fault(1, Fault::Truncates);
    assert_eq!(fake.write(&slot(), &olive()).await, Ok(()));
    assert_eq!(fake.held(&slot()).as_deref(), Some("oliv"));

    fake.hang();
    let begun = Instant::now();
    assert_eq!(fake.probe().await, Err(KeychainError::TimedOut));
    assert_eq!(begun.elapsed(), Duration::from_secs(10));
    fake.release();
    assert_eq!(fake.probe().await, Ok(()));

    fake.lock(Person::IsAway);
    assert_eq!(fake.probe().await, Err(KeychainError::Locked));
    assert_eq!(fake.unlock().await, Err(KeychainError::TimedOut));
    let (unlocked, ()) = tokio::join!(fake.unlock(), async { fake.cancel_unlock() });
    assert_eq!(unlocked, Err(KeychainError::Denied));
    fake.lock(Person::Unlocks);
    assert_eq!(fake.unlock().await, Ok(()));
    fake.leave();
    assert_eq!(fake.probe().await, Err(KeychainError::Unavailable));
    assert_eq!(fake.state().await, KeychainState::Unavailable);
}
