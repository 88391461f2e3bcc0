//! The Secret Service: the real GNOME Keyring, and the faults of a Linux desktop.

#![expect(clippy::unwrap_used, reason = "the helpers fail as the tests do")]

use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use miftah_core::ports::{Keychain, KeychainError, KeychainState};
use miftah_core::secret::WrappingKey;
use miftah_keychain::{Bounds, SERVICE, SystemKeychain};
use miftah_tests::contracts::keychain::keychain_contract;
use miftah_tests::desktop::stubs::{AskingSecretService, Prompter, SilentSecretService};
use miftah_tests::desktop::{DesktopSession, Keyring};
use miftah_tests::fakes::keychain::Person;
use miftah_tests::webdriver::{Needle, stacks, wait};
use tokio::time::{Instant, timeout};

use super::{olive, slot};

/// Looks at a thread once it waits.
fn waiting<T>(mut look: impl FnMut() -> anyhow::Result<T>) -> T {
    wait::until("the thread to wait", wait::PATIENCE, || look().map(Some)).unwrap()
}

fn ready() -> KeychainState {
    KeychainState::Ready { name: Some("GNOME Keyring".into()) }
}

fn locked() -> KeychainState {
    KeychainState::Locked { name: Some("GNOME Keyring".into()) }
}

fn session(keyring: Keyring) -> DesktopSession {
    let session = DesktopSession::builder().keyring(keyring).start().unwrap();
    session.enter().unwrap();
    session
}

fn keychain() -> SystemKeychain {
    SystemKeychain::new(Bounds::product())
}

/// What each call of the port answers now, `state` and the unlocking apart.
async fn every_call(keychain: &SystemKeychain) -> [Result<(), KeychainError>; 4] {
    [
        keychain.probe().await,
        keychain.read(&slot()).await.map(drop),
        keychain.write(&slot(), &olive()).await,
        keychain.delete(&slot()).await,
    ]
}

/// Items that another program put under our names, through libsecret.
fn store_with_secret_tool(session: &DesktopSession, label: &str, bytes: &[u8], attributes: &[&str]) {
    use std::io::Write as _;
    let mut tool = session
        .command("secret-tool")
        .args(["store", "--label", label])
        .args(attributes)
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    tool.stdin.take().unwrap().write_all(bytes).unwrap();
    assert!(tool.wait().unwrap().success());
}

fn attributes_of(account: &str) -> [&str; 4] {
    ["service", SERVICE, "username", account]
}

/// What the thread needs to take one job after the other; a call over the bus takes many times that.
const QUEUE: usize = 16 << 10;
/// What is left of the call that wipes.
const WIPER: usize = 512;

/// The store encrypts what goes over the bus, and the cipher copies it to its stack.
#[tokio::test]
async fn nothing_is_left_on_the_stack_of_the_stores_thread() {
    let _session = session(Keyring::Unlocked);
    let keychain = keychain();
    keychain.probe().await.unwrap();
    let before = waiting(|| stacks::read("keychain"));
    let secret = WrappingKey::make().unwrap().to_secret();
    keychain.write(&slot(), &secret).await.unwrap();
    assert!(keychain.read(&slot()).await.unwrap().unwrap().same_as(&secret));
    let needle = Needle::parts_of(secret.expose()).unwrap();
    assert_eq!(waiting(|| needle.search_stacks("keychain")), []);
    let left = stacks::changed_below(QUEUE, &before[0], &waiting(|| stacks::read("keychain"))[0]);
    assert!(left < WIPER, "{left} bytes below what the queue takes");
}

#[tokio::test]
async fn gnome_keyring_keeps_the_contract() {
    let session = session(Keyring::Unlocked);
    let keychain = keychain();
    keychain_contract(&keychain).await;
    assert_eq!(keychain.state().await, ready());
    drop(session);
}

#[tokio::test]
async fn our_items_have_a_readable_label_and_leave_no_trace() {
    let session = session(Keyring::Unlocked);
    let keychain = keychain();
    keychain.probe().await.unwrap();
    keychain.write(&slot(), &olive()).await.unwrap();
    let found =
        session.command("secret-tool").args(["search", "--all", "service", SERVICE]).output().unwrap();
    let (found, attributes) =
        (String::from_utf8(found.stdout).unwrap(), String::from_utf8(found.stderr).unwrap());
    assert_eq!(found.matches("label = ").count(), 1, "{found}");
    assert!(found.contains("label = Miftah: dev-1/k1/current"), "{found}");
    assert!(attributes.contains("attribute.username = dev-1/k1/current"), "{attributes}");
}

#[tokio::test]
async fn a_locked_keyring_is_told_at_once_and_nobody_is_asked() {
    let session = session(Keyring::Unlocked);
    let mut prompter = Prompter::start(&session).unwrap();
    let keychain = keychain();
    keychain.write(&slot(), &olive()).await.unwrap();
    session.lock_keyring().unwrap();

    let begun = Instant::now();
    assert_eq!(keychain.state().await, locked());
    assert_eq!(every_call(&keychain).await, [Err(KeychainError::Locked); 4]);
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
    assert!(prompter.asked.try_recv().is_err(), "a password prompt came out of nowhere");
}

#[tokio::test]
async fn a_prompt_that_the_person_closes_is_denied() {
    let session = session(Keyring::Locked);
    let mut prompter = Prompter::start(&session).unwrap();
    let keychain = keychain();
    assert_eq!(keychain.unlock().await, Err(KeychainError::Denied));
    assert!(prompter.asked.try_recv().is_ok(), "the unlocking is what asks");
    assert_eq!(keychain.state().await, locked());
}

#[tokio::test]
async fn a_fresh_system_counts_as_locked_until_a_collection_was_made() {
    let session = session(Keyring::Fresh);
    let mut prompter = Prompter::start(&session).unwrap();
    let keychain = keychain();
    assert_eq!(keychain.state().await, locked());
    assert_eq!(every_call(&keychain).await, [Err(KeychainError::Locked); 4]);
    assert!(prompter.asked.try_recv().is_err(), "a password prompt came out of nowhere");
    assert_eq!(keychain.unlock().await, Err(KeychainError::Denied));
    assert!(prompter.asked.try_recv().is_ok(), "making the collection is what asks");
}

#[tokio::test]
async fn without_a_secret_service_it_is_unavailable_and_works_later_without_a_restart() {
    let session = session(Keyring::Absent);
    let keychain = keychain();
    assert_eq!(keychain.state().await, KeychainState::Unavailable);
    assert_eq!(every_call(&keychain).await, [Err(KeychainError::Unavailable); 4]);
    assert_eq!(keychain.unlock().await, Err(KeychainError::Unavailable));
    session.start_keyring(Keyring::Unlocked).unwrap();
    assert_eq!(keychain.state().await, ready());
    assert_eq!(every_call(&keychain).await, [Ok(()); 4]);
}

#[tokio::test]
async fn without_a_session_bus_it_is_unavailable() {
    let bus = session(Keyring::Unlocked);
    let keychain = keychain();
    keychain.probe().await.unwrap();
    drop(bus);
    assert_eq!(keychain.state().await, KeychainState::Unavailable);
    assert_eq!(every_call(&keychain).await, [Err(KeychainError::Unavailable); 4]);
}

#[tokio::test]
async fn a_daemon_that_dies_is_found_again_with_what_it_held() {
    let session = session(Keyring::Unlocked);
    let keychain = keychain();
    for seen_absent in [true, false, true] {
        keychain.write(&slot(), &olive()).await.unwrap();
        session.kill_keyring().unwrap();
        if seen_absent {
            assert_eq!(every_call(&keychain).await, [Err(KeychainError::Unavailable); 4]);
        }
        session.start_keyring(Keyring::Unlocked).unwrap();
        let held = keychain.read(&slot()).await.unwrap().unwrap();
        assert_eq!(held.expose(), "olive");
    }
}

/// F37: some stores lose an entry that two threads use at once; there is one worker.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn f37_tasks_that_use_one_slot_at_once_never_find_it_empty() {
    let _session = session(Keyring::Unlocked);
    let keychain = Arc::new(keychain());
    keychain.write(&slot(), &olive()).await.unwrap();
    let tasks: Vec<_> = (0..4)
        .map(|_| {
            let keychain = Arc::clone(&keychain);
            tokio::spawn(async move {
                for _ in 0..125 {
                    keychain.write(&slot(), &olive()).await.unwrap();
                    assert!(keychain.read(&slot()).await.unwrap().is_some_and(|held| held.same_as(&olive())));
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    keychain.delete(&slot()).await.unwrap();
}

#[tokio::test]
async fn two_items_for_one_slot_are_corrupt_and_neither_is_touched() {
    let session = session(Keyring::Unlocked);
    let keychain = keychain();
    for colour in ["green", "black"] {
        let attributes = [&attributes_of("dev-1/k1/current")[..], &["colour", colour]].concat();
        store_with_secret_tool(&session, "ours", colour.as_bytes(), &attributes);
    }
    assert_eq!(keychain.read(&slot()).await.err(), Some(KeychainError::Corrupt));
    assert_eq!(keychain.write(&slot(), &olive()).await, Err(KeychainError::Corrupt));
    assert_eq!(keychain.delete(&slot()).await, Err(KeychainError::Corrupt));
    for colour in ["green", "black"] {
        let held = session.command("secret-tool").args(["lookup", "colour", colour]).output().unwrap();
        assert_eq!(held.stdout, colour.as_bytes());
    }
    assert_eq!(keychain.probe().await, Ok(()), "other slots go on");
}

#[tokio::test]
async fn a_service_that_never_answers_costs_one_bound_and_nothing_more() {
    let session = session(Keyring::Absent);
    let silent = SilentSecretService::start(&session).unwrap();
    let bounds = Bounds { call: Duration::from_secs(3), ..Bounds::product() };
    let keychain = SystemKeychain::new(bounds);

    let begun = Instant::now();
    assert_eq!(keychain.probe().await, Err(KeychainError::TimedOut));
    assert!((bounds.call..bounds.call * 2).contains(&begun.elapsed()), "{:?}", begun.elapsed());

    let begun = Instant::now();
    for _ in 0..100 {
        assert_eq!(every_call(&keychain).await, [Err(KeychainError::TimedOut); 4]);
        assert_eq!(keychain.state().await, KeychainState::Unavailable);
    }
    assert!(begun.elapsed() < Duration::from_millis(500), "queued behind it: {:?}", begun.elapsed());

    silent.release();
    keychain.answers_again().await;
    assert_eq!(keychain.state().await, KeychainState::Locked { name: None });

    drop(silent);
    session.start_keyring(Keyring::Unlocked).unwrap();
    assert_eq!(every_call(&keychain).await, [Ok(()); 4]);
}

#[tokio::test]
async fn an_answer_that_got_lost_does_not_hang_it_for_ever() {
    let session = session(Keyring::Absent);
    let silent = SilentSecretService::start(&session).unwrap();
    let keychain = SystemKeychain::new(Bounds { call: Duration::from_secs(1), ..Bounds::product() });
    assert_eq!(keychain.probe().await, Err(KeychainError::TimedOut));
    keychain.answers_again().await;
    drop(silent);
    session.start_keyring(Keyring::Unlocked).unwrap();
    assert_eq!(keychain.state().await, ready());
}

#[tokio::test]
async fn unlocking_ends_as_the_person_decides() {
    let session = session(Keyring::Absent);
    let keychain = keychain();
    for (person, expected) in [(Person::Dismisses, Err(KeychainError::Denied)), (Person::Unlocks, Ok(()))] {
        let mut service = AskingSecretService::start(&session, person).unwrap();
        assert_eq!(keychain.state().await, KeychainState::Locked { name: None });
        assert_eq!(keychain.unlock().await, expected);
        assert_eq!(service.calls.recv().await, Some("Prompt"));
        assert!(service.calls.try_recv().is_err());
    }
}

#[tokio::test]
async fn an_item_with_a_lock_of_its_own_is_told_and_unlocked_like_the_rest() {
    let session = session(Keyring::Absent);
    let mut service = AskingSecretService::with_a_locked_item(&session, Person::Unlocks).unwrap();
    let keychain = keychain();
    assert_eq!(keychain.state().await, KeychainState::Ready { name: None });
    assert_eq!(keychain.read(&slot()).await.err(), Some(KeychainError::Locked));
    assert!(service.calls.try_recv().is_err(), "a prompt came out of nowhere");
    assert_eq!(keychain.unlock().await, Ok(()));
    assert_eq!(service.calls.recv().await, Some("Prompt"));
    // The stand-in holds no secrets: what matters is that the read went on.
    assert_eq!(keychain.read(&slot()).await.err(), Some(KeychainError::Unavailable));
}

#[tokio::test]
async fn a_waiting_prompt_is_cancelled_shared_and_never_queued_behind() {
    let session = session(Keyring::Absent);
    let mut service = AskingSecretService::start(&session, Person::IsAway).unwrap();
    let keychain = keychain();
    let (first, second, ()) = tokio::join!(keychain.unlock(), keychain.unlock(), async {
        assert_eq!(service.calls.recv().await, Some("Prompt"));
        assert_eq!(every_call(&keychain).await, [Err(KeychainError::Locked); 4]);
        keychain.cancel_unlock();
        assert_eq!(service.calls.recv().await, Some("Dismiss"));
    });
    assert_eq!([first, second], [Err(KeychainError::Denied); 2]);
    assert!(service.calls.try_recv().is_err(), "two callers, one prompt");
}

#[tokio::test]
async fn a_prompt_does_not_outlive_its_caller_nor_its_bound() {
    let session = session(Keyring::Absent);
    let mut service = AskingSecretService::start(&session, Person::IsAway).unwrap();
    let keychain = SystemKeychain::new(Bounds { unlock: Duration::from_millis(500), ..Bounds::product() });
    assert_eq!(keychain.unlock().await, Err(KeychainError::TimedOut));
    assert_eq!(service.calls.recv().await, Some("Prompt"));
    assert_eq!(service.calls.recv().await, Some("Dismiss"));

    tokio::select! {
        _ = keychain.unlock() => panic!("nobody answered"),
        call = service.calls.recv() => assert_eq!(call, Some("Prompt")),
    }
    assert_eq!(service.calls.recv().await, Some("Dismiss"));
}

#[tokio::test]
async fn a_service_that_goes_away_ends_the_waiting_prompt() {
    let session = session(Keyring::Absent);
    let mut service = AskingSecretService::start(&session, Person::IsAway).unwrap();
    let keychain = keychain();
    let (unlocked, ()) = tokio::join!(keychain.unlock(), async move {
        assert_eq!(service.calls.recv().await, Some("Prompt"));
        drop(service);
    });
    assert_eq!(unlocked, Err(KeychainError::Unavailable));
}

#[tokio::test]
async fn a_session_leaves_neither_processes_nor_files() {
    let session = DesktopSession::builder()
        .keyring(Keyring::Unlocked)
        .window_manager()
        .notifications()
        .start()
        .unwrap();
    let home = session.home().to_owned();
    let display = session.display().unwrap().to_owned();
    let mut watcher = tokio::process::Command::from(session.command("dbus-monitor"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    assert!(home.is_dir());
    drop(session);
    assert!(!home.exists());
    assert!(!std::path::Path::new(&format!("/tmp/.X11-unix/X{}", display.trim_start_matches(':'))).exists());
    timeout(Duration::from_secs(10), watcher.wait()).await.expect("the bus is still there").unwrap();
}
