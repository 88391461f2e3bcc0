//! Webhooks: at most two, the secret only from create and regenerate.

use dhmad_sandbox::{Death, LedgerEvent};
use serde_json::{Value, json};

use crate::support::{World, answer, with_json};

fn hook() -> Value {
    json!({"url": "https://shop.olea-market.tn/hook", "events": ["contract.signed"]})
}

#[tokio::test]
async fn whole_life_of_a_webhook() {
    let world = World::demo().await;
    let created = answer(with_json(world.portal("POST", "webhooks"), &hook())).await;
    assert_eq!(created.status, 201);
    let webhook = &created.body["webhook"];
    let (id, first) = (webhook["id"].as_str().unwrap(), webhook["secret"].as_str().unwrap());
    assert!(first.len() == 64 && first.bytes().all(|byte| byte.is_ascii_hexdigit()));
    assert_eq!(webhook["events"], json!(["contract.signed"]));

    let path = format!("webhooks/{id}");
    let shown = answer(world.portal("GET", &path)).await.body["webhook"].clone();
    assert_eq!((&shown["url"], shown.get("secret")), (&hook()["url"], None));
    let off = answer(with_json(world.portal("PUT", &path), &json!({"isActive": false}))).await;
    assert_eq!(off.body["webhook"]["isActive"], false);
    let list = answer(world.portal("GET", "webhooks")).await.body["webhooks"].clone();
    assert_eq!(list, json!([off.body["webhook"]]));
    let again = answer(world.portal("POST", &format!("{path}/regenerate-secret"))).await;
    let second = again.body["webhook"]["secret"].as_str().unwrap();
    assert_ne!(second, first);
    assert_eq!(answer(world.portal("DELETE", &path)).await.status, 200);
    assert_eq!(answer(world.portal("GET", &path)).await.status, 404);

    let killed: Vec<(String, Death)> = world
        .sandbox
        .ledger()
        .into_iter()
        .filter_map(|event| match event {
            LedgerEvent::WebhookSecretKilled { secret, why, .. } => Some((secret, why)),
            _ => None,
        })
        .collect();
    assert_eq!(killed, [(first.to_owned(), Death::Regenerated), (second.to_owned(), Death::Deleted)]);
}

#[tokio::test]
async fn third_webhook_is_refused_with_400() {
    let world = World::demo().await;
    for status in [201, 201, 400] {
        let created = answer(with_json(world.portal("POST", "webhooks"), &hook())).await;
        assert_eq!(created.status, status);
    }
}

#[tokio::test]
async fn unknown_event_and_strange_address_are_refused() {
    let world = World::demo().await;
    for (field, value) in [("events", json!(["made.up"])), ("events", json!([])), ("url", json!("ftp://x"))] {
        let mut body = hook();
        body[field] = value;
        let refused = answer(with_json(world.portal("POST", "webhooks"), &body)).await;
        assert_eq!(refused.status, 400);
        assert!(refused.body["details"].get(field).is_some(), "{refused:?}");
    }
}
