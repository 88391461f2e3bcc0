//! The control routes, as the demo and the window tests use them.

use dhmad_sandbox::{Fault, FaultAction, Outcome};
use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::support::{World, answer, expected, with_json};

async fn control(world: &World, method: &str, path: &str, body: &Value) -> Value {
    let answer = answer(with_json(world.request(method, &format!("/__control/{path}")), body)).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
    answer.body
}

#[tokio::test]
async fn ledger_requests_keys_and_secrets_are_read() {
    let world = World::demo().await;
    let id = world.id("Production shop");
    let secret = control(&world, "GET", &format!("current-secret/{id}"), &json!({})).await["secret"].clone();
    assert_eq!(secret, world.secret("Production shop"));
    world.me("/api", secret.as_str().unwrap()).await;
    let ledger = control(&world, "GET", "ledger", &json!({})).await;
    assert_eq!((&ledger[0]["event"], &ledger[0]["secret"]), (&json!("issued"), &secret));
    assert_eq!(ledger[16]["path"], "/api/v1/me");
    let requests = control(&world, "GET", "requests?path=/v1/me", &json!({})).await;
    assert_eq!(requests[0]["outcome"], json!({"answered": 200}));
    assert_eq!(requests[0]["key_id"], id);
    assert_eq!(control(&world, "GET", "requests?path=nowhere", &json!({})).await, json!([]));
    assert_eq!(control(&world, "GET", "keys", &json!({})).await.as_array().unwrap().len(), 16);
    let unknown = world.request("GET", "/__control/current-secret/unknown");
    let body = json!({"error": "Not Found", "message": "API key not found"});
    assert_eq!(answer(unknown).await, expected(404, body));
}

#[tokio::test]
async fn behaviour_is_changed_while_it_runs() {
    let world = World::demo().await;
    let list = async || world.portal("GET", "api-keys").send().await.unwrap().status().as_u16();
    control(&world, "POST", "profile", &json!({"profile": "guided", "answer": "method_not_allowed"})).await;
    assert_eq!(list().await, 405);
    control(&world, "POST", "profile", &json!({"profile": "full"})).await;
    assert_eq!(list().await, 200);
    control(&world, "POST", "rate-limit", &json!({"per_minute": 2})).await;
    assert_eq!(list().await, 429);
    control(&world, "POST", "rate-limit", &json!({"per_minute": 100})).await;
    control(&world, "POST", "latency", &json!({"ms": 60_000})).await;
    let slow = world.portal("GET", "api-keys").timeout(std::time::Duration::from_millis(50)).send().await;
    assert!(slow.unwrap_err().is_timeout());
    control(&world, "POST", "latency", &json!({"ms": 0})).await;
    control(&world, "POST", "expire-tokens", &json!({})).await;
    assert_eq!(list().await, 401);
}

#[tokio::test]
async fn uses_and_colleagues_are_simulated() {
    let world = World::demo().await;
    let id = world.id("Production shop");
    let at = "2027-01-02T03:04:05Z";
    control(&world, "POST", &format!("use/{id}"), &json!({"at": at})).await;
    let me = world.me("/api", &world.secret("Production shop")).await;
    assert_eq!(me.body["apiKey"]["lastUsedAt"], at);
    let fresh = control(&world, "POST", &format!("regenerate/{id}"), &json!({})).await["secret"].clone();
    assert_eq!(fresh, world.secret("Production shop"));
    control(&world, "POST", "me-behaviour", &json!({"me": "after"})).await;
    let me = world.me("/api", fresh.as_str().unwrap()).await;
    assert_ne!(me.body["apiKey"]["lastUsedAt"], at);
    control(&world, "POST", "refused-use", &json!({"refused_use": "moves"})).await;
    let expired = world.id("Trade fair stand");
    world.me("/api", &world.secret("Trade fair stand")).await;
    let keys = control(&world, "GET", "keys", &json!({})).await;
    let key = keys.as_array().unwrap().iter().find(|key| key["id"] == expired).unwrap();
    assert!(key["lastUsedAt"].as_str() > me.body["apiKey"]["createdAt"].as_str());
}

#[tokio::test]
async fn fault_in_json_is_the_fault_of_the_library() {
    let world = World::demo().await;
    let fault = json!({
        "matcher": {"method": "GET", "path": "/api/developer/api-keys"},
        "when": "after_effect",
        "action": {"kind": "respond", "status": 500, "content_type": "application/json", "body": "{}"},
        "times": {"count": 1},
    });
    control(&world, "POST", "fault", &fault).await;
    let same =
        Fault::after("GET", "/api/developer/api-keys", FaultAction::body(500, "application/json", "{}"));
    assert_eq!(world.sandbox.pending_faults(), [same]);
    assert_eq!(answer(world.portal("GET", "api-keys")).await, expected(500, json!({})));
    control(
        &world,
        "POST",
        "fault",
        &json!({
            "matcher": {"method": "*", "path": "*"}, "when": "before_effect",
            "action": {"kind": "close"}, "times": "always",
        }),
    )
    .await;
    assert!(world.portal("GET", "api-keys").send().await.is_err());
    assert_eq!(control(&world, "GET", "faults", &json!({})).await.as_array().unwrap().len(), 1);
    control(&world, "DELETE", "faults", &json!({})).await;
    assert_eq!(answer(world.portal("GET", "api-keys")).await.status, 200);
}

#[tokio::test]
async fn held_answers_are_released() {
    let world = World::demo().await;
    world.sandbox.set_fault(Fault::before("GET", "*/api-keys", FaultAction::Hold));
    let held = tokio::spawn(answer(world.portal("GET", "api-keys")));
    world
        .sandbox
        .wait_for_requests("api-keys", |requests| {
            requests.iter().any(|request| request.outcome == Outcome::Held)
        })
        .await;
    control(&world, "POST", "release", &json!({})).await;
    assert_eq!(held.await.unwrap().status, 200);
}

#[tokio::test]
async fn page_of_a_browser_is_refused() {
    let world = World::demo().await;
    let request = world.request("GET", "/__control/ledger").header("origin", "https://example.com");
    assert_eq!(request.send().await.unwrap().status(), 403);
    let api = world.portal("GET", "api-keys").header("origin", "https://example.com");
    assert_eq!(answer(api).await.status, 200);
}
