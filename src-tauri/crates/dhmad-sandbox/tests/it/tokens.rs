//! Signing in, and how a developer token ends.

use dhmad_sandbox::{SandboxConfig, seed};
use jiff::SignedDuration;
use serde_json::json;

use crate::support::{Answer, HeldClock, World, answer, expected, with_json};

async fn login(world: &World, password: &str) -> Answer {
    let body = json!({"email": seed::EMAIL, "password": password});
    answer(with_json(world.request("POST", "/api/developer/auth/login"), &body)).await
}

#[tokio::test]
async fn empty_object_is_answered_by_json_400() {
    let world = World::demo().await;
    let body = json!({"error": "Bad Request", "message": "Invalid request parameters",
                      "details": {"email": "is required", "password": "is required"}});
    let request = with_json(world.request("POST", "/api/developer/auth/login"), &json!({}));
    assert_eq!(answer(request).await, expected(400, body));
}

#[tokio::test]
async fn wrong_password_is_refused_and_the_right_one_gives_a_token_that_works() {
    let world = World::demo().await;
    let refusal = json!({"error": "Unauthorized", "message": "Invalid email or password"});
    assert_eq!(login(&world, "wrong").await, expected(401, refusal));
    let signed_in = login(&world, seed::PASSWORD).await;
    assert_eq!(signed_in.body["developer"]["companyName"], "Olea Market");
    assert_eq!(signed_in.body["developer"]["email"], seed::EMAIL);
    let token = signed_in.body["token"].as_str().unwrap();
    let list = world.request("GET", "/api/developer/api-keys").bearer_auth(token);
    assert_eq!(answer(list).await.body["apiKeys"].as_array().unwrap().len(), 16);
}

#[tokio::test]
async fn portal_refuses_no_token_a_wrong_one_and_an_api_key() {
    let world = World::demo().await;
    let refusal = json!({"error": "Unauthorized", "message": "Invalid or expired token"});
    let list = || world.request("GET", "/api/developer/api-keys");
    assert_eq!(answer(list()).await, expected(401, refusal.clone()));
    for credential in ["wrong".to_owned(), world.secret("Production shop")] {
        assert_eq!(answer(list().bearer_auth(credential)).await, expected(401, refusal.clone()));
    }
}

#[tokio::test]
async fn token_ends_with_its_lifetime() {
    let clock = HeldClock::new();
    let lifetime = SignedDuration::from_mins(15);
    let config = SandboxConfig::demo().with_clock(clock.reader()).with_token_lifetime(lifetime);
    let world = World::start(config).await;
    let token = login(&world, seed::PASSWORD).await.body["token"].as_str().unwrap().to_owned();
    let list = || world.request("GET", "/api/developer/api-keys").bearer_auth(&token);
    clock.advance(15 * 60 - 1);
    assert_eq!(answer(list()).await.status, 200);
    clock.advance(1);
    assert_eq!(answer(list()).await.status, 401);
}

#[tokio::test]
async fn tokens_end_on_demand_and_a_new_sign_in_helps() {
    let world = World::demo().await;
    assert_eq!(answer(world.portal("GET", "api-keys")).await.status, 200);
    world.sandbox.expire_tokens().unwrap();
    assert_eq!(answer(world.portal("GET", "api-keys")).await.status, 401);
    let token = login(&world, seed::PASSWORD).await.body["token"].as_str().unwrap().to_owned();
    let list = world.request("GET", "/api/developer/api-keys").bearer_auth(token);
    assert_eq!(answer(list).await.status, 200);
}

#[test]
fn seeded_token_is_one_line_of_48_visible_characters_and_no_key() {
    assert_eq!(seed::DEVELOPER_TOKEN.len(), 48);
    assert!(seed::DEVELOPER_TOKEN.bytes().all(|byte| byte.is_ascii_graphic()));
    assert!(!seed::DEVELOPER_TOKEN.starts_with("sk_"));
}
