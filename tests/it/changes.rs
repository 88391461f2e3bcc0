//! Renaming a key, switching it off and on, deleting it: what happens at DHMAD, here, and when something breaks.

#![expect(clippy::unwrap_used, reason = "the helpers fail as the tests do")]

use std::time::Duration;

use dhmad_sandbox::{Fault, FaultAction};
use miftah_core::keys::{
    ChangeKeyError, Key, KnownKey, LimitError, NameError, RenameError, Status, delete_key, is_last_active,
    limit_key, look_up, refresh, rename, switch_key,
};
use miftah_core::places::add_place;
use miftah_core::ports::{RemoteError, Slot};
use miftah_core::remarks::{Advice, AdviceError, KeyAdvice, RemarkError, advise, note};
use miftah_core::rotation::safe;
use miftah_core::session::Session;

use crate::world::World;

const LIVE: &str = "Comptabilité";
const SANDBOX: &str = "Sandbox tests";
const ONE: &str = "/api/developer/api-keys/*";

async fn shown(world: &World, session: &Session, name: &str) -> KnownKey {
    look_up(&world.ports, session, &world.id(name)).await.unwrap()
}

async fn switch(world: &World, session: &Session, name: &str, on: bool) -> Result<KnownKey, ChangeKeyError> {
    let shown = shown(world, session, name).await;
    switch_key(&world.ports, &world.locks, session, &shown, on).await
}

fn changes(world: &World) -> usize {
    world.sandbox.requests("/api-keys").iter().filter(|request| request.method != "GET").count()
}

fn refusal(status: u16) -> FaultAction {
    FaultAction::json(status, &serde_json::json!({ "error": "E", "message": "M" }))
}

#[tokio::test]
async fn a_key_gets_another_name_and_no_other_change() {
    let (world, session) = World::signed_in().await;
    let before = shown(&world, &session, LIVE).await;
    let named = rename(&world.ports, &world.locks, &session, &before, "  Accounting ").await.unwrap();
    assert_eq!((named.key.name.as_str(), named.key.status), ("Accounting", before.key.status));
    for bad in ["", "two\nlines", &"x".repeat(4096)] {
        let refused = rename(&world.ports, &world.locks, &session, &named, bad).await;
        assert!(matches!(refused, Err(RenameError::Name(_))), "{bad:?}");
    }
    let key = world.sandbox.current_secret(named.key.id.as_str()).unwrap();
    let refused = rename(&world.ports, &world.locks, &session, &named, &key).await;
    assert_eq!(refused.err(), Some(RenameError::Name(NameError::HoldsAKey)));
    assert_eq!(changes(&world), 1);
}

#[tokio::test]
async fn a_key_is_switched_off_and_on_and_its_time_off_is_known() {
    let (world, session) = World::signed_in().await;
    let off = switch(&world, &session, LIVE, false).await.unwrap();
    assert_eq!((off.key.status, off.off_since), (Status::Inactive, Some(world.clock_now())));
    world.clock.advance(Duration::from_hours(5));
    let listed = refresh(&world.ports, &session).await.unwrap();
    let known = listed.keys.iter().find(|known| known.key.id == off.key.id).unwrap();
    assert_eq!(known.off_since, off.off_since, "the first sight counts");
    let on = switch(&world, &session, LIVE, true).await.unwrap();
    assert_eq!((on.key.status, on.off_since), (Status::Active, None));
    // Asked for what it is already: nothing is sent.
    switch(&world, &session, LIVE, true).await.unwrap();
    assert_eq!(changes(&world), 2);
}

#[tokio::test]
async fn a_key_gets_another_rate_limit_within_bounds() {
    let (world, session) = World::signed_in().await;
    let before = shown(&world, &session, LIVE).await;
    let limit = async |limit: u32| {
        let shown = shown(&world, &session, LIVE).await;
        limit_key(&world.ports, &world.locks, &session, &shown, limit).await.map(|known| known.key.rate_limit)
    };
    for none in [0, 1_000_001] {
        assert_eq!(limit(none).await, Err(LimitError::OutOfBounds));
    }
    assert_eq!(changes(&world), 0);
    assert_eq!(limit(250).await, Ok(Some(250)));
    assert_eq!(shown(&world, &session, LIVE).await.key, Key { rate_limit: Some(250), ..before.key });
    world.sandbox.set_fault(Fault::after("PUT", ONE, FaultAction::Close).times(1));
    assert_eq!(limit(300).await, Ok(Some(300)), "the answer is lost, and the list tells");
    world.sandbox.set_fault(Fault::before("PUT", ONE, FaultAction::Close).times(1));
    assert_eq!(limit(400).await, Err(ChangeKeyError::Unknown(RemoteError::Offline).into()));
    world.sandbox.set_fault(Fault::before("PUT", ONE, refusal(403)).times(1));
    assert_eq!(limit(400).await, Err(ChangeKeyError::NotDone(RemoteError::Forbidden).into()));
    assert_eq!(shown(&world, &session, LIVE).await.key.rate_limit, Some(300));
}

#[tokio::test]
async fn what_is_noted_holds_no_key_and_goes_with_its_key() {
    let (world, session) = World::signed_in().await;
    let known = shown(&world, &session, SANDBOX).await;
    let noted = |text: &str, tags: &[&str]| {
        let tags: Vec<String> = tags.iter().map(|tag| (*tag).to_owned()).collect();
        note(&world.ports, &known, text, &tags)
    };
    let kept =
        noted(" Ask Salma.\u{7}\nThen the till. ", &["shop ", "SHOP", "", "متجر", "two\tparts"]).unwrap();
    assert_eq!(kept.note, "Ask Salma. \nThen the till.");
    assert_eq!(kept.tags, ["shop", "متجر", "two parts"]);
    assert_eq!(noted(&"x".repeat(2_001), &[]), Err(RemarkError::NoteTooLong));
    assert_eq!(noted("", &["x".repeat(31).as_str()]), Err(RemarkError::TagTooLong));
    let many: Vec<String> = (0..13).map(|n| n.to_string()).collect();
    assert_eq!(note(&world.ports, &known, "", &many), Err(RemarkError::TooManyTags));
    let key = world.at_dhmad(SANDBOX);
    assert_eq!(noted(&format!("it is {key}"), &[]), Err(RemarkError::HoldsAKey));
    assert_eq!(world.ports.store.all_remarks().unwrap(), [kept], "what was refused changed nothing");
    let after = |days| KeyAdvice::stale(Advice::After(days));
    assert_eq!(advise(&world.ports, &known, after(4_000)), Err(AdviceError::OutOfBounds));
    advise(&world.ports, &known, after(30)).unwrap();
    noted("only this", &[]).unwrap();
    let remark = world.ports.store.all_remarks().unwrap().remove(0);
    assert_eq!((remark.note.as_str(), remark.advice), ("only this", after(30)), "each keeps the other");
    let off = switch(&world, &session, SANDBOX, false).await.unwrap();
    delete_key(&world.ports, &world.locks, &session, &off).await.unwrap();
    assert_eq!(world.ports.store.all_remarks().unwrap(), []);
}

#[tokio::test]
async fn the_list_decides_where_the_answer_does_not() {
    let (world, session) = World::signed_in().await;
    for (fault, expected) in [
        (Fault::after("PUT", ONE, FaultAction::Close), Ok(Status::Inactive)),
        (Fault::before("PUT", ONE, FaultAction::Close), Err(ChangeKeyError::Unknown(RemoteError::Offline))),
        (Fault::before("PUT", ONE, refusal(403)), Err(ChangeKeyError::NotDone(RemoteError::Forbidden))),
    ] {
        world.sandbox.set_fault(fault.times(1));
        let ended = switch(&world, &session, LIVE, false).await.map(|known| known.key.status);
        assert_eq!(ended, expected);
        switch(&world, &session, LIVE, true).await.unwrap();
    }
}

#[tokio::test]
async fn what_has_changed_since_it_was_shown_is_left_alone() {
    let (world, session) = World::signed_in().await;
    let before = shown(&world, &session, LIVE).await;
    world.sandbox.regenerate_elsewhere(before.key.id.as_str()).unwrap();
    let sent = changes(&world);
    let switched = switch_key(&world.ports, &world.locks, &session, &before, false).await;
    assert_eq!(switched.err(), Some(ChangeKeyError::ChangedMeanwhile));
    let named = rename(&world.ports, &world.locks, &session, &before, "x").await;
    assert_eq!(named.err(), Some(RenameError::Change(ChangeKeyError::ChangedMeanwhile)));
    assert_eq!(changes(&world), sent);
}

#[tokio::test]
async fn a_key_in_a_rotation_is_the_rotations() {
    let (world, session) = World::signed_in().await;
    let started = safe::start(&world.ports, &world.locks, &session, &world.id(LIVE)).await.ok().unwrap();
    let sent = changes(&world);
    assert_eq!(switch(&world, &session, LIVE, false).await.err(), Some(ChangeKeyError::Unfinished));
    let successor = look_up(&world.ports, &session, &started.operation.issued_id.unwrap()).await.unwrap();
    let switched = switch_key(&world.ports, &world.locks, &session, &successor, false).await;
    assert_eq!(switched.err(), Some(ChangeKeyError::Unfinished));
    assert_eq!(changes(&world), sent);
}

#[tokio::test]
async fn only_a_key_that_was_off_long_enough_is_deleted_and_everything_of_it_goes() {
    let (world, session) = World::signed_in().await;
    world.regenerate(&session, LIVE).await.ok().unwrap();
    let id = world.id(LIVE);
    let delete = async || {
        let shown = shown(&world, &session, LIVE).await;
        delete_key(&world.ports, &world.locks, &session, &shown).await
    };
    assert_eq!(delete().await, Err(ChangeKeyError::StillOn));
    let off = switch(&world, &session, LIVE, false).await.unwrap();
    add_place(&world.ports, &off, "Till in Sfax", None, None).unwrap();
    world.clock.advance(Duration::from_hours(7 * 24 - 1));
    assert_eq!(delete().await, Err(ChangeKeyError::TooEarly));
    world.clock.advance(Duration::from_hours(1));
    // No such call, or no such key: the list says which.
    world.sandbox.set_fault(Fault::before("DELETE", ONE, refusal(404)).times(1));
    assert_eq!(delete().await, Err(ChangeKeyError::Unknown(RemoteError::NotFound)));
    assert!(world.sandbox.current_secret(id.as_str()).is_some());
    // Done, and the answer lost: the list says that too.
    world.sandbox.set_fault(Fault::after("DELETE", ONE, FaultAction::Close).times(1));
    assert_eq!(delete().await, Ok(()));
    assert_eq!(world.sandbox.current_secret(id.as_str()), None);
    assert_eq!(world.keychain.held(&Slot::Current(session.account.clone(), id.clone())), None);
    assert!(world.ports.store.all_places().unwrap().is_empty());
    assert!(!world.ports.store.all_keys().unwrap().iter().any(|known| known.key.id == id));
}

#[tokio::test]
async fn the_last_active_key_of_its_environment_is_told_apart() {
    let (world, session) = World::signed_in().await;
    let keys = refresh(&world.ports, &session).await.unwrap().keys;
    let sandbox: Vec<_> = keys
        .iter()
        .filter(|known| known.key.environment == miftah_core::keys::Environment::Sandbox)
        .filter(|known| known.key.status == Status::Active)
        .map(|known| known.key.name.clone())
        .collect();
    assert!(sandbox.len() > 1 && sandbox.iter().any(|name| name == SANDBOX));
    for name in sandbox.iter().filter(|name| *name != SANDBOX) {
        let known = shown(&world, &session, name).await;
        assert!(!is_last_active(&world.ports.store.all_keys().unwrap(), &known), "{name}");
        switch(&world, &session, name, false).await.unwrap();
    }
    let last = shown(&world, &session, SANDBOX).await;
    assert!(is_last_active(&world.ports.store.all_keys().unwrap(), &last));
}
