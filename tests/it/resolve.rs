//! What became of an operation whose outcome is not known: at once, at the next start, and in guided mode.

use std::time::Duration;

use dhmad_sandbox::{Fault, FaultAction, Profile, SandboxConfig};
use miftah_core::guided::{Taken, resume_take, take_key};
use miftah_core::keys::{KeyPrefix, refresh};
use miftah_core::operations::{Kind, Stage};
use miftah_core::ports::{KeychainError, RemoteError, Slot, Spool};
use miftah_core::rotation::{
    Hindrance, Kept, Outlook, PrepareError, RegenerateError, close, copy_sealed, execute, take_stock,
};
use miftah_core::session::{SignOutError, StoredKeys, sign_out};
use miftah_tests::fakes::keychain::Person;

use crate::world::World;

const KEY: &str = "Comptabilité";
const REGENERATE: &str = "/api/developer/api-keys/*/regenerate";
const LIST: &str = "/api/developer/api-keys";

fn done_and_lost() -> Fault {
    Fault::after("POST", REGENERATE, FaultAction::Close).times(1)
}

fn never_done() -> Fault {
    Fault::before("POST", REGENERATE, FaultAction::Close).times(1)
}

#[tokio::test]
async fn carried_out_and_the_answer_lost_is_told_and_nothing_is_sent_again() {
    let (world, session) = World::signed_in().await;
    world.sandbox.set_fault(done_and_lost());
    let ended = world.regenerate(&session, KEY).await.err();
    assert!(matches!(ended, Some(RegenerateError::Unknown(_))), "{ended:?}");
    let (operation, outlook) = world.resolve(Some(&session)).await;
    assert_eq!((operation.stage, outlook), (Stage::Lost, Outlook::Settled));
    assert_eq!(operation.prefix, KeyPrefix::parse(&world.at_dhmad(KEY)));
    assert_eq!(world.sends(), 1);
    // "Issue again" takes its place.
    let again = world.regenerate(&session, KEY).await.ok().unwrap();
    assert_eq!(again.kept, Kept::Keychain);
    assert!(miftah_core::rotation::open_operations(&world.ports).unwrap().is_empty());
    assert_eq!(world.sends(), 2);
}

#[tokio::test]
async fn not_carried_out_is_said_after_three_reads_in_a_minute_and_watched_for_ten() {
    let (world, session) = World::signed_in().await;
    world.sandbox.set_fault(never_done());
    world.regenerate(&session, KEY).await.err().unwrap();
    let reads = world.sandbox.requests(LIST).len();
    let began = world.ports.clock.uptime();
    let mut resolver = miftah_core::rotation::Resolver::new(world.open_operation());
    while resolver.operation.stage != Stage::Unchanged {
        let Outlook::Again(pause) = resolver.look(&world.ports, Some(&session)).await else {
            panic!("unchanged")
        };
        if resolver.operation.stage != Stage::Unchanged {
            world.clock.advance(pause);
        }
    }
    assert_eq!(world.sandbox.requests(LIST).len() - reads, 3, "three reads");
    assert_eq!(world.ports.clock.uptime(), began + Duration::from_mins(1));
    // Carried out late, after "not carried out" was said.
    world.sandbox.regenerate_elsewhere(world.id(KEY).as_str()).unwrap();
    let (operation, _) = world.resolve(Some(&session)).await;
    assert_eq!(operation.stage, Stage::Lost);
}

#[tokio::test]
async fn an_unchanged_key_is_settled_after_the_watch_or_by_the_next_start() {
    let (world, session) = World::signed_in().await;
    world.sandbox.set_fault(never_done());
    world.regenerate(&session, KEY).await.err().unwrap();
    let began = world.ports.clock.uptime();
    let (operation, _) = world.resolve(Some(&session)).await;
    assert_eq!(operation.stage, Stage::NotExecuted);
    assert!(world.ports.clock.uptime() >= began + Duration::from_mins(11));
    assert!(world.spool.is_empty());
    assert_eq!(world.sends(), 1);
}

#[tokio::test]
async fn the_old_keys_own_answer_is_asked_first_and_needs_no_session() {
    let (world, session) = World::signed_in().await;
    world.regenerate(&session, KEY).await.ok().unwrap();
    world.sandbox.set_fault(done_and_lost());
    world.regenerate(&session, KEY).await.err().unwrap();
    let (operation, _) = world.resolve(None).await;
    assert_eq!(
        (operation.stage, &operation.prefix),
        (Stage::Lost, &None),
        "dead, and nobody to ask for more"
    );
    close(&world.ports, &operation).await.unwrap();
    // Held again, and this time nothing was carried out.
    world.regenerate(&session, KEY).await.ok().unwrap();
    world.sandbox.set_fault(never_done());
    world.regenerate(&session, KEY).await.err().unwrap();
    let lists = world.sandbox.requests(LIST).len();
    let (operation, _) = world.resolve(None).await;
    assert_eq!(operation.stage, Stage::NotExecuted);
    assert_eq!(world.sandbox.requests(LIST).len(), lists);
}

#[tokio::test]
async fn no_answer_is_never_taken_for_one() {
    let (world, session) = World::signed_in().await;
    world.sandbox.set_fault(done_and_lost());
    world.regenerate(&session, KEY).await.err().unwrap();
    let html = FaultAction::body(200, "text/html", "<html>Sign in to the Wi-Fi</html>");
    let empty = FaultAction::json(200, &serde_json::json!({ "apiKeys": [] }));
    for action in [FaultAction::Close, html, empty, FaultAction::TooManyRequests { retry_after: 1 }] {
        world.sandbox.set_fault(Fault::before("GET", LIST, action).times(1));
        let (operation, outlook) = world.resolve(Some(&session)).await;
        assert_eq!(operation.stage, Stage::Sending);
        assert!(matches!(outlook, Outlook::Waiting(Hindrance::Remote(_))), "{outlook:?}");
        world.sandbox.clear_faults();
        world.clock.advance(Duration::from_secs(2));
    }
    let (_, outlook) = world.resolve(None).await;
    assert_eq!(outlook, Outlook::Waiting(Hindrance::SignedOut));
    world.keychain.lock(Person::IsAway);
    let (_, outlook) = world.resolve(Some(&session)).await;
    assert_eq!(outlook, Outlook::Waiting(Hindrance::Keychain(KeychainError::Locked)));
    world.keychain.come_back();
    assert_eq!(world.resolve(Some(&session)).await.0.stage, Stage::Lost);
}

#[tokio::test]
async fn an_unsettled_operation_comes_before_a_new_one() {
    let (world, session) = World::signed_in().await;
    world.sandbox.set_fault(never_done());
    world.regenerate(&session, KEY).await.err().unwrap();
    assert_eq!(world.prepare(&session, KEY).await.err(), Some(PrepareError::Unfinished));
    assert!(world.prepare(&session, "Sandbox tests").await.is_ok(), "other keys are free");
    assert_eq!(sign_out(&world.ports, StoredKeys::Remove).await, Err(SignOutError::Unfinished));
}

#[tokio::test]
async fn a_sealed_key_is_put_in_its_place_at_the_next_start() {
    let (world, session) = World::signed_in().await;
    let prepared = world.prepare(&session, KEY).await.ok().unwrap();
    world.keychain.leave();
    drop(execute(&world.ports, &session, prepared).await.ok().unwrap());
    world.clipboard.clear_elsewhere();
    world.keychain.come_back();
    let open = take_stock(&world.ports).await.unwrap();
    assert_eq!((open.len(), open[0].stage), (1, Stage::Received));
    copy_sealed(&world.ports, &open[0], &world.known(KEY)).await.unwrap();
    assert_eq!(world.clipboard.paste(), Some(world.at_dhmad(KEY)));
    let (operation, _) = world.resolve(None).await;
    assert_eq!(operation.stage, Stage::Done);
    assert_eq!(world.kept(&session, KEY), Some(world.at_dhmad(KEY)));
    assert!(world.spool.is_empty());
}

#[tokio::test]
async fn a_sealed_value_that_was_replaced_since_does_not_become_the_present_one() {
    let (world, session) = World::signed_in().await;
    let prepared = world.prepare(&session, KEY).await.ok().unwrap();
    world.keychain.leave();
    drop(execute(&world.ports, &session, prepared).await.ok().unwrap());
    world.keychain.come_back();
    world.sandbox.regenerate_elsewhere(world.id(KEY).as_str()).unwrap();
    let (operation, _) = world.resolve(Some(&session)).await;
    assert_eq!(operation.stage, Stage::Replaced);
    assert_eq!(operation.prefix, KeyPrefix::parse(&world.at_dhmad(KEY)));
    assert_eq!(world.kept(&session, KEY), None);
}

#[tokio::test]
async fn an_answer_that_names_another_key_is_sealed_and_not_put_in_place() {
    let (world, session) = World::signed_in().await;
    let wrong = serde_json::json!({ "apiKey": { "id": "507f1f77bcf86cd799439011", "key": format!("sk_live_{}", "ab".repeat(32)) } });
    world.sandbox.set_fault(Fault::after("POST", REGENERATE, FaultAction::json(200, &wrong)).times(1));
    assert_eq!(world.regenerate(&session, KEY).await.err(), Some(RegenerateError::Unreadable));
    let (operation, _) = world.resolve(Some(&session)).await;
    assert_eq!(operation.stage, Stage::Lost);
    assert!(world.spool.holds(&operation.id).unwrap(), "the answer can be copied");
    copy_sealed(&world.ports, &operation, &world.known(KEY)).await.unwrap();
    assert_eq!(world.kept(&session, KEY), None);
}

#[tokio::test]
async fn an_answer_of_something_else_while_nothing_was_done_ends_with_the_old_key() {
    let (world, session) = World::signed_in().await;
    let junk = FaultAction::json(200, &serde_json::json!({ "ok": true }));
    world.sandbox.set_fault(Fault::before("POST", REGENERATE, junk).times(1));
    assert_eq!(world.regenerate(&session, KEY).await.err(), Some(RegenerateError::Unreadable));
    let (operation, _) = world.resolve(Some(&session)).await;
    assert_eq!(operation.stage, Stage::NotExecuted);
    assert!(world.spool.is_empty());
}

#[tokio::test]
async fn a_lost_journal_does_not_lose_a_sealed_key() {
    let (world, session) = World::signed_in().await;
    let prepared = world.prepare(&session, KEY).await.ok().unwrap();
    world.keychain.leave();
    drop(execute(&world.ports, &session, prepared).await.ok().unwrap());
    world.keychain.come_back();
    world.journal.lose();
    assert_eq!(take_stock(&world.ports).await.unwrap().len(), 1);
    let (operation, _) = world.resolve(Some(&session)).await;
    assert_eq!(operation.stage, Stage::Done);
    assert_eq!(world.kept(&session, KEY), Some(world.at_dhmad(KEY)));
}

#[tokio::test]
async fn what_a_crash_left_before_the_send_is_put_away() {
    let (world, session) = World::signed_in().await;
    let prepared = world.prepare(&session, KEY).await.ok().unwrap();
    // As a crash would: nothing is dropped in an orderly way.
    std::mem::forget(prepared);
    assert_eq!(world.spool.len(), 1);
    assert!(take_stock(&world.ports).await.unwrap().is_empty());
    assert!(world.spool.is_empty());
}

#[tokio::test]
async fn a_torn_seal_and_a_lost_wrapping_key_are_told_as_a_lost_key() {
    let (world, session) = World::signed_in().await;
    let prepared = world.prepare(&session, KEY).await.ok().unwrap();
    world.keychain.leave();
    drop(execute(&world.ports, &session, prepared).await.ok().unwrap());
    world.keychain.come_back();
    miftah_core::ports::Keychain::delete(&*world.keychain, &Slot::Wrapping).await.unwrap();
    let (operation, _) = world.resolve(Some(&session)).await;
    assert_eq!(operation.stage, Stage::Lost);
}

#[tokio::test]
async fn a_key_that_is_held_again_needs_no_decision_any_more() {
    let (world, session) = World::signed_in().await;
    world.sandbox.set_fault(done_and_lost());
    world.regenerate(&session, KEY).await.err().unwrap();
    world.resolve(Some(&session)).await;
    // A colleague hands the value over, and it is taken from the clipboard.
    world.clipboard.copy_elsewhere(&world.at_dhmad(KEY));
    assert!(matches!(take_key(&world.ports, None).await, Ok(Taken::Stored { .. })));
    refresh(&world.ports, &session).await.unwrap();
    assert!(miftah_core::rotation::open_operations(&world.ports).unwrap().is_empty());
}

#[tokio::test]
async fn a_taken_key_survives_a_crash_and_an_emptied_clipboard() {
    let world = World::new(SandboxConfig::demo().with_profile(Profile::Guided)).await;
    world.clipboard.copy_elsewhere(&world.at_dhmad(KEY));
    // The keychain goes right after the wrapping key was read and written.
    let refused = {
        world.sandbox.set_fault(Fault::before("GET", "*/v1/me", FaultAction::Hold).times(1));
        let taking = take_key(&world.ports, None);
        let crash = world.sandbox.wait_for_requests("/v1/me", |seen| !seen.is_empty());
        tokio::select! { taken = taking => Some(taken.is_ok()), () = crash => None }
    };
    assert_eq!(refused, None, "it was cut off in the middle");
    world.sandbox.release_held();
    world.clipboard.clear_elsewhere();
    let open = take_stock(&world.ports).await.unwrap();
    assert_eq!((open.len(), open[0].subject.kind), (1, Kind::Take));
    let taken = resume_take(&world.ports, &open[0]).await;
    assert!(matches!(taken, Ok(Some(Taken::Stored { untested: None, .. }))));
    assert_eq!(world.known(KEY).held, KeyPrefix::parse(&world.at_dhmad(KEY)));
    assert!(world.spool.is_empty());
}

#[tokio::test]
async fn offline_a_sealed_key_waits_and_nothing_is_concluded() {
    let (world, session) = World::signed_in().await;
    let prepared = world.prepare(&session, KEY).await.ok().unwrap();
    world.keychain.leave();
    drop(execute(&world.ports, &session, prepared).await.ok().unwrap());
    world.keychain.come_back();
    world.sandbox.set_fault(Fault::before("GET", "*", FaultAction::Close).always());
    let (operation, outlook) = world.resolve(Some(&session)).await;
    assert_eq!(operation.stage, Stage::Received);
    assert_eq!(outlook, Outlook::Waiting(Hindrance::Remote(RemoteError::Offline)));
    world.sandbox.clear_faults();
    assert_eq!(world.resolve(Some(&session)).await.0.stage, Stage::Done);
}

fn refusal(status: u16) -> FaultAction {
    FaultAction::json(status, &serde_json::json!({ "error": "E", "message": "M" }))
}

#[tokio::test]
async fn a_lost_key_stays_told_if_issuing_again_comes_to_nothing() {
    let (world, session) = World::signed_in().await;
    world.sandbox.set_fault(done_and_lost());
    world.regenerate(&session, KEY).await.err().unwrap();
    let (lost, _) = world.resolve(Some(&session)).await;
    assert_eq!(lost.stage, Stage::Lost);
    world.sandbox.set_fault(Fault::before("POST", REGENERATE, refusal(403)).times(1));
    let again = world.regenerate(&session, KEY).await.err();
    assert_eq!(again, Some(RegenerateError::Refused(RemoteError::Forbidden)));
    assert_eq!(world.open_operation(), lost);
}

#[tokio::test]
async fn a_list_does_not_outvote_the_old_keys_own_answer() {
    let (world, session) = World::signed_in().await;
    world.regenerate(&session, KEY).await.ok().unwrap();
    world.sandbox.set_fault(never_done());
    world.regenerate(&session, KEY).await.err().unwrap();
    // The list shows what it showed before; DHMAD does not accept the key any more.
    world.sandbox.set_fault(Fault::before("GET", "*/v1/me", refusal(401)).always());
    let mut resolver = miftah_core::rotation::Resolver::new(world.open_operation());
    let unclear = Outlook::Waiting(Hindrance::Remote(RemoteError::Unexpected));
    for _ in 0..3 {
        assert_eq!(resolver.look(&world.ports, Some(&session)).await, unclear);
        assert_eq!(resolver.operation.stage, Stage::Sending);
        world.clock.advance(Duration::from_mins(4));
    }
    assert_eq!(resolver.look(&world.ports, Some(&session)).await, Outlook::Settled);
    assert_eq!((resolver.operation.stage, resolver.operation.prefix), (Stage::Lost, None));
}

#[tokio::test]
async fn a_received_key_that_dhmad_does_not_know_yet_is_not_called_replaced() {
    let (world, session) = World::signed_in().await;
    let late = format!("sk_live_{}", "1a7e".repeat(16));
    let answer = FaultAction::json(200, &serde_json::json!({ "apiKey": { "key": late } }));
    world.sandbox.set_fault(Fault::before("POST", REGENERATE, answer).times(1));
    assert_eq!(world.regenerate(&session, KEY).await.ok().unwrap().kept, Kept::Sealed);
    let (operation, outlook) = world.resolve(Some(&session)).await;
    assert_eq!(outlook, Outlook::Waiting(Hindrance::Remote(RemoteError::Unexpected)));
    assert_eq!(operation.stage, Stage::Received);
    assert_eq!(world.spool.holds(&operation.id), Ok(true));
    copy_sealed(&world.ports, &operation, &world.known(KEY)).await.unwrap();
    assert_eq!(world.clipboard.paste(), Some(late));
    // The person has it, and may end what nobody answers.
    close(&world.ports, &operation).await.unwrap();
    assert!(world.prepare(&session, KEY).await.is_ok());
}

#[tokio::test]
async fn what_nobody_answers_can_be_ended_by_the_person() {
    let (world, session) = World::signed_in().await;
    world.sandbox.set_fault(done_and_lost());
    world.regenerate(&session, KEY).await.err().unwrap();
    world.sandbox.set_fault(Fault::before("GET", LIST, refusal(500)).always());
    assert!(matches!(world.resolve(Some(&session)).await.1, Outlook::Waiting(_)));
    close(&world.ports, &world.open_operation()).await.unwrap();
    world.sandbox.clear_faults();
    assert!(world.prepare(&session, KEY).await.is_ok());
}
