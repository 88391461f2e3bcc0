//! The faults of the plan that the harness (`tests/faults`) does not run, each by its number: F24, F33 to F37 and
//! F42 to F48. F35 and F37 on the system's own keychain are in `keychain`, F47 in the real window (`tests/e2e`).

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use dhmad_sandbox::{Fault, FaultAction, SandboxConfig};
use futures_util::FutureExt;
use jiff::{SignedDuration, Timestamp};
use miftah_core::keys::{CopyKeyError, KnownKey, by_dhmads_clock, copy_again, refresh};
use miftah_core::operations::Stage;
use miftah_core::ports::{Clipboard, ClipboardError, Clock, CopiedKey, KeychainError, Ports, StoreError};
use miftah_core::remarks::KeyAdvice;
use miftah_core::reminders::{Finding, Policy, Seen, foremost};
use miftah_core::rotation::{Confirm, Outlook, PrepareError, execute, safe, take_stock};
use miftah_core::secret::Secret;
use miftah_core::session::{Entered, Resumed, resume, sign_in_with_token};
use miftah_tests::fakes::{clock::TestClock, keychain::FakeKeychain, keychain::Fault as KeychainFault};
use serde_json::json;

use crate::world::{START, World, token};

const LIST: &str = "/api/developer/api-keys";
const KEY: &str = "Comptabilité";

fn entry(id: usize, name: &str) -> serde_json::Value {
    json!({ "id": format!("{id:024x}"), "name": name, "environment": "live", "isActive": true,
            "keyPrefix": format!("sk_live_{id:06x}"), "createdAt": "2026-01-01T00:00:00Z" })
}

#[tokio::test]
async fn f24_ten_thousand_keys_strange_names_and_a_list_that_never_ends() {
    let (world, session) = World::signed_in().await;
    let strange = ["\u{202e}drowssap", "zero\u{200b}width", "line\nbreak", &"n".repeat(4096)];
    let name = |id: usize| strange.get(id).map_or_else(|| format!("Key {id}"), |name| (*name).to_owned());
    let keys: Vec<_> = (0..10_000).map(|id| entry(id, &name(id))).collect();
    let whole = FaultAction::json(200, &json!({ "apiKeys": keys }));
    world.sandbox.set_fault(Fault::before("GET", LIST, whole).times(1));
    let listing = refresh(&world.ports, &session).await.unwrap();
    assert_eq!((listing.keys.len(), listing.complete), (10_000, true));

    // Each page is the first of a thousand, and says nothing new.
    let looped =
        FaultAction::json(200, &json!({ "apiKeys": [entry(1, "x")], "page": 1, "totalPages": 1000 }));
    world.sandbox.set_fault(Fault::before("GET", LIST, looped).always());
    let before = world.sandbox.requests(LIST).len();
    let listing = refresh(&world.ports, &session).await.unwrap();
    assert!(!listing.complete, "nothing may follow from what such a list leaves out");
    assert!(world.sandbox.requests(LIST).len() - before <= 100);
}

/// A Windows credential ends at 2,560 bytes; a developer token may be longer, a key never is.
#[tokio::test]
async fn f33_a_token_that_the_keychain_does_not_take_is_used_and_not_kept() {
    let world = World::new(SandboxConfig::demo()).await;
    world.keychain.fault(1, KeychainFault::Fails(KeychainError::Denied));
    let Ok(Entered::Full(session)) = sign_in_with_token(&world.ports, token()).await else {
        panic!("the stand-in offers the list");
    };
    assert!(!session.kept);
    assert!(refresh(&world.ports, &session).await.is_ok());
    assert!(world.regenerate(&session, KEY).await.is_ok());
    assert!(world.keychain.values().iter().all(|value| value.len() <= 2_560));
}

/// KWallet keeps texts only.
#[tokio::test]
async fn f34_everything_in_the_keychain_is_one_line_of_visible_ascii() {
    let (world, session) = World::signed_in().await;
    world.regenerate(&session, KEY).await.ok().unwrap();
    safe::start(&world.ports, &world.locks, &session, &world.id("Production shop")).await.ok().unwrap();
    let values = world.keychain.values();
    assert!(values.len() >= 4, "token, wrapping key, two keys");
    assert!(values.iter().all(|value| value.bytes().all(|byte| byte.is_ascii_graphic())));
}

/// macOS asks for a password at each call of an app that it does not know any more.
#[tokio::test]
async fn f35_a_keychain_that_refuses_is_asked_once_a_start() {
    let (world, _) = World::signed_in().await;
    for nth in 1..=20 {
        world.keychain.fault(nth, KeychainFault::Fails(KeychainError::Denied));
    }
    let before = world.keychain.calls().len();
    let resumed = resume(&world.ports).await.unwrap();
    assert!(matches!(resumed, Resumed::Waiting(_, KeychainError::Denied)));
    assert!(take_stock(&world.ports).await.unwrap().is_empty());
    assert_eq!(world.keychain.calls().len() - before, 1);
}

#[tokio::test]
async fn f36_a_key_in_another_keychain_is_told_apart_from_a_missing_one() {
    let (mut world, session) = World::signed_in().await;
    world.regenerate(&session, KEY).await.ok().unwrap();
    let slot = miftah_core::ports::Slot::Current(session.account.clone(), world.id(KEY));
    let other = Arc::new(FakeKeychain::new());
    let before = std::mem::replace(&mut world.ports.keychain, other);
    assert_eq!(copy_again(&world.ports, &world.known(KEY)).await, Err(CopyKeyError::OtherKeychain));
    // Back on the old desktop it is there; removed from it by hand, it is missing.
    world.ports.keychain = before;
    assert_eq!(copy_again(&world.ports, &world.known(KEY)).await, Ok(()));
    world.ports.keychain.delete(&slot).await.unwrap();
    assert_eq!(copy_again(&world.ports, &world.known(KEY)).await, Err(CopyKeyError::NotHeld));
}

#[cfg(unix)]
#[test]
fn f42_folders_open_to_others_are_shut_and_symlinks_are_not_followed() {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("miftah");
    drop(miftah_store::open(&folder).unwrap());
    for name in ["", "operations", "spool"] {
        fs::set_permissions(folder.join(name), fs::Permissions::from_mode(0o777)).unwrap();
    }
    drop(miftah_store::open(&folder).unwrap());
    for name in ["", "operations", "spool"] {
        let mode = fs::metadata(folder.join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700, "{name}");
    }
    let elsewhere = tempfile::tempdir().unwrap();
    for name in ["operations", "spool"] {
        fs::remove_dir_all(folder.join(name)).unwrap();
        symlink(elsewhere.path(), folder.join(name)).unwrap();
        assert_eq!(miftah_store::open(&folder).err(), Some(StoreError::Denied), "{name}");
        fs::remove_file(folder.join(name)).unwrap();
    }
    assert!(miftah_store::open(&folder).is_ok());
}

fn finding(ports: &Ports, known: &KnownKey, now: Timestamp) -> Option<Finding> {
    let thresholds = Policy::usual().of(known.key.environment, KeyAdvice::default());
    let samples = ports
        .store
        .samples(&known.account, &known.key.id, Timestamp::MIN)
        .unwrap_or_else(|error| panic!("{error}"));
    foremost(&Seen { known, samples: &samples, own_calls: &[], rotation: None }, &thresholds, now)
}

/// The date is what a person sets; what runs out does so by the uptime.
#[tokio::test]
async fn f43_a_date_that_jumps_ends_no_wait_and_makes_no_key_old() {
    let start: Timestamp = START.parse().unwrap();
    for years in [10, -10] {
        let (world, session) = World::signed_in().await;
        let theirs = Arc::clone(&world.clock);
        let jumped = start.saturating_add(SignedDuration::from_hours(years * 8766)).unwrap();
        let ours = Arc::new(TestClock::at(start));
        let mut ports = world.ports.clone();
        ports.clock = Arc::clone(&ours) as Arc<dyn Clock>;
        let before = refresh(&ports, &session).await.unwrap();
        let uptime = ours.uptime();
        ours.set_date(jumped);
        assert_eq!((ours.uptime(), theirs.uptime()), (uptime, uptime));
        let after = refresh(&ports, &session).await.unwrap();
        let now = by_dhmads_clock(ours.now(), after.clock_off);
        for (before, after) in before.keys.iter().zip(&after.keys) {
            assert_eq!(finding(&ports, before, start), finding(&ports, after, now), "{}", before.key.name);
        }
        // The journal and a regenerate do not mind either.
        let prepared = miftah_core::rotation::prepare(&ports, &world.locks, &session, &world.id(KEY)).await;
        assert!(execute(&ports, &session, prepared.ok().unwrap()).await.is_ok());
        assert!(take_stock(&ports).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn f44_a_clock_that_is_days_off_is_told_and_hurries_no_confirmation() {
    let (world, session) = World::signed_in().await;
    let days = |days: i64| SignedDuration::from_hours(24 * days);
    // Used six days ago: with a clock that is three days fast it would count as unused for more than a week.
    world.clock.advance(Duration::from_hours(24 * 6));
    let name = "Production shop";
    let mut ports = world.ports.clone();
    for (off, wrong) in [(3, true), (-3, true), (0, false)] {
        ports.clock = Arc::new(TestClock::at(world.clock.now().saturating_add(days(off)).unwrap()));
        let listing = refresh(&ports, &session).await.unwrap();
        let told = listing.clock_off.filter(|off| miftah_core::keys::is_wrong(*off));
        assert_eq!(told.is_some(), wrong, "{off}");
        let prepared = miftah_core::rotation::prepare(&ports, &world.locks, &session, &world.id(name)).await;
        assert_eq!(prepared.ok().unwrap().confirm, Confirm::Ask { untraceable: false }, "{off}");
        let known = listing.keys.iter().find(|known| known.key.id == world.id(KEY)).unwrap();
        let by_theirs = by_dhmads_clock(ports.clock.now(), listing.clock_off);
        assert!(matches!(finding(&ports, known, by_theirs), Some(Finding::Unused { .. })));
        assert_eq!(finding(&ports, known, by_theirs), finding(&ports, known, world.clock.now()), "{off}");
    }
}

#[tokio::test]
async fn f46_of_two_that_want_the_same_key_or_folder_one_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let first = miftah_store::open(folder.path()).unwrap();
    assert_eq!(miftah_store::open(folder.path()).err(), Some(StoreError::InUse));
    drop(first);
    assert!(miftah_store::open(folder.path()).is_ok());

    let (world, session) = World::signed_in().await;
    let both = tokio::join!(world.prepare(&session, KEY), world.prepare(&session, KEY));
    let refused = [both.0.err(), both.1.err()];
    assert_eq!(refused.iter().flatten().collect::<Vec<_>>(), [&PrepareError::Busy]);
}

struct Panics;

#[async_trait]
impl Clipboard for Panics {
    async fn offer(&self, _: CopiedKey, _: &Secret, _: Duration) -> Result<(), ClipboardError> {
        panic!("in the middle of a regenerate")
    }

    async fn take(&self) -> Result<Secret, ClipboardError> {
        Err(ClipboardError::Empty)
    }

    async fn clear_if(&self, _: &Secret) -> Result<bool, ClipboardError> {
        Ok(false)
    }
}

#[tokio::test]
async fn f48_a_panic_after_the_answer_loses_nothing() {
    let (mut world, session) = World::signed_in().await;
    let clipboard = std::mem::replace(&mut world.ports.clipboard, Arc::new(Panics));
    let panicked = AssertUnwindSafe(world.regenerate(&session, KEY)).catch_unwind().await;
    assert!(panicked.is_err());
    world.ports.clipboard = clipboard;
    assert_eq!(take_stock(&world.ports).await.unwrap().len(), 1);
    let (operation, outlook) = world.resolve(Some(&session)).await;
    assert_eq!((operation.stage, outlook), (Stage::Done, Outlook::Settled));
    assert_eq!(world.kept(&session, KEY), Some(world.at_dhmad(KEY)));
    assert_eq!(world.sends(), 1);
}
