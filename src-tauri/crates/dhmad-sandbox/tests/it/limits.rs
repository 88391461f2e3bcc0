//! The rate limit and the headers every answer carries.

use dhmad_sandbox::SandboxConfig;
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;
use serde_json::json;

use crate::support::{HeldClock, START, World, answer, expected, header};

#[tokio::test]
async fn request_101_of_a_minute_is_refused_until_the_window_slides() {
    let clock = HeldClock::new();
    let world = World::start(SandboxConfig::demo().with_clock(clock.reader())).await;
    let list = || world.portal("GET", "api-keys");
    for sent in 0..100 {
        let response = list().send().await.unwrap();
        assert_eq!(response.status(), 200, "request {sent}");
        assert_eq!(header(&response, "x-ratelimit-remaining"), (99 - sent).to_string());
    }
    clock.advance(20);
    let refused = list().send().await.unwrap();
    assert_eq!(header(&refused, "retry-after"), "40");
    assert_eq!(header(&refused, "x-ratelimit-limit"), "100");
    assert_eq!(header(&refused, "x-ratelimit-remaining"), "0");
    assert_eq!(header(&refused, "x-ratelimit-reset"), (START + 60).to_string());
    let body = json!({"error": "Too Many Requests",
                      "message": "Rate limit exceeded. Please try again later.", "retryAfter": 40});
    assert_eq!(answer(list()).await, expected(429, body));
    clock.advance(40);
    assert_eq!(answer(list()).await.status, 200);
}

#[tokio::test]
async fn both_environments_and_the_portal_share_the_window_and_control_is_outside() {
    let world = World::start(SandboxConfig::demo().with_rate_limit(3)).await;
    world.me("/api", "wrong").await;
    world.me("/sandbox/api", "wrong").await;
    answer(world.portal("GET", "api-keys")).await;
    assert_eq!(answer(world.portal("GET", "api-keys")).await.status, 429);
    for _ in 0..5 {
        assert_eq!(answer(world.request("GET", "/__control/health")).await.status, 200);
    }
    world.sandbox.set_rate_limit(4);
    assert_eq!(answer(world.portal("GET", "api-keys")).await.status, 200);
}

#[tokio::test]
async fn every_answer_carries_limit_headers_and_the_date_of_the_clock() {
    let clock = HeldClock::new();
    let world = World::start(SandboxConfig::demo().with_clock(clock.reader())).await;
    for (method, path, status) in [
        ("GET", "/api/v1/me", 401),
        ("GET", "/api/developer/api-keys", 401),
        ("GET", "/api/nowhere", 404),
        ("PATCH", "/api/developer/api-keys", 405),
        ("GET", "/sandbox/api/developer/api-keys", 404),
    ] {
        let response = world.request(method, path).send().await.unwrap();
        assert_eq!(response.status(), status, "{method} {path}");
        for name in ["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"] {
            assert!(header(&response, name).parse::<i64>().is_ok(), "{name} on {path}");
        }
        let date = DateTimeParser::new().parse_timestamp(header(&response, "date")).unwrap();
        assert_eq!(date, Timestamp::from_second(START).unwrap(), "{path}");
    }
}
