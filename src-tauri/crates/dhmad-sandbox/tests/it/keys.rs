//! Keys in the portal, and what the ledger says about them.

use dhmad_sandbox::{Death, Environment, LedgerEvent, SandboxConfig};
use serde_json::{Value, json};

use crate::support::{World, answer, expected, with_json};

fn new_key(environment: &str) -> Value {
    json!({"name": "Till", "environment": environment})
}

async fn create(world: &World, environment: &str) -> (String, String) {
    let created = answer(with_json(world.portal("POST", "api-keys"), &new_key(environment))).await;
    assert_eq!(created.status, 201);
    let key = &created.body["apiKey"];
    (key["id"].as_str().unwrap().to_owned(), key["key"].as_str().unwrap().to_owned())
}

/// What happened to secrets, requests left out.
fn secrets(world: &World) -> Vec<LedgerEvent> {
    world.sandbox.ledger().into_iter().filter(|event| !matches!(event, LedgerEvent::Request { .. })).collect()
}

#[tokio::test]
async fn created_key_has_the_documented_format_and_works_at_once() {
    let world = World::start(SandboxConfig::empty()).await;
    for (environment, prefix, mount) in
        [("live", "sk_live_", "/api"), ("sandbox", "sk_sandbox_", "/sandbox/api")]
    {
        let (id, secret) = create(&world, environment).await;
        let hex = secret.strip_prefix(prefix).unwrap();
        assert!(hex.len() == 64 && hex.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')));
        let me = world.me(mount, &secret).await;
        assert_eq!(me.body["apiKey"]["id"], id);
        assert_eq!(me.body["apiKey"]["keyPrefix"], secret.get(..prefix.len() + 6).unwrap());
    }
}

#[tokio::test]
async fn list_never_shows_a_secret() {
    let world = World::demo().await;
    let list = world.portal("GET", "api-keys").send().await.unwrap().text().await.unwrap();
    assert!(list.contains("Production shop"));
    assert!(!list.contains(&world.secret("Production shop")));
    assert!(!list.contains("\"key\""));
}

#[tokio::test]
async fn regenerate_kills_the_old_secret_at_once_and_keeps_all_else() {
    let world = World::demo().await;
    let (id, old) = (world.id("Production shop"), world.secret("Production shop"));
    let before = world.me("/api", &old).await.body["apiKey"].clone();
    let regenerated = answer(world.portal("POST", &format!("api-keys/{id}/regenerate"))).await;
    assert_eq!(regenerated.status, 200);
    let fresh = regenerated.body["apiKey"]["key"].as_str().unwrap();
    assert_eq!(world.me("/api", &old).await.status, 401);
    let after = world.me("/api", fresh).await.body["apiKey"].clone();
    for field in ["id", "name", "createdAt", "lastUsedAt", "metadata", "environment", "isActive"] {
        assert_eq!(after[field], before[field], "{field}");
    }
    assert_ne!(after["keyPrefix"], before["keyPrefix"]);
    assert_eq!(world.secret("Production shop"), fresh);
}

#[tokio::test]
async fn switching_off_is_reversible_and_deleting_is_not() {
    let world = World::demo().await;
    let (id, secret) = (world.id("Checkout v2"), world.secret("Checkout v2"));
    let path = format!("api-keys/{id}");
    for (active, status) in [(false, 401), (true, 200)] {
        let update = answer(with_json(world.portal("PUT", &path), &json!({"isActive": active}))).await;
        assert_eq!((update.status.as_u16(), &update.body["apiKey"]["isActive"]), (200, &json!(active)));
        assert_eq!(world.me("/api", &secret).await.status, status);
    }
    assert_eq!(answer(world.portal("DELETE", &path)).await.status, 200);
    let gone = expected(404, json!({"error": "Not Found", "message": "API key not found"}));
    assert_eq!(answer(world.portal("DELETE", &path)).await, gone);
    assert_eq!(world.me("/api", &secret).await.status, 401);
}

#[tokio::test]
async fn update_changes_only_what_is_named() {
    let world = World::demo().await;
    let path = format!("api-keys/{}", world.id("Partner portal"));
    let change = json!({"name": "Partners", "rateLimit": 20, "metadata": {"owner": "Karim"}, "unknown": 1});
    let updated = answer(with_json(world.portal("PUT", &path), &change)).await.body["apiKey"].clone();
    assert_eq!(updated["name"], "Partners");
    assert_eq!(updated["rateLimit"], 20);
    assert_eq!(updated["metadata"], json!({"owner": "Karim"}));
    assert_eq!(updated["isActive"], true);
    assert_eq!(updated["keyPrefix"], "sk_live_2fa5e7");
}

#[tokio::test]
async fn wrong_fields_are_named_in_details() {
    let world = World::demo().await;
    let body = json!({"name": " ", "rateLimit": 0});
    let refused = answer(with_json(world.portal("POST", "api-keys"), &body)).await;
    assert_eq!(refused.status, 400);
    assert_eq!(refused.body["message"], "Invalid request parameters");
    let fields: Vec<&String> = refused.body["details"].as_object().unwrap().keys().collect();
    assert_eq!(fields, ["environment", "name", "rateLimit"]);
}

#[tokio::test]
async fn ledger_tells_the_whole_life_of_a_secret_and_only_grows() {
    let world = World::start(SandboxConfig::empty()).await;
    let (id, first) = create(&world, "live").await;
    let path = format!("api-keys/{id}");
    let early = world.sandbox.ledger();
    let second =
        answer(world.portal("POST", &format!("{path}/regenerate"))).await.body["apiKey"]["key"].clone();
    let second = second.as_str().unwrap().to_owned();
    answer(with_json(world.portal("PUT", &path), &json!({"isActive": false}))).await;
    answer(with_json(world.portal("PUT", &path), &json!({"isActive": true}))).await;
    answer(world.portal("DELETE", &path)).await;

    let told: Vec<(&str, String, Option<Death>)> = secrets(&world)
        .into_iter()
        .map(|event| match event {
            LedgerEvent::Issued { secret, environment: Environment::Live, .. } => ("issued", secret, None),
            LedgerEvent::Killed { secret, why, .. } => ("killed", secret, Some(why)),
            LedgerEvent::Reactivated { secret, .. } => ("reactivated", secret, None),
            other => panic!("{other:?}"),
        })
        .collect();
    let told_expected = [
        ("issued", first.clone(), None),
        ("killed", first, Some(Death::Regenerated)),
        ("issued", second.clone(), None),
        ("killed", second.clone(), Some(Death::Deactivated)),
        ("reactivated", second.clone(), None),
        ("killed", second, Some(Death::Deleted)),
    ];
    assert_eq!(told, told_expected);
    assert_eq!(world.sandbox.ledger()[..early.len()], early, "what was written stays as it was");
}

#[tokio::test]
async fn ledger_holds_changing_requests_and_me_but_no_list() {
    let world = World::demo().await;
    let id = world.id("Production shop");
    world.me("/api", &world.secret("Production shop")).await;
    answer(world.portal("GET", "api-keys")).await;
    answer(world.portal("POST", &format!("api-keys/{id}/regenerate"))).await;
    let requests: Vec<(String, Option<u16>, Option<String>)> = world
        .sandbox
        .ledger()
        .into_iter()
        .filter_map(|event| match event {
            LedgerEvent::Request { path, status, key_id, .. } => Some((path, status, key_id)),
            _ => None,
        })
        .collect();
    let regenerate = format!("/api/developer/api-keys/{id}/regenerate");
    let calls = [("/api/v1/me".to_owned(), Some(200), Some(id.clone())), (regenerate, Some(200), Some(id))];
    assert_eq!(requests, calls);
    assert_eq!(world.sandbox.requests("api-keys").len(), 2, "the list call is among the requests");
}

#[tokio::test]
async fn colleague_and_real_use_are_simulated() {
    let world = World::demo().await;
    let (id, old) = (world.id("Production shop"), world.secret("Production shop"));
    let at = "2027-01-02T03:04:05Z";
    world.sandbox.use_key(&id, at.parse().unwrap()).unwrap();
    assert_eq!(world.me("/api", &old).await.body["apiKey"]["lastUsedAt"], at);
    let fresh = world.sandbox.regenerate_elsewhere(&id).unwrap();
    assert_eq!(world.me("/api", &old).await.status, 401);
    assert_eq!(world.me("/api", &fresh).await.status, 200);
    assert!(world.sandbox.regenerate_elsewhere("unknown").is_err());
}
