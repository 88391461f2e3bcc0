//! Guided mode on documented calls alone, and copying a key again.

use dhmad_sandbox::{Fault, FaultAction, Profile, SandboxConfig};
use miftah_core::guided::{
    CheckKeyError, ForgetError, Question, RenameKeyError, Standing, StandingError, TakeKeyError, Taken,
    accept_key, check_key, forget_key, note_switched, rename_key, take_key,
};
use miftah_core::keys::{CopyKeyError, KeyId, KnownKey, NameError, Scope, Status, copy_again, list_known};
use miftah_core::places::add_place;
use miftah_core::ports::{ClipboardError, KeychainError, Slot};
use miftah_core::remarks::note;
use miftah_core::rotation::Untested;
use miftah_core::settings::{Access, GuidedBecause};

use crate::world::World;

const KEY: &str = "Sandbox tests";

async fn guided() -> World {
    World::new(SandboxConfig::demo().with_profile(Profile::Guided)).await
}

async fn take(world: &World, name: &str) -> KnownKey {
    world.clipboard.copy_elsewhere(&world.at_dhmad(name));
    match take_key(&world.ports, None).await {
        Ok(Taken::Stored { known, untested: None, .. }) => *known,
        Ok(_) => panic!("stored and tested"),
        Err(error) => panic!("{error}"),
    }
}

#[tokio::test]
async fn a_key_from_the_clipboard_is_tested_on_its_own_host_kept_and_cleared() {
    let world = guided().await;
    let known = take(&world, KEY).await;
    assert_eq!((known.name(), &known.key.id), (KEY, &world.id(KEY)));
    assert_eq!(world.clipboard.paste(), None);
    assert_eq!(world.keys_held(), 1);
    let paths: Vec<String> =
        world.sandbox.requests("/v1/me").into_iter().map(|request| request.path).collect();
    assert_eq!(paths, ["/sandbox/api/v1/me"]);
    let listing = list_known(&world.ports, &Access::Guided { because: GuidedBecause::Chosen }).unwrap();
    assert_eq!((listing.keys.len(), listing.scope), (1, Scope::Known));
}

#[tokio::test]
async fn what_is_no_key_a_refused_key_and_an_empty_clipboard_change_nothing() {
    let world = guided().await;
    assert_eq!(
        take_key(&world.ports, None).await.err(),
        Some(TakeKeyError::Clipboard(ClipboardError::Empty))
    );
    world.clipboard.copy_elsewhere("a shopping list");
    assert_eq!(take_key(&world.ports, None).await.err(), Some(TakeKeyError::NotAKey));
    assert_eq!(world.clipboard.paste().as_deref(), Some("a shopping list"));
    let dead = format!("sk_live_{}", "0".repeat(64));
    world.clipboard.copy_elsewhere(&dead);
    assert_eq!(take_key(&world.ports, None).await.err(), Some(TakeKeyError::Refused));
    assert_eq!(world.clipboard.paste(), Some(dead));
    assert_eq!(world.keys_held(), 0);
}

#[tokio::test]
async fn no_keychain_takes_nothing_and_leaves_the_clipboard() {
    let world = guided().await;
    world.keychain.leave();
    world.clipboard.copy_elsewhere(&world.at_dhmad(KEY));
    let refused = take_key(&world.ports, None).await.err();
    assert_eq!(refused, Some(TakeKeyError::Keychain(KeychainError::Unavailable)));
    assert_eq!(world.clipboard.paste(), Some(world.at_dhmad(KEY)));
    assert!(world.sandbox.requests("/v1/me").is_empty());
}

#[tokio::test]
async fn a_key_taken_without_an_answer_is_kept_untested_and_finds_its_id_later() {
    let world = guided().await;
    world
        .sandbox
        .set_fault(Fault::before("GET", "*/v1/me", FaultAction::json(500, &serde_json::json!({}))).times(1));
    world.clipboard.copy_elsewhere(&world.at_dhmad(KEY));
    let Ok(Taken::Stored { known, untested, .. }) = take_key(&world.ports, None).await else {
        panic!("stored")
    };
    assert_eq!(untested, Some(Untested::NoAnswer));
    assert!(!known.tested);
    let named = rename_key(&world.ports, &known.key.id, "Till in Sfax").unwrap();
    add_place(&world.ports, &named, "Till", None, None).unwrap();
    note(&world.ports, &named, "Ask Salma.", &[]).unwrap();
    let Ok(Taken::Stored { untested: None, .. }) = check_key(&world.ports, &named).await else {
        panic!("tested")
    };
    let all = world.ports.store.all_keys().unwrap();
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].name(), &all[0].key.id, all[0].tested), ("Till in Sfax", &world.id(KEY), true));
    assert_eq!(world.keys_held(), 1);
    let (places, remarks) =
        (world.ports.store.all_places().unwrap(), world.ports.store.all_remarks().unwrap());
    assert_eq!((places.len(), &places[0].key), (1, &world.id(KEY)), "what was noted stays with it");
    assert_eq!((remarks.len(), &remarks[0].account), (1, &all[0].account));
}

#[tokio::test]
async fn a_key_is_switched_on_the_portal_and_dhmads_word_counts() {
    let world = guided().await;
    let known = take(&world, KEY).await;
    let id = world.id(KEY);
    let noted = async |active: bool| note_switched(&world.ports, &world.known(KEY), active).await;
    assert_eq!(noted(false).await, Ok(Standing::Accepted), "it was not switched off after all");
    assert_eq!(world.known(KEY).key.status, Status::Active);
    world.sandbox.switch_elsewhere(id.as_str(), false).unwrap();
    assert_eq!(noted(false).await, Ok(Standing::Refused));
    let off = world.known(KEY);
    assert_eq!((off.key.status, off.off_since), (Status::Inactive, Some(world.clock_now())));
    let fault = Fault::before("GET", "*/v1/me", FaultAction::json(500, &serde_json::json!({})));
    world.sandbox.set_fault(fault.times(1));
    assert!(
        matches!(noted(true).await, Err(StandingError::Remote(_))),
        "nothing is concluded from no answer"
    );
    assert_eq!(world.known(KEY), off);
    world.sandbox.switch_elsewhere(id.as_str(), true).unwrap();
    assert_eq!(noted(true).await, Ok(Standing::Accepted));
    assert_eq!((world.known(KEY).key.status, world.known(KEY).off_since), (Status::Active, None));
    // Without the value there is the person's word alone.
    let slot = Slot::Current(known.account.clone(), id);
    world.ports.keychain.delete(&slot).await.unwrap();
    assert_eq!(noted(false).await, Ok(Standing::NotHeld));
    assert_eq!(world.known(KEY).key.status, Status::Inactive);
}

#[tokio::test]
async fn a_key_deleted_on_the_portal_is_forgotten_only_when_dhmad_refuses_it() {
    let world = guided().await;
    let known = take(&world, KEY).await;
    add_place(&world.ports, &known, "Till", None, None).unwrap();
    assert_eq!(forget_key(&world.ports, &known).await, Err(ForgetError::NotYet), "it is on");
    world.sandbox.switch_elsewhere(world.id(KEY).as_str(), false).unwrap();
    note_switched(&world.ports, &known, false).await.unwrap();
    world.sandbox.switch_elsewhere(world.id(KEY).as_str(), true).unwrap();
    let off = world.known(KEY);
    assert_eq!(forget_key(&world.ports, &off).await, Err(ForgetError::StillAccepted));
    assert_eq!(world.keys_held(), 1);
    world.sandbox.switch_elsewhere(world.id(KEY).as_str(), false).unwrap();
    assert_eq!(forget_key(&world.ports, &off).await, Ok(()));
    assert_eq!(world.keys_held(), 0);
    assert!(world.ports.store.all_keys().unwrap().is_empty());
    assert!(world.ports.store.all_places().unwrap().is_empty());
}

#[tokio::test]
async fn a_regenerate_on_the_portal_replaces_the_value_that_is_held() {
    let world = guided().await;
    let known = take(&world, KEY).await;
    let new = world.sandbox.regenerate_elsewhere(world.id(KEY).as_str()).unwrap();
    assert!(matches!(check_key(&world.ports, &known).await.err(), Some(CheckKeyError::Refused)));
    world.clipboard.copy_elsewhere(&new);
    let taken = take_key(&world.ports, Some(&known.key.id)).await;
    assert!(matches!(taken, Ok(Taken::Stored { untested: None, .. })));
    copy_again(&world.ports, &world.known(KEY)).await.unwrap();
    assert_eq!(world.clipboard.paste(), Some(new));
    assert!(world.known(KEY).change.is_some());
}

#[tokio::test]
async fn another_key_than_the_expected_one_is_asked_about_and_overwrites_nothing() {
    let world = guided().await;
    let known = take(&world, KEY).await;
    let held = world.at_dhmad(KEY);
    let other = world.at_dhmad("New colleague training");
    world.clipboard.copy_elsewhere(&other);
    let Ok(Taken::Question(waiting)) = take_key(&world.ports, Some(&known.key.id)).await else {
        panic!("asked")
    };
    assert_eq!(waiting.question, Question::OtherKey);
    assert_eq!(world.clipboard.paste().as_ref(), Some(&other));
    let accepted = accept_key(&world.ports, *waiting).await;
    assert!(matches!(accepted, Ok(Taken::Stored { .. })));
    copy_again(&world.ports, &world.known(KEY)).await.unwrap();
    assert_eq!(world.clipboard.paste(), Some(held));
    copy_again(&world.ports, &world.known("New colleague training")).await.unwrap();
    assert_eq!(world.clipboard.paste(), Some(other));
}

#[tokio::test]
async fn a_copy_of_a_value_that_was_replaced_elsewhere_is_refused() {
    let (world, session) = World::signed_in().await;
    world.regenerate(&session, KEY).await.ok().unwrap();
    world.sandbox.regenerate_elsewhere(world.id(KEY).as_str()).unwrap();
    miftah_core::keys::refresh(&world.ports, &session).await.unwrap();
    world.clipboard.clear_elsewhere();
    let refused = copy_again(&world.ports, &world.known(KEY)).await;
    assert_eq!(refused, Err(CopyKeyError::ReplacedElsewhere));
    assert_eq!(world.clipboard.paste(), None);
    assert_eq!(copy_again(&world.ports, &world.known("Production shop")).await, Err(CopyKeyError::NotHeld));
}

#[tokio::test]
async fn names_are_checked() {
    let world = guided().await;
    let id = take(&world, KEY).await.key.id;
    let rename = |name: &str| rename_key(&world.ports, &id, name).err();
    assert_eq!(rename("  "), Some(RenameKeyError::Name(NameError::Empty)));
    assert_eq!(rename(&"x".repeat(101)), Some(RenameKeyError::Name(NameError::TooLong)));
    assert_eq!(rename("two\nlines"), Some(RenameKeyError::Name(NameError::ControlCharacter)));
    assert_eq!(rename("صندوق صفاقس"), None);
    let stranger = KeyId::parse("nobody").unwrap();
    assert_eq!(rename_key(&world.ports, &stranger, "x").err(), Some(RenameKeyError::NotFound));
}
