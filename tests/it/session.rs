//! Signing in and out, and taking a session up again.

use dhmad_sandbox::{Profile, SandboxConfig, seed};
use miftah_core::keys::{Scope, list_known};
use miftah_core::ports::{KeychainError, RemoteError, Slot};
use miftah_core::secret::Secret;
use miftah_core::session::{
    Entered, Resumed, SignInError, StoredKeys, TokenError, check_token, resume, sign_in, sign_in_with_token,
    sign_out,
};
use miftah_core::settings::{Access, GuidedBecause};
use miftah_tests::fakes::keychain::Person;

use crate::world::{World, token};

#[tokio::test]
async fn a_password_opens_the_developers_account_and_is_not_kept() {
    let world = World::new(SandboxConfig::demo()).await;
    let entered = sign_in(&world.ports, seed::EMAIL, Secret::new(seed::PASSWORD.into())).await;
    let Ok(Entered::Full(session)) = entered else { panic!("signed in") };
    let account = world.ports.store.accounts().unwrap().remove(0);
    assert_eq!((account.company.as_deref(), account.id), (Some(seed::COMPANY), session.account.clone()));
    let kept = world.keychain.held(&Slot::Session(session.account.clone())).unwrap();
    assert_eq!(kept, session.token.expose());
    assert_ne!(kept, seed::PASSWORD);
}

#[tokio::test]
async fn a_wrong_password_and_a_dead_token_are_told_apart() {
    let world = World::new(SandboxConfig::demo()).await;
    let wrong = sign_in(&world.ports, seed::EMAIL, Secret::new("wrong".into())).await.err();
    assert_eq!(wrong, Some(SignInError::WrongCredentials));
    world.sandbox.expire_tokens().unwrap();
    let dead = sign_in_with_token(&world.ports, token()).await.err();
    assert_eq!(dead, Some(SignInError::TokenRefused));
    assert_eq!(world.keychain.held_count(), 0);
}

#[tokio::test]
async fn an_account_whose_api_has_no_list_goes_on_in_guided_mode() {
    let world = World::new(SandboxConfig::demo().with_profile(Profile::Guided)).await;
    assert!(matches!(sign_in_with_token(&world.ports, token()).await, Ok(Entered::Guided)));
    let access = world.ports.store.settings().unwrap().access;
    assert_eq!(access, Access::Guided { because: GuidedBecause::NotOffered });
}

#[tokio::test]
async fn a_token_alone_finds_the_account_that_knows_its_keys() {
    let (world, first) = World::signed_in().await;
    sign_out(&world.ports, StoredKeys::Keep).await.unwrap();
    let Ok(Entered::Full(second)) = sign_in_with_token(&world.ports, token()).await else {
        panic!("signed in")
    };
    assert_eq!(first.account, second.account);
    assert_eq!(world.ports.store.accounts().unwrap().len(), 1);
}

#[tokio::test]
async fn signing_out_drops_the_token_and_keeps_the_keys_unless_told_otherwise() {
    let (world, session) = World::signed_in().await;
    world.regenerate(&session, "Sandbox tests").await.ok().unwrap();
    sign_out(&world.ports, StoredKeys::Keep).await.unwrap();
    assert_eq!(world.keychain.held(&Slot::Session(session.account.clone())), None);
    assert_eq!(world.kept(&session, "Sandbox tests"), Some(world.at_dhmad("Sandbox tests")));
    let Ok(Entered::Full(session)) = sign_in_with_token(&world.ports, token()).await else {
        panic!("signed in")
    };
    sign_out(&world.ports, StoredKeys::Remove).await.unwrap();
    assert_eq!(world.kept(&session, "Sandbox tests"), None);
    assert_eq!(world.known("Sandbox tests").held, None);
    assert_eq!(world.keys_held(), 0);
}

#[tokio::test]
async fn a_locked_keychain_keeps_the_sign_out_from_half_happening() {
    let (world, session) = World::signed_in().await;
    world.keychain.lock(Person::IsAway);
    assert!(sign_out(&world.ports, StoredKeys::Keep).await.is_err());
    assert_eq!(world.ports.store.settings().unwrap().access, Access::Full(session.account));
}

#[tokio::test]
async fn a_start_takes_the_session_up_or_waits_for_the_keychain() {
    let (world, session) = World::signed_in().await;
    let Ok(Resumed::Full(again)) = resume(&world.ports).await else { panic!("the token is kept") };
    assert!(again.token.same_as(&session.token));
    world.keychain.lock(Person::IsAway);
    assert!(matches!(resume(&world.ports).await, Ok(Resumed::Waiting(_, KeychainError::Locked))));
    let listing = list_known(&world.ports, &Access::Full(session.account)).unwrap();
    assert_eq!((listing.keys.len(), listing.scope), (16, Scope::All));
}

#[tokio::test]
async fn no_network_is_said_as_such() {
    let world = World::new(SandboxConfig::demo()).await;
    let World { sandbox, ports, .. } = world;
    sandbox.shutdown().await;
    let offline = sign_in_with_token(&ports, token()).await.err();
    assert_eq!(offline, Some(SignInError::Remote(RemoteError::Offline)));
}

#[test]
fn a_developer_token_is_one_line_of_visible_ascii() {
    let check = |text: &str| check_token(&Secret::new(text.into())).map(|token| token.expose().to_owned());
    assert_eq!(check(" dvt_0123456789ab\n").as_deref(), Ok("dvt_0123456789ab"));
    assert_eq!(check(&format!("sk_live_{}", "a".repeat(64))), Err(TokenError::AnApiKey));
    for text in [
        "",
        "short",
        "two lines of\ntext here",
        "with a space in it",
        &"x".repeat(4097),
        "clé-développeur-0123",
    ] {
        assert_eq!(check(text), Err(TokenError::NotAToken), "{text}");
    }
}
