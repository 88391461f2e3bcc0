//! The demo account covers every kind of key the app must show.

use dhmad_sandbox::SandboxConfig;
use jiff::Timestamp;
use serde_json::Value;

use crate::support::{HeldClock, START, World, answer};

const DAY: i64 = 86_400;

/// A kind of key and how to tell one.
type Kind<'k> = (&'k str, &'k dyn Fn(&Value) -> bool);

async fn demo_keys() -> Vec<Value> {
    let world = World::start(SandboxConfig::demo().with_clock(HeldClock::new().reader())).await;
    answer(world.portal("GET", "api-keys")).await.body["apiKeys"].as_array().unwrap().clone()
}

/// Seconds before now, or `None` for null.
fn ago(key: &Value, field: &str) -> Option<i64> {
    let at: Timestamp = key[field].as_str()?.parse().unwrap();
    Some(START - at.as_second())
}

#[tokio::test]
async fn every_kind_is_there() {
    let keys = demo_keys().await;
    assert!((14..=20).contains(&keys.len()));
    let name = |key: &Value| key["name"].as_str().unwrap().to_owned();
    let kinds: [Kind<'_>; 12] = [
        ("live", &|key| key["environment"] == "live"),
        ("sandbox", &|key| key["environment"] == "sandbox"),
        ("fresh", &|key| ago(key, "createdAt") < Some(DAY)),
        ("used today", &|key| ago(key, "lastUsedAt").is_some_and(|used| used < 12 * 3600)),
        ("unused 61 days", &|key| ago(key, "lastUsedAt") == Some(61 * DAY)),
        ("never used, old", &|key| {
            ago(key, "lastUsedAt").is_none() && ago(key, "createdAt") > Some(14 * DAY)
        }),
        ("never used, new", &|key| {
            ago(key, "lastUsedAt").is_none() && ago(key, "createdAt") < Some(14 * DAY)
        }),
        ("200 days old", &|key| ago(key, "createdAt") == Some(200 * DAY)),
        ("inactive", &|key| key["isActive"] == false),
        ("expiring", &|key| ago(key, "expiresAt").is_some_and(|left| (-7 * DAY..0).contains(&left))),
        ("Arabic", &|key| name(key).chars().any(|char| ('\u{600}'..='\u{6ff}').contains(&char))),
        ("very long", &|key| name(key).chars().count() > 100),
    ];
    for (kind, is_kind) in kinds {
        assert!(keys.iter().any(is_kind), "no key is: {kind}");
    }
    let names: Vec<String> = keys.iter().map(name).collect();
    assert!(
        names.iter().any(|one| names.contains(&format!("{one}s"))),
        "no two names that are almost the same"
    );
}

#[tokio::test]
async fn prefixes_are_those_of_the_design_and_ids_are_unique() {
    let keys = demo_keys().await;
    let prefixes: Vec<&str> = keys.iter().filter_map(|key| key["keyPrefix"].as_str()).collect();
    for shown in [
        "sk_live_a1b2c3",
        "sk_live_7f40de",
        "sk_live_52ce90",
        "sk_live_c09e51",
        "sk_live_5be2a8",
        "sk_sandbox_9d3f07",
        "sk_sandbox_e4a61b",
    ] {
        assert!(prefixes.contains(&shown), "{shown}");
    }
    let mut ids: Vec<&str> = keys.iter().filter_map(|key| key["id"].as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), keys.len());
    assert!(ids.iter().all(|id| id.len() == 24 && id.bytes().all(|byte| byte.is_ascii_hexdigit())));
}

#[tokio::test]
async fn seed_is_the_same_every_time() {
    let (one, other) = (World::demo().await, World::demo().await);
    let secret = one.secret("Production shop");
    assert_eq!(secret, other.secret("Production shop"));
    assert_eq!(secret.len(), "sk_live_".len() + 64);
    assert_eq!(one.me("/api", &secret).await.status, 200);
}
