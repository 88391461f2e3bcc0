//! Why a key does not work: each cause, from a text on the clipboard or a key of the list.

#![expect(clippy::unwrap_used, reason = "the helpers fail as the tests do")]

use std::time::Duration;

use dhmad_sandbox::{Fault, FaultAction, Profile, SandboxConfig};
use miftah_core::diagnosis::{
    Cause, DiagnoseError, Diagnosis, Extra, Flaw, Provider, Source, copy_mended, diagnose,
};
use miftah_core::guided::take_key;
use miftah_core::keys::{Environment, look_up, switch_key};
use miftah_core::ports::{ClipboardError, RemoteError};
use miftah_core::session::Session;

use crate::world::World;

const KEY: &str = "Comptabilité";

async fn clipboard(world: &World, session: Option<&Session>, text: &str) -> Diagnosis {
    world.clipboard.copy_elsewhere(text);
    let found = diagnose(&world.ports, session, &Source::Clipboard).await.unwrap();
    assert_eq!(world.clipboard.paste().as_deref(), Some(text), "it stays where it is");
    found
}

fn refusal(status: u16) -> FaultAction {
    FaultAction::json(status, &serde_json::json!({ "error": "E", "message": "M" }))
}

#[tokio::test]
async fn a_text_that_is_no_whole_key_is_not_sent_anywhere() {
    let (world, session) = World::signed_in().await;
    let key = world.at_dhmad(KEY);
    let before = world.sandbox.requests("").len();
    for (text, flaw) in [
        ("a shopping list".to_owned(), Flaw::NotAKey),
        (key.split_at(40).0.to_owned(), Flaw::Length { characters: 32 }),
        ("sk_live_51HqLyjWDarjtT1zdp7dcXYZxyzQWERTY".into(), Flaw::Foreign(Provider::Stripe)),
    ] {
        let found = clipboard(&world, Some(&session), &text).await;
        assert_eq!((found.cause, found.asked, found.prefix), (Cause::Flawed(flaw), false, None), "{text}");
    }
    assert_eq!(world.sandbox.requests("").len(), before);
    world.clipboard.clear_elsewhere();
    let empty = diagnose(&world.ports, Some(&session), &Source::Clipboard).await;
    assert_eq!(empty, Err(DiagnoseError::Clipboard(ClipboardError::Empty)));
}

#[tokio::test]
async fn a_key_that_works_is_found_and_what_was_copied_along_is_taken_away() {
    let (world, session) = World::signed_in().await;
    let key = world.at_dhmad(KEY);
    let found = clipboard(&world, Some(&session), &format!("DHMAD_API_KEY=\"{key}\"\n")).await;
    assert_eq!(found.cause, Cause::Works);
    assert_eq!(found.extras, [Extra::LineBreaks, Extra::Quotes, Extra::VariableName]);
    assert_eq!(found.known.map(|known| known.key.id), Some(world.id(KEY)));
    copy_mended(&world.ports).await.unwrap();
    assert_eq!(world.clipboard.paste(), Some(key));
    let sandbox = world.at_dhmad("Sandbox tests");
    let found = clipboard(&world, None, &sandbox).await;
    assert_eq!((found.cause, found.environment()), (Cause::Works, Some(Environment::Sandbox)));
}

#[tokio::test]
async fn each_reason_of_a_refusal_is_told_apart() {
    let (world, session) = World::signed_in().await;
    let old = world.at_dhmad(KEY);
    world.regenerate(&session, KEY).await.ok().unwrap();
    let found = clipboard(&world, Some(&session), &old).await;
    assert!(matches!(found.cause, Cause::Regenerated { at: Some(_) }), "{:?}", found.cause);
    assert_eq!(found.known.map(|known| known.key.id), Some(world.id(KEY)));

    let shown = look_up(&world.ports, &session, &world.id(KEY)).await.unwrap();
    switch_key(&world.ports, &world.locks, &session, &shown, false).await.unwrap();
    let held = diagnose(&world.ports, Some(&session), &Source::Key(world.id(KEY))).await.unwrap();
    assert_eq!(held.cause, Cause::SwitchedOff);

    let stranger = format!("sk_live_{}", "5e0b".repeat(16));
    assert_eq!(clipboard(&world, Some(&session), &stranger).await.cause, Cause::NotListed);
    assert_eq!(clipboard(&world, None, &stranger).await.cause, Cause::Refused);

    let expired = world.at_dhmad("Trade fair stand");
    let found = clipboard(&world, Some(&session), &expired).await;
    assert!(matches!(found.cause, Cause::Expired { .. }), "{:?}", found.cause);

    world.sandbox.set_fault(Fault::before("GET", "*/v1/me", refusal(401)).times(1));
    let listed = world.at_dhmad("Production shop");
    assert_eq!(clipboard(&world, Some(&session), &listed).await.cause, Cause::NotYet);
    let missing = diagnose(&world.ports, Some(&session), &Source::Key(world.id("Production shop"))).await;
    assert_eq!(missing, Err(DiagnoseError::NotHeld));
}

#[tokio::test]
async fn what_is_not_the_keys_fault_is_told_as_that() {
    let (world, session) = World::signed_in().await;
    let key = world.at_dhmad(KEY);
    for (action, cause) in [
        (refusal(403), Cause::NotAssociated),
        (
            FaultAction::json(503, &serde_json::json!({})),
            Cause::NoAnswer(RemoteError::Failed { status: 503 }),
        ),
        (FaultAction::captive_portal(), Cause::NoAnswer(RemoteError::NotDhmad)),
        (FaultAction::Close, Cause::NoAnswer(RemoteError::Offline)),
    ] {
        world.sandbox.set_fault(Fault::before("GET", "*/v1/me", action).times(1));
        assert_eq!(clipboard(&world, Some(&session), &key).await.cause, cause);
    }
    let limited = FaultAction::TooManyRequests { retry_after: 7 };
    world.sandbox.set_fault(Fault::before("GET", "*/v1/me", limited).times(1));
    let wait = Some(Duration::from_secs(7));
    let cause = Cause::NoAnswer(RemoteError::RateLimited { retry_after: wait });
    assert_eq!(clipboard(&world, Some(&session), &key).await.cause, cause);
}

#[tokio::test]
async fn without_a_list_an_old_value_is_known_by_what_is_held() {
    let world = World::new(SandboxConfig::demo().with_profile(Profile::Guided)).await;
    world.clipboard.copy_elsewhere(&world.at_dhmad(KEY));
    take_key(&world.ports, None).await.ok().unwrap();
    let held = diagnose(&world.ports, None, &Source::Key(world.id(KEY))).await.unwrap();
    assert_eq!(held.cause, Cause::Works);
    world.sandbox.regenerate_elsewhere(world.id(KEY).as_str()).unwrap();
    let held = diagnose(&world.ports, None, &Source::Key(world.id(KEY))).await.unwrap();
    assert_eq!(held.cause, Cause::Refused, "nobody can say why without the list");
}
