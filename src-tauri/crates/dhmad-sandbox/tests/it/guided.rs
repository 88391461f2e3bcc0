//! The guided profile: no inferred call exists, the documented ones do.

use std::collections::BTreeSet;

use dhmad_sandbox::{GuidedAnswer, LedgerEvent, Profile, SandboxConfig};
use serde_json::json;

use crate::support::{World, answer, with_json};

const INFERRED: [(&str, &str); 11] = [
    ("POST", "auth/login"),
    ("GET", "api-keys"),
    ("POST", "api-keys"),
    ("POST", "api-keys/ID/regenerate"),
    ("PUT", "api-keys/ID"),
    ("DELETE", "api-keys/ID"),
    ("GET", "webhooks"),
    ("GET", "webhooks/ID"),
    ("PUT", "webhooks/ID"),
    ("DELETE", "webhooks/ID"),
    ("POST", "webhooks/ID/regenerate-secret"),
];

/// Status and media type of each inferred call, on a key that exists.
async fn answers(world: &World) -> Vec<(u16, String)> {
    let id = world.id("Production shop");
    let mut answers = Vec::new();
    for (method, path) in INFERRED {
        let body = json!({"name": "Till", "environment": "live", "email": "a@b.tn", "password": "x"});
        let request = with_json(world.portal(method, &path.replace("ID", &id)), &body);
        let response = request.send().await.unwrap();
        let media_type =
            response.headers()["content-type"].to_str().unwrap().split(';').next().unwrap().to_owned();
        answers.push((response.status().as_u16(), media_type));
    }
    answers
}

#[tokio::test]
async fn by_default_all_three_answers_occur_and_nothing_is_carried_out() {
    let world = World::start(SandboxConfig::demo().with_profile(Profile::Guided)).await;
    let seeded = world.sandbox.ledger().len();
    let kinds: BTreeSet<(u16, String)> = answers(&world).await.into_iter().collect();
    let three = [(200, "text/html"), (404, "application/json"), (405, "application/json")];
    assert_eq!(kinds, three.map(|(status, media)| (status, media.to_owned())).into());
    let later = world.sandbox.ledger().split_off(seeded);
    assert!(later.iter().all(|event| matches!(event, LedgerEvent::Request { .. })), "{later:?}");
}

#[tokio::test]
async fn one_answer_can_be_chosen_for_all() {
    for (chosen, status, media) in [
        (GuidedAnswer::NotFound, 404, "application/json"),
        (GuidedAnswer::MethodNotAllowed, 405, "application/json"),
        (GuidedAnswer::Html, 200, "text/html"),
    ] {
        let config = SandboxConfig::demo().with_profile(Profile::Guided).with_guided_answer(chosen);
        let world = World::start(config).await;
        for (index, answer) in answers(&world).await.into_iter().enumerate() {
            assert_eq!(answer, (status, media.to_owned()), "{:?}", INFERRED[index]);
        }
    }
}

#[tokio::test]
async fn documented_calls_work_in_guided_and_the_profile_can_change() {
    let world = World::start(SandboxConfig::demo().with_profile(Profile::Guided)).await;
    assert_eq!(world.me("/api", &world.secret("Production shop")).await.status, 200);
    let hook = json!({"url": "https://x.tn", "events": ["escrow.updated"]});
    assert_eq!(answer(with_json(world.portal("POST", "webhooks"), &hook)).await.status, 201);
    world.sandbox.set_profile(Profile::Full);
    assert_eq!(answer(world.portal("GET", "api-keys")).await.status, 200);
}

#[tokio::test]
async fn portal_page_is_there_to_be_opened() {
    let world = World::demo().await;
    let page = world.request("GET", "/dashboard").send().await.unwrap();
    assert_eq!(page.headers()["content-type"], "text/html; charset=utf-8");
    assert!(page.text().await.unwrap().contains("API keys"));
}
