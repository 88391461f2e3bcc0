//! `/v1/me`: bodies, environments, and the three things it may do to `lastUsedAt`.

use dhmad_sandbox::{MeBehaviour, RefusedUse, SandboxConfig, seed};
use jiff::Timestamp;
use serde_json::json;

use crate::support::{HeldClock, START, World, answer, expected};

#[tokio::test]
async fn missing_key_is_refused_in_the_documented_words() {
    let world = World::demo().await;
    let body =
        json!({"error": "Unauthorized", "message": "Missing API key. Please include X-API-Key header."});
    assert_eq!(answer(world.request("GET", "/api/v1/me")).await, expected(401, body));
}

#[tokio::test]
async fn wrong_inactive_expired_and_deleted_keys_are_told_apart_by_nothing() {
    let world = World::demo().await;
    let deleted = world.secret("Partner portal");
    let delete = world.portal("DELETE", &format!("api-keys/{}", world.id("Partner portal")));
    assert_eq!(answer(delete).await.status, 200);
    let inactive = world.sandbox.ledger().iter().find_map(|event| match event {
        dhmad_sandbox::LedgerEvent::Issued { secret, .. } if secret.starts_with("sk_live_52ce90") => {
            Some(secret.clone())
        }
        _ => None,
    });
    let wrong = format!("sk_live_{}", "0".repeat(64));
    let body = json!({"error": "Unauthorized", "message": "Invalid or expired API key"});
    for secret in [deleted, inactive.unwrap(), wrong, world.secret("Trade fair stand")] {
        assert_eq!(world.me("/api", &secret).await, expected(401, body.clone()), "{secret}");
    }
}

#[tokio::test]
async fn key_on_the_other_environment_is_told_which_kind_to_use() {
    let world = World::demo().await;
    let live = world.me("/sandbox/api", &world.secret("Production shop")).await;
    assert_eq!(live.status, 401);
    assert!(live.body["message"].as_str().unwrap().contains("sk_sandbox_"), "{live:?}");
    let sandbox = world.me("/api", &world.secret("Sandbox tests")).await;
    assert_eq!(sandbox.status, 401);
    assert!(sandbox.body["message"].as_str().unwrap().contains("sk_live_"), "{sandbox:?}");
}

#[tokio::test]
async fn either_header_is_accepted_and_the_answer_has_the_documented_shape() {
    let clock = HeldClock::new();
    let world = World::start(SandboxConfig::demo().with_clock(clock.reader())).await;
    let secret = world.secret("Production shop");
    let by_bearer = world.me("/api", &secret).await;
    let by_header = answer(world.request("GET", "/api/v1/me").header("X-API-Key", &secret)).await;
    assert_eq!(by_bearer, by_header);
    let created = Timestamp::from_second(START - 214 * 86_400).unwrap().to_string();
    let used = Timestamp::from_second(START - 240).unwrap().to_string();
    let body = json!({
        "apiKey": {
            "id": world.id("Production shop"), "name": "Production shop", "keyPrefix": "sk_live_a1b2c3",
            "environment": "live", "isActive": true, "lastUsedAt": used, "expiresAt": null,
            "rateLimit": 100, "metadata": {"appName": "Olea Market"}, "createdAt": created,
        },
        "developer": {
            "id": by_bearer.body["developer"]["id"], "email": seed::EMAIL, "companyName": seed::COMPANY,
        },
    });
    assert_eq!(by_bearer, expected(200, body));
    let id = by_bearer.body["developer"]["id"].as_str().unwrap();
    assert!(id.len() == 24 && id.bytes().all(|byte| byte.is_ascii_hexdigit()));
}

#[tokio::test]
async fn last_used_follows_the_chosen_behaviour() {
    let now = Timestamp::from_second(START).unwrap().to_string();
    let before = Timestamp::from_second(START - 240).unwrap().to_string();
    for (behaviour, returned, kept) in [
        (MeBehaviour::Unmoved, &before, &before),
        (MeBehaviour::Before, &before, &now),
        (MeBehaviour::After, &now, &now),
    ] {
        let config = SandboxConfig::demo().with_me(behaviour).with_clock(HeldClock::new().reader());
        let world = World::start(config).await;
        let me = world.me("/api", &world.secret("Production shop")).await;
        assert_eq!(me.body["apiKey"]["lastUsedAt"], **returned, "{behaviour:?}");
        let list = answer(world.portal("GET", "api-keys")).await;
        assert_eq!(list.body["apiKeys"][0]["lastUsedAt"], **kept, "{behaviour:?}");
    }
}

#[tokio::test]
async fn refused_call_moves_last_used_only_when_asked_to() {
    let config = SandboxConfig::demo().with_clock(HeldClock::new().reader());
    let world = World::start(config).await;
    let last_used =
        async || answer(world.portal("GET", "api-keys")).await.body["apiKeys"][15]["lastUsedAt"].clone();
    let at_start = last_used().await;
    let secret = world.secret("Trade fair stand");
    assert_eq!(world.me("/api", &secret).await.status, 401);
    assert_eq!(last_used().await, at_start);
    world.sandbox.set_refused_use(RefusedUse::Moves);
    assert_eq!(world.me("/api", &secret).await.status, 401);
    assert_eq!(last_used().await, Timestamp::from_second(START).unwrap().to_string());
}

#[tokio::test]
async fn any_other_call_needs_a_user_account() {
    let world = World::demo().await;
    let request = world.request("GET", "/api/v1/escrows").bearer_auth(world.secret("Production shop"));
    let message = "Developer account must be associated with a user account to use this endpoint";
    assert_eq!(answer(request).await, expected(403, json!({"error": "Forbidden", "message": message})));
}
