//! Regenerate, in the order of protocol R.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use dhmad_sandbox::{Fault, FaultAction, Outcome};
use miftah_core::keys::{ApiKey, ChangedBy, copy_again, refresh};
use miftah_core::operations::Event;
use miftah_core::ports::{
    Clipboard, ClipboardError, CopiedKey, KeychainError, RemoteError, Slot, Spool, SpoolError, StoreError,
};
use miftah_core::rotation::{
    Check, Confirm, Executed, Kept, PrepareError, RegenerateError, Untested, check, execute, keep_again,
};
use miftah_core::secret::Secret;
use miftah_tests::fakes::keychain::{Call, Fault as KeychainFault, Person};
use miftah_tests::fakes::spool::FakeSpool;

use crate::world::World;

const KEY: &str = "Comptabilité";
const REGENERATE: &str = "/api/developer/api-keys/*/regenerate";

#[tokio::test]
async fn the_new_key_is_kept_copied_and_works_and_the_old_one_is_dead() {
    let (world, session) = World::signed_in().await;
    let old = world.at_dhmad(KEY);
    let done = world.regenerate(&session, KEY).await.ok().unwrap();
    let new = world.at_dhmad(KEY);
    assert_ne!(old, new);
    assert_eq!(world.clipboard.paste().as_ref(), Some(&new));
    assert_eq!(world.kept(&session, KEY).as_ref(), Some(&new));
    assert_eq!((done.kept, done.clipboard), (Kept::Keychain, Ok(())));
    assert!(matches!(check(&world.ports, &done).await, Check::Works { .. }));
    let dead = ApiKey::parse(&Secret::new(old)).unwrap();
    assert_eq!(world.ports.portal.me(&dead).await.err(), Some(RemoteError::Unauthorized));
    assert_eq!(world.sends(), 1);
    let known = world.known(KEY);
    assert_eq!(known.change.map(|change| change.by), Some(ChangedBy::Miftah));
    assert_eq!(known.held, known.key.prefix);
}

#[tokio::test]
async fn the_steps_come_in_the_order_of_the_protocol() {
    let (world, session) = World::signed_in().await;
    world.regenerate(&session, KEY).await.ok().unwrap();
    let slots = |calls: Vec<Call>| -> Vec<String> {
        let name = |slot: &Slot| slot.name().rsplit('/').next().unwrap().to_owned();
        calls
            .iter()
            .filter_map(|call| match call {
                Call::Write(slot) => Some(name(slot)),
                Call::Probe => Some("probe".into()),
                _ => None,
            })
            .collect()
    };
    // The first write is the session's token at sign-in.
    assert_eq!(slots(world.keychain.calls()), ["session", "probe", "wrapping", "pending", "current"]);
    let steps: Vec<&str> = world.journal.events().iter().map(Event::word).collect();
    assert_eq!(steps, ["intended", "sending", "received", "kept"]);
    assert!(world.spool.is_empty(), "wiped once the keychain has it");
}

/// A clipboard that looks, at the moment it is given a key, whether that is durable already.
struct Witness {
    spool: Arc<FakeSpool>,
    was_sealed: Mutex<Vec<bool>>,
}

#[async_trait]
impl Clipboard for Witness {
    async fn offer(&self, _: CopiedKey, _: &Secret, _: Duration) -> Result<(), ClipboardError> {
        let sealed =
            self.spool.operations().is_ok_and(|ids| ids.iter().any(|id| self.spool.holds(id) == Ok(true)));
        self.was_sealed.lock().unwrap_or_else(PoisonError::into_inner).push(sealed);
        Ok(())
    }

    async fn take(&self) -> Result<Secret, ClipboardError> {
        Err(ClipboardError::Empty)
    }

    async fn clear_if(&self, _: &Secret) -> Result<bool, ClipboardError> {
        Ok(false)
    }
}

#[tokio::test]
async fn a_key_is_sealed_before_the_clipboard_gets_it() {
    let (mut world, session) = World::signed_in().await;
    let witness = Arc::new(Witness { spool: Arc::clone(&world.spool), was_sealed: Mutex::default() });
    world.ports.clipboard = Arc::clone(&witness) as _;
    world.regenerate(&session, KEY).await.ok().unwrap();
    assert_eq!(*witness.was_sealed.lock().unwrap(), [true]);
}

#[tokio::test]
async fn a_disk_that_cannot_seal_refuses_before_anything_is_sent() {
    let (world, session) = World::signed_in().await;
    world.spool.fail(Some(SpoolError::Full));
    assert_eq!(world.prepare(&session, KEY).await.err(), Some(PrepareError::Spool(SpoolError::Full)));
    world.spool.fail(None);
    world.journal.fail(1, StoreError::Full);
    let refused = world.regenerate(&session, KEY).await.err();
    assert_eq!(refused, Some(RegenerateError::Store(StoreError::Full)));
    world.journal.fail(2, StoreError::Denied);
    let refused = world.regenerate(&session, KEY).await.err();
    assert_eq!(refused, Some(RegenerateError::Store(StoreError::Denied)));
    assert_eq!(world.sends(), 0);
    assert!(world.spool.is_empty(), "nothing reserved is left");
}

#[tokio::test]
async fn no_keychain_and_a_locked_one_refuse_before_anything_is_sent() {
    let (world, session) = World::signed_in().await;
    world.keychain.leave();
    let absent = world.prepare(&session, KEY).await.err();
    assert_eq!(absent, Some(PrepareError::Keychain(KeychainError::Unavailable)));
    world.keychain.come_back();
    world.keychain.lock(Person::IsAway);
    let locked = world.prepare(&session, KEY).await.err();
    assert_eq!(locked, Some(PrepareError::Keychain(KeychainError::Locked)));
    assert_eq!(world.sends(), 0);
}

#[tokio::test]
async fn a_keychain_that_fails_after_the_answer_leaves_the_key_sealed() {
    let (world, session) = World::signed_in().await;
    let prepared = world.prepare(&session, KEY).await.ok().unwrap();
    world.keychain.leave();
    let Executed::Done(done) = execute(&world.ports, &session, prepared).await.ok().unwrap() else {
        panic!("the class did not change");
    };
    assert_eq!(done.kept, Kept::Sealed);
    assert_eq!(world.clipboard.paste(), Some(world.at_dhmad(KEY)));
    assert_eq!(world.known(KEY).held, None);
    assert_eq!(world.spool.len(), 1);
    world.keychain.come_back();
    keep_again(&world.ports, &done).await.unwrap();
    assert_eq!(world.kept(&session, KEY), Some(world.at_dhmad(KEY)));
    assert!(world.spool.is_empty());
}

#[tokio::test]
async fn a_disk_and_a_keychain_that_both_fail_leave_the_only_copy_in_memory() {
    let (world, session) = World::signed_in().await;
    let prepared = world.prepare(&session, KEY).await.ok().unwrap();
    world.keychain.leave();
    world.spool.fail(Some(SpoolError::Disk));
    let Executed::Done(done) = execute(&world.ports, &session, prepared).await.ok().unwrap() else {
        panic!("the class did not change");
    };
    assert_eq!(done.kept, Kept::Nowhere);
    assert_eq!(world.clipboard.paste(), Some(world.at_dhmad(KEY)));
    world.keychain.come_back();
    keep_again(&world.ports, &done).await.unwrap();
    assert_eq!(world.kept(&session, KEY), Some(world.at_dhmad(KEY)));
}

#[tokio::test]
async fn a_disk_that_fails_alone_hands_the_key_to_the_keychain_first() {
    let (world, session) = World::signed_in().await;
    let prepared = world.prepare(&session, KEY).await.ok().unwrap();
    world.spool.fail(Some(SpoolError::Disk));
    let Executed::Done(done) = execute(&world.ports, &session, prepared).await.ok().unwrap() else {
        panic!("the class did not change");
    };
    assert_eq!(done.kept, Kept::Keychain);
    assert_eq!(world.kept(&session, KEY), Some(world.at_dhmad(KEY)));
}

#[tokio::test]
async fn written_but_the_answer_was_lost_counts_as_kept_and_a_cut_secret_does_not() {
    let (world, session) = World::signed_in().await;
    world.regenerate(&session, KEY).await.ok().unwrap();
    // Probe, wrapping key, then the write of the pending slot.
    world.keychain.fault(3, KeychainFault::AnswerLost(KeychainError::TimedOut));
    let done = world.regenerate(&session, KEY).await.ok().unwrap();
    assert_eq!(done.kept, Kept::Keychain);
    drop(done);
    world.keychain.fault(3, KeychainFault::Truncates);
    let done = world.regenerate(&session, KEY).await.ok().unwrap();
    assert_eq!(done.kept, Kept::Sealed);
    assert_eq!(world.clipboard.paste(), Some(world.at_dhmad(KEY)));
}

#[tokio::test]
async fn a_list_asked_for_before_a_regenerate_does_not_undo_it() {
    let (world, session) = World::signed_in().await;
    world.sandbox.set_fault(Fault::after("GET", "/api/developer/api-keys", FaultAction::Hold).times(1));
    let meanwhile = async {
        world
            .sandbox
            .wait_for_requests("/api/developer/api-keys", |seen| {
                seen.iter().any(|request| request.outcome == Outcome::Held)
            })
            .await;
        world.clock.advance(Duration::from_secs(1));
        world.regenerate(&session, KEY).await.ok().unwrap();
        world.sandbox.release_held();
    };
    let (slow, ()) = tokio::join!(refresh(&world.ports, &session), meanwhile);
    assert!(slow.is_ok());
    assert!(!world.known(KEY).replaced_elsewhere());
    copy_again(&world.ports, &world.known(KEY)).await.unwrap();
}

#[tokio::test]
async fn a_clipboard_that_refuses_is_said_and_the_key_is_kept() {
    let (world, session) = World::signed_in().await;
    world.clipboard.set_unavailable(true);
    let done = world.regenerate(&session, KEY).await.ok().unwrap();
    assert_eq!(done.clipboard, Err(ClipboardError::Unavailable));
    assert_eq!(world.kept(&session, KEY), Some(world.at_dhmad(KEY)));
}

#[tokio::test]
async fn what_dhmad_refuses_leaves_the_old_key_working() {
    let (world, session) = World::signed_in().await;
    let old = world.at_dhmad(KEY);
    world.sandbox.set_fault(
        Fault::before("POST", REGENERATE, FaultAction::TooManyRequests { retry_after: 60 }).times(1),
    );
    let refused = world.regenerate(&session, KEY).await.err();
    assert!(
        matches!(refused, Some(RegenerateError::Refused(RemoteError::RateLimited { .. }))),
        "{refused:?}"
    );
    assert_eq!(world.at_dhmad(KEY), old);
}

#[tokio::test]
async fn an_answer_without_a_key_is_told_as_a_lost_key() {
    let (world, session) = World::signed_in().await;
    let done = FaultAction::json(200, &serde_json::json!({"message": "done"}));
    world.sandbox.set_fault(Fault::after("POST", REGENERATE, done).times(1));
    assert_eq!(world.regenerate(&session, KEY).await.err(), Some(RegenerateError::Unreadable));
}

#[tokio::test]
async fn a_key_regenerated_elsewhere_while_the_person_decides_is_not_regenerated_again() {
    let (world, session) = World::signed_in().await;
    let prepared = world.prepare(&session, KEY).await.ok().unwrap();
    world.sandbox.regenerate_elsewhere(world.id(KEY).as_str()).unwrap();
    world.clock.advance(Duration::from_secs(16));
    let executed = execute(&world.ports, &session, prepared).await.err();
    assert_eq!(executed, Some(RegenerateError::ReplacedElsewhere));
    assert_eq!(world.sends(), 0);
}

#[tokio::test]
async fn a_key_used_while_the_person_decides_is_asked_about_again() {
    let (world, session) = World::signed_in().await;
    let prepared = world.prepare(&session, KEY).await.ok().unwrap();
    assert_eq!(prepared.confirm, Confirm::Countdown);
    world.sandbox.use_key(world.id(KEY).as_str(), world.ports.clock.now()).unwrap();
    world.clock.advance(Duration::from_secs(16));
    let Ok(Executed::ConfirmAgain(again)) = execute(&world.ports, &session, prepared).await else {
        panic!("a live key in use asks");
    };
    assert_eq!(again.confirm, Confirm::Ask { untraceable: false });
    assert_eq!(world.sends(), 0);
}

#[tokio::test]
async fn a_second_regenerate_of_the_same_key_is_refused_while_one_is_open() {
    let (world, session) = World::signed_in().await;
    let open = world.prepare(&session, KEY).await.ok().unwrap();
    assert_eq!(world.prepare(&session, KEY).await.err(), Some(PrepareError::Busy));
    drop(open);
    assert!(world.prepare(&session, KEY).await.is_ok());
}

#[tokio::test]
async fn the_check_is_no_gate_and_says_why_it_could_not_tell() {
    let (world, session) = World::signed_in().await;
    let off = world.regenerate(&session, "Webhook trials").await.ok().unwrap();
    assert_eq!(check(&world.ports, &off).await, Check::NotTested(Untested::WasInactive));
    let done = world.regenerate(&session, KEY).await.ok().unwrap();
    let body = serde_json::json!({"error": "Unauthorized", "message": dhmad_sandbox::INVALID_KEY});
    let refused = FaultAction::json(401, &body);
    world.sandbox.set_fault(Fault::before("GET", "*/v1/me", refused).always());
    assert_eq!(check(&world.ports, &done).await, Check::Refused);
    let calls = world.sandbox.requests("/v1/me").len();
    assert!((2..=6).contains(&calls), "{calls} calls");
}
