//! Protocol Z: a successor beside the old key, step by step, each with a click.

#![expect(clippy::unwrap_used, reason = "the helpers fail as the tests do")]

use dhmad_sandbox::{Fault, FaultAction};
use miftah_core::keys::{KeyId, KeyPrefix, LastUse, Status, refresh};
use miftah_core::operations::{Operation, Stage};
use miftah_core::places::{add_place, needs_new_value, tick_place};
use miftah_core::ports::{KeychainError, RemoteError, Slot};
use miftah_core::remarks::note;
use miftah_core::rotation::safe::{
    StartError, SwitchError, copy_successor, delete_old, set_installed, start, stop, switch_off, switch_on,
};
use miftah_core::rotation::{Check, Outlook, PrepareError, open_operations, take_stock};
use miftah_core::session::Session;
use miftah_tests::fakes::keychain::Fault as KeychainFault;

use crate::world::World;

const KEY: &str = "Production shop";
const CREATE: &str = "/api/developer/api-keys";

async fn started(world: &World, session: &Session) -> Operation {
    let started = start(&world.ports, &world.locks, session, &world.id(KEY)).await.ok().unwrap();
    assert!(matches!(started.check, Some(Check::Works { .. })), "{:?}", started.check);
    started.operation
}

fn creates(world: &World) -> usize {
    world
        .sandbox
        .requests(CREATE)
        .iter()
        .filter(|request| request.method == "POST" && request.path.ends_with("/api-keys"))
        .count()
}

fn successor(operation: &Operation) -> KeyId {
    operation.issued_id.clone().unwrap()
}

#[tokio::test]
async fn the_whole_way_of_a_rotation() {
    let (world, session) = World::signed_in().await;
    let old = world.at_dhmad(KEY);
    let mut operation = started(&world, &session).await;
    assert_eq!(operation.stage, Stage::Stored);
    let new_id = successor(&operation);
    let new = world.sandbox.current_secret(new_id.as_str()).unwrap();
    assert_eq!(world.at_dhmad(KEY), old, "the old key lives on");
    copy_successor(&world.ports, &operation).await.unwrap();
    assert_eq!(world.clipboard.paste(), Some(new.clone()));
    let place = add_place(&world.ports, &world.known(KEY), "Till in Sfax", Some("Salma"), None).unwrap();
    tick_place(&world.ports, &place.id, operation.prefix.clone()).unwrap();
    note(&world.ports, &world.known(KEY), "Ask Salma.", &["till".to_owned()]).unwrap();
    set_installed(&world.ports, &mut operation, true).unwrap();
    switch_off(&world.ports, &session, &mut operation).await.unwrap();
    assert_eq!(operation.stage, Stage::Off);
    refresh(&world.ports, &session).await.unwrap();
    assert_eq!(world.known(KEY).key.status, Status::Inactive);
    switch_on(&world.ports, &session, &mut operation).await.unwrap();
    assert_eq!(operation.stage, Stage::Installed);
    switch_off(&world.ports, &session, &mut operation).await.unwrap();
    let old_id = operation.subject.key.clone();
    delete_old(&world.ports, &session, &mut operation).await.unwrap();
    assert_eq!(operation.stage, Stage::Done);
    let left = refresh(&world.ports, &session).await.unwrap();
    assert!(left.keys.iter().all(|known| known.key.id != old_id));
    let heir = left.keys.iter().find(|known| known.key.id == new_id).unwrap();
    assert_eq!(heir.key.name, KEY, "the tag is gone from the name");
    assert_eq!(heir.held, KeyPrefix::parse(&new));
    let places = world.ports.store.all_places().unwrap();
    assert_eq!((places.len(), &places[0].key), (1, &new_id), "the places move over");
    assert!(!needs_new_value(&places[0], heir));
    let remarks = world.ports.store.all_remarks().unwrap();
    assert_eq!((remarks.len(), &remarks[0].key), (1, &new_id), "so does the note");
    assert_eq!(creates(&world), 1);
    assert!(open_operations(&world.ports).unwrap().is_empty());
}

#[tokio::test]
async fn no_room_for_a_second_key_is_said_and_nothing_is_left() {
    let (world, session) = World::signed_in().await;
    let full = serde_json::json!({ "error": "Bad Request", "message": "Maximum number of API keys reached" });
    world.sandbox.set_fault(Fault::before("POST", CREATE, FaultAction::json(400, &full)).times(1));
    let refused = start(&world.ports, &world.locks, &session, &world.id(KEY)).await.err();
    assert_eq!(refused, Some(StartError::NoRoom));
    assert!(open_operations(&world.ports).unwrap().is_empty());
    assert!(world.spool.is_empty());
}

#[tokio::test]
async fn a_successor_whose_answer_was_lost_is_found_by_its_tag() {
    let (world, session) = World::signed_in().await;
    world.sandbox.set_fault(Fault::after("POST", CREATE, FaultAction::Close).times(1));
    let started = start(&world.ports, &world.locks, &session, &world.id(KEY)).await.ok().unwrap();
    assert_eq!(started.operation.stage, Stage::Sending);
    let (mut orphan, outlook) = world.resolve(Some(&session)).await;
    assert_eq!((orphan.stage, outlook), (Stage::Orphan, Outlook::Settled));
    let id = successor(&orphan);
    assert!(world.sandbox.current_secret(id.as_str()).is_some());
    assert_eq!(creates(&world), 1, "nothing is sent again, and nothing deleted");
    switch_off(&world.ports, &session, &mut orphan).await.unwrap();
    assert_eq!(orphan.stage, Stage::Closed);
    let listed = refresh(&world.ports, &session).await.unwrap();
    let of = |id: &KeyId| listed.keys.iter().find(|known| known.key.id == *id).unwrap().key.status;
    assert_eq!((of(&id), of(&world.id(KEY))), (Status::Inactive, Status::Active));
    started_again(&world, &session).await;
}

async fn started_again(world: &World, session: &Session) {
    assert_eq!(started(world, session).await.stage, Stage::Stored);
}

#[tokio::test]
async fn a_successor_that_was_never_made_is_told_after_a_while() {
    let (world, session) = World::signed_in().await;
    world.sandbox.set_fault(Fault::before("POST", CREATE, FaultAction::Close).times(1));
    start(&world.ports, &world.locks, &session, &world.id(KEY)).await.ok().unwrap();
    let second = start(&world.ports, &world.locks, &session, &world.id(KEY)).await.err();
    assert_eq!(second, Some(StartError::Preflight(PrepareError::Unfinished)));
    let (operation, _) = world.resolve(Some(&session)).await;
    assert_eq!(operation.stage, Stage::NotExecuted);
    assert_eq!(creates(&world), 1);
}

#[tokio::test]
async fn a_keychain_that_fails_after_the_answer_keeps_the_successor_sealed() {
    let (world, session) = World::signed_in().await;
    // Probe, read and write and read of the wrapping key, then the successor.
    world.keychain.fault(5, KeychainFault::Fails(KeychainError::Denied));
    let started = start(&world.ports, &world.locks, &session, &world.id(KEY)).await.ok().unwrap();
    assert_eq!(started.operation.stage, Stage::Received);
    let (operation, _) = world.resolve(Some(&session)).await;
    assert_eq!(operation.stage, Stage::Stored);
    let slot = Slot::Current(session.account.clone(), successor(&operation));
    assert_eq!(world.keychain.held(&slot), world.sandbox.current_secret(successor(&operation).as_str()));
}

#[tokio::test]
async fn a_successor_whose_answer_was_cut_is_found_by_its_tag() {
    let (world, session) = World::signed_in().await;
    world.sandbox.set_fault(Fault::after("POST", CREATE, FaultAction::CutBody { keep: 0 }).times(1));
    let started = start(&world.ports, &world.locks, &session, &world.id(KEY)).await.ok().unwrap();
    assert!(started.operation.stage.is_unsettled());
    assert_eq!(world.resolve(Some(&session)).await.0.stage, Stage::Orphan);
}

#[tokio::test]
async fn an_unknown_switch_is_read_from_the_list() {
    let (world, session) = World::signed_in().await;
    let mut operation = started(&world, &session).await;
    set_installed(&world.ports, &mut operation, true).unwrap();
    for (fault, stage) in [
        (Fault::before("PUT", "/api/developer/api-keys/*", FaultAction::Close).times(1), Stage::Installed),
        (Fault::after("PUT", "/api/developer/api-keys/*", FaultAction::Close).times(1), Stage::Off),
    ] {
        world.sandbox.set_fault(fault);
        let switched = switch_off(&world.ports, &session, &mut operation).await;
        assert!(matches!(switched, Err(SwitchError::Unknown(_))), "{switched:?}");
        operation = world.resolve(Some(&session)).await.0;
        assert_eq!(operation.stage, stage);
    }
    world.sandbox.set_fault(Fault::after("DELETE", "/api/developer/api-keys/*", FaultAction::Close).times(1));
    let deleted = delete_old(&world.ports, &session, &mut operation).await;
    assert!(matches!(deleted, Err(SwitchError::Unknown(_))), "{deleted:?}");
    assert_eq!(world.resolve(Some(&session)).await.0.stage, Stage::Done);
}

#[tokio::test]
async fn steps_out_of_order_are_refused_and_send_nothing() {
    let (world, session) = World::signed_in().await;
    let mut operation = started(&world, &session).await;
    let requests = world.sandbox.requests("/api/developer").len();
    assert_eq!(delete_old(&world.ports, &session, &mut operation).await, Err(SwitchError::NotNow));
    assert_eq!(switch_on(&world.ports, &session, &mut operation).await, Err(SwitchError::NotNow));
    assert!(set_installed(&world.ports, &mut operation, false).is_err());
    assert_eq!(world.sandbox.requests("/api/developer").len(), requests);
    stop(&world.ports, &mut operation).unwrap();
    assert_eq!(operation.stage, Stage::Closed);
    assert_eq!(world.known(KEY).key.status, Status::Active);
}

#[tokio::test]
async fn what_is_done_on_the_portal_is_followed() {
    let (world, session) = World::signed_in().await;
    let mut operation = started(&world, &session).await;
    set_installed(&world.ports, &mut operation, true).unwrap();
    let id = operation.subject.key.clone();
    world.ports.portal.set_active(&session.token, &id, false).await.unwrap();
    refresh(&world.ports, &session).await.unwrap();
    assert_eq!(world.open_operation().stage, Stage::Off);
    world.ports.portal.set_active(&session.token, &id, true).await.unwrap();
    refresh(&world.ports, &session).await.unwrap();
    assert_eq!(world.open_operation().stage, Stage::Installed);
}

#[tokio::test]
async fn our_own_test_of_a_successor_is_remembered_as_ours() {
    let (world, session) = World::signed_in().await;
    let operation = started(&world, &session).await;
    let listed = refresh(&world.ports, &session).await.unwrap();
    let id = successor(&operation);
    let calls = world.ports.store.own_calls(&session.account, &id).unwrap();
    assert_eq!(calls.len(), 1);
    let known = listed.keys.into_iter().find(|known| known.key.id == id).unwrap();
    if let LastUse::At(used) = known.key.last_use {
        assert!(miftah_core::usage::explains(&calls, used));
    }
    assert!(
        !world.ports.store.samples(&session.account, &id, jiff::Timestamp::UNIX_EPOCH).unwrap().is_empty()
    );
}

/// Received, sealed, and not in the keychain yet.
async fn sealed_only(world: &World, session: &Session) -> Operation {
    world.keychain.fault(5, KeychainFault::Fails(KeychainError::Denied));
    let started = start(&world.ports, &world.locks, session, &world.id(KEY)).await.ok().unwrap();
    assert_eq!(started.operation.stage, Stage::Received);
    started.operation
}

fn made(world: &World) -> KeyId {
    let mut ids = world.sandbox.ledger().into_iter().filter_map(|event| match event {
        dhmad_sandbox::LedgerEvent::Issued { key_id, .. } => KeyId::parse(&key_id).ok(),
        _ => None,
    });
    ids.next_back().unwrap()
}

#[tokio::test]
async fn a_successor_whose_name_was_changed_is_known_by_its_own_answer() {
    let (world, session) = World::signed_in().await;
    sealed_only(&world, &session).await;
    let id = made(&world);
    world.ports.portal.rename_key(&session.token, &id, "Whatever DHMAD makes of it").await.unwrap();
    let (operation, _) = world.resolve(Some(&session)).await;
    assert_eq!((operation.stage, successor(&operation)), (Stage::Stored, id));
}

#[tokio::test]
async fn a_lost_journal_does_not_lose_a_sealed_successor() {
    let (world, session) = World::signed_in().await;
    let old = world.at_dhmad(KEY);
    sealed_only(&world, &session).await;
    world.journal.lose();
    let open = take_stock(&world.ports).await.unwrap();
    assert_eq!(open.len(), 1);
    let (operation, _) = world.resolve(Some(&session)).await;
    assert_eq!((operation.stage, successor(&operation)), (Stage::Stored, made(&world)));
    let slot = Slot::Current(session.account.clone(), made(&world));
    assert_eq!(world.keychain.held(&slot), world.sandbox.current_secret(made(&world).as_str()));
    assert_eq!(world.at_dhmad(KEY), old);
}

#[tokio::test]
async fn a_404_is_not_believed_to_be_a_deletion() {
    let (world, session) = World::signed_in().await;
    let mut operation = started(&world, &session).await;
    switch_off(&world.ports, &session, &mut operation).await.unwrap();
    let missing = FaultAction::json(404, &serde_json::json!({ "error": "E", "message": "M" }));
    world.sandbox.set_fault(Fault::before("DELETE", "/api/developer/api-keys/*", missing).times(1));
    let ended = delete_old(&world.ports, &session, &mut operation).await;
    assert_eq!(ended, Err(SwitchError::Unknown(RemoteError::NotFound)));
    let (operation, _) = world.resolve(Some(&session)).await;
    assert_eq!(operation.stage, Stage::Off, "it is still listed");
    assert_eq!(world.known(KEY).key.status, Status::Inactive);
}

#[tokio::test]
async fn a_switch_that_nobody_answers_can_be_ended_by_the_person() {
    let (world, session) = World::signed_in().await;
    let mut operation = started(&world, &session).await;
    world.sandbox.set_fault(Fault::before("PUT", "/api/developer/api-keys/*", FaultAction::Close).times(1));
    assert!(switch_off(&world.ports, &session, &mut operation).await.is_err());
    assert_eq!(operation.stage, Stage::SwitchingOff);
    stop(&world.ports, &mut operation).unwrap();
    assert!(open_operations(&world.ports).unwrap().is_empty());
}
