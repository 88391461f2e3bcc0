//! Making a key: copied, kept, named; and what becomes of it when something breaks in between.

#![expect(clippy::unwrap_used, reason = "the helpers fail as the tests do")]

use dhmad_sandbox::{Fault, FaultAction, LedgerEvent};
use miftah_core::keys::{Environment, KeyId, NameError, Status, refresh};
use miftah_core::operations::Stage;
use miftah_core::ports::{KeychainError, RemoteError, Slot};
use miftah_core::rotation::{
    Check, CreateError, Kept, Outlook, PrepareError, Regenerated, Wish, check, close, create, keep_again,
    open_operations, take_stock,
};
use miftah_core::session::Session;
use miftah_tests::fakes::keychain::Fault as KeychainFault;

use crate::world::World;

const CREATE: &str = "/api/developer/api-keys";
const NAME: &str = "Till in Sfax";

fn wish(name: &str) -> Wish {
    Wish { name: name.into(), environment: Environment::Live, rate_limit: Some(60) }
}

async fn made(world: &World, session: &Session) -> Result<Box<Regenerated>, CreateError> {
    create(&world.ports, &world.locks, session, &wish(NAME)).await
}

fn creates(world: &World) -> usize {
    let sent = world.sandbox.requests("/api-keys");
    sent.iter().filter(|request| request.method == "POST" && request.path.ends_with("/api-keys")).count()
}

fn newest(world: &World) -> KeyId {
    let ids = world.sandbox.ledger().into_iter().filter_map(|event| match event {
        LedgerEvent::Issued { key_id, .. } => Some(key_id),
        _ => None,
    });
    KeyId::parse(&ids.collect::<Vec<_>>().pop().unwrap()).unwrap()
}

#[tokio::test]
async fn a_new_key_is_copied_kept_tested_and_has_its_name() {
    let (world, session) = World::signed_in().await;
    let made = made(&world, &session).await.unwrap();
    let (id, value) = (newest(&world), world.sandbox.current_secret(newest(&world).as_str()).unwrap());
    assert_eq!((made.kept, &made.known.key.id, made.known.name()), (Kept::Keychain, &id, NAME));
    assert_eq!(world.clipboard.paste(), Some(value.clone()));
    assert_eq!(world.keychain.held(&Slot::Current(session.account.clone(), id.clone())), Some(value));
    assert!(matches!(check(&world.ports, &made).await, Check::Works { .. }));
    let listed = refresh(&world.ports, &session).await.unwrap().keys;
    let key = &listed.iter().find(|known| known.key.id == id).unwrap().key;
    assert_eq!((key.name.as_str(), key.rate_limit, key.status), (NAME, Some(60), Status::Active));
    assert!(open_operations(&world.ports).unwrap().is_empty() && world.spool.is_empty());
    assert_eq!(creates(&world), 1);
}

#[tokio::test]
async fn where_dhmad_does_not_rename_the_name_is_shown_all_the_same() {
    let (world, session) = World::signed_in().await;
    world.sandbox.set_fault(Fault::before("PUT", "/api/developer/api-keys/*", FaultAction::Close).always());
    let made = made(&world, &session).await.unwrap();
    assert_eq!(made.known.name(), NAME);
    assert!(made.known.key.name.contains('~'));
}

#[tokio::test]
async fn nothing_is_sent_that_could_not_be_kept_and_no_bad_name() {
    let (world, session) = World::signed_in().await;
    let refused = create(&world.ports, &world.locks, &session, &wish(" ")).await.err();
    assert_eq!(refused, Some(CreateError::Name(NameError::Empty)));
    world.keychain.leave();
    let refused = made(&world, &session).await.err();
    assert_eq!(refused, Some(CreateError::Preflight(PrepareError::Keychain(KeychainError::Unavailable))));
    world.keychain.come_back();
    let full = FaultAction::json(400, &serde_json::json!({ "error": "E", "message": "M" }));
    world.sandbox.set_fault(Fault::before("POST", CREATE, full).times(1));
    assert_eq!(made(&world, &session).await.err(), Some(CreateError::NoRoom));
    assert!(open_operations(&world.ports).unwrap().is_empty());
}

#[tokio::test]
async fn a_lost_answer_is_looked_for_by_the_tag_and_never_sent_again() {
    let (world, session) = World::signed_in().await;
    world.sandbox.set_fault(Fault::after("POST", CREATE, FaultAction::Close).times(1));
    let Some(CreateError::Unknown(operation)) = made(&world, &session).await.err() else { panic!("unknown") };
    assert_eq!(operation.stage, Stage::Sending);
    let (orphan, outlook) = world.resolve(Some(&session)).await;
    assert_eq!((orphan.stage, outlook), (Stage::Orphan, Outlook::Settled));
    assert_eq!(orphan.issued_id, Some(newest(&world)));
    // It is given a value by regenerating it, and is no orphan any more.
    let prepared =
        miftah_core::rotation::prepare(&world.ports, &world.locks, &session, &newest(&world)).await;
    drop(miftah_core::rotation::execute(&world.ports, &session, prepared.ok().unwrap()).await.ok().unwrap());
    assert!(open_operations(&world.ports).unwrap().is_empty());
    assert_eq!(creates(&world), 1);

    world.sandbox.set_fault(Fault::before("POST", CREATE, FaultAction::Close).times(1));
    assert!(matches!(made(&world, &session).await.err(), Some(CreateError::Unknown(_))));
    let operation = world.open_operation();
    close(&world.ports, &operation).await.unwrap();
    assert!(made(&world, &session).await.is_ok(), "the person may end it and make another");
}

#[tokio::test]
async fn a_keychain_that_fails_after_the_answer_leaves_the_key_sealed_until_the_next_start() {
    let (world, session) = World::signed_in().await;
    // Probe, read and write and read of the wrapping key, then the new key.
    world.keychain.fault(5, KeychainFault::Fails(KeychainError::Denied));
    let made = made(&world, &session).await.unwrap();
    let value = world.sandbox.current_secret(newest(&world).as_str()).unwrap();
    assert_eq!((made.kept, world.clipboard.paste()), (Kept::Sealed, Some(value.clone())));
    drop(made);
    assert_eq!(take_stock(&world.ports).await.unwrap().len(), 1);
    let (operation, _) = world.resolve(Some(&session)).await;
    assert_eq!(operation.stage, Stage::Done);
    assert_eq!(world.keychain.held(&Slot::Current(session.account.clone(), newest(&world))), Some(value));
    let named = world.ports.store.all_keys().unwrap().into_iter().find(|one| one.key.id == newest(&world));
    assert_eq!(named.unwrap().name(), NAME);
}

#[tokio::test]
async fn a_disk_and_a_keychain_that_both_fail_leave_the_only_copy_in_memory() {
    let (world, session) = World::signed_in().await;
    world.spool.fail(Some(miftah_core::ports::SpoolError::Disk));
    // Without room in the spool nothing is sent: the preflight says so.
    assert!(matches!(made(&world, &session).await.err(), Some(CreateError::Preflight(_))));
    world.spool.fail(None);
    world.sandbox.set_fault(Fault::after("POST", CREATE, FaultAction::Hold).times(1));
    let breaking = async {
        world.sandbox.wait_for_requests(CREATE, |seen| seen.iter().any(|one| one.method == "POST")).await;
        world.spool.fail(Some(miftah_core::ports::SpoolError::Disk));
        world.keychain.leave();
        world.sandbox.release_held();
    };
    let (made, ()) = tokio::join!(made(&world, &session), breaking);
    let made = made.unwrap();
    let value = world.sandbox.current_secret(newest(&world).as_str()).unwrap();
    assert_eq!((made.kept, world.clipboard.paste()), (Kept::Nowhere, Some(value.clone())));
    assert!(keep_again(&world.ports, &made).await.is_err());
    world.keychain.come_back();
    world.spool.fail(None);
    keep_again(&world.ports, &made).await.unwrap();
    assert_eq!(world.keychain.held(&Slot::Current(session.account.clone(), newest(&world))), Some(value));
    assert!(open_operations(&world.ports).unwrap().is_empty());
}

#[tokio::test]
async fn without_an_answer_at_all_nothing_is_made() {
    let (world, session) = World::signed_in().await;
    world.sandbox.set_fault(Fault::before("GET", CREATE, FaultAction::Close).always());
    let refused = made(&world, &session).await.err();
    assert_eq!(refused, Some(CreateError::Preflight(PrepareError::Remote(RemoteError::Offline))));
    assert_eq!(creates(&world), 0);
}
