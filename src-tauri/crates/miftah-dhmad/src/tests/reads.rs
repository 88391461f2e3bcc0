//! Calls that read.

use std::time::Duration;

use miftah_core::keys::{ApiKey, Environment};
use miftah_core::ports::{Portal, RemoteError};
use miftah_core::secret::Secret;

use super::server::{Server, TOKEN, Then, html, http, json, key_id, live_key, refusal, token};

const LIST: &str = r#"{"apiKeys":[{"id":"a","environment":"live"},{"name":"no id"}]}"#;

fn limited(seconds: u64) -> RemoteError {
    RemoteError::RateLimited { retry_after: Some(Duration::from_secs(seconds)) }
}

fn page(number: u32, of: u32, ids: &[&str]) -> Then {
    let keys: Vec<String> = ids.iter().map(|id| format!(r#"{{"id":"{id}","environment":"live"}}"#)).collect();
    Then::Say(json(200, &format!(r#"{{"page":{number},"totalPages":{of},"keys":[{}]}}"#, keys.join(","))))
}

async fn list(script: Vec<Then>) -> (Server, Result<Vec<String>, RemoteError>) {
    let server = Server::start(script).await;
    let listed = server.portal().0.list_keys(&token()).await;
    (server, listed.map(|list| list.keys.into_iter().map(|key| key.id.as_str().to_owned()).collect()))
}

#[tokio::test]
async fn a_list_is_read_on_one_kept_connection_until_forgotten() {
    let server = Server::start([Then::Keep(json(200, LIST))]).await;
    let (portal, _) = server.portal();
    for _ in 0..2 {
        let list = portal.list_keys(&token()).await.unwrap();
        assert_eq!((list.keys.len(), list.unreadable), (1, 1));
    }
    assert_eq!(server.connections(), 1);
    portal.forget_connections();
    portal.list_keys(&token()).await.unwrap();
    assert_eq!(server.connections(), 2);
    assert!(server.requests()[0].contains(&format!("authorization: Bearer {TOKEN}")));
}

#[tokio::test]
async fn a_connection_that_carried_a_key_is_not_kept() {
    let me = r#"{"apiKey":{"id":"a","environment":"live"}}"#;
    let server = Server::start([Then::Keep(json(200, me))]).await;
    let (portal, _) = server.portal();
    for _ in 0..3 {
        portal.me(&live_key()).await.unwrap();
    }
    assert_eq!(server.connections(), 3);
}

#[tokio::test]
async fn a_key_goes_to_the_host_of_its_environment() {
    let server = Server::start([Then::Say(refusal(401))]).await;
    let (portal, _) = server.portal();
    let sandbox = ApiKey::parse(&Secret::new(format!("sk_sandbox_{}", "a".repeat(64)))).unwrap();
    assert_eq!(sandbox.environment(), Environment::Sandbox);
    assert_eq!(portal.me(&sandbox).await, Err(RemoteError::Unauthorized));
    assert_eq!(portal.me(&live_key()).await, Err(RemoteError::Unauthorized));
    let requests = server.requests();
    assert!(requests[0].starts_with("GET /sandbox/api/v1/me "), "{}", requests[0]);
    assert!(requests[1].starts_with("GET /api/v1/me "));
}

#[tokio::test]
async fn all_pages_are_read_and_a_loop_ends() {
    let (server, ids) = list(vec![page(1, 3, &["a"]), page(2, 3, &["b", "a"]), page(3, 3, &["c"])]).await;
    assert_eq!(ids.unwrap(), ["a", "b", "c"]);
    assert!(server.requests()[2].starts_with("GET /api/developer/api-keys?page=3 "));

    let (server, ids) = list(vec![page(1, 9, &["a"])]).await;
    assert_eq!((ids.unwrap().len(), server.requests().len()), (1, 2), "the same page again");

    let (_, failed) = list(vec![page(1, 2, &["a"]), Then::Say(refusal(500))]).await;
    assert_eq!(failed, Err(RemoteError::Failed { status: 500 }), "half a list is no list");
}

#[tokio::test]
async fn a_list_without_end_is_cut() {
    let pages: Vec<Then> =
        (1..=120).map(|number| page(number, 1_000_000, &[&format!("k{number}")])).collect();
    let (server, ids) = list(pages).await;
    assert_eq!((ids.unwrap().len(), server.requests().len()), (100, 100));
}

#[tokio::test]
async fn a_list_that_cannot_be_read() {
    use RemoteError::{Failed, NotDhmad, NotOffered, Offline, Timeout, Unauthorized, Unexpected};
    let cut = b"HTTP/1.1 200 X\r\ncontent-length: 99\r\n\r\n[".to_vec();
    for (script, error) in [
        (vec![Then::Say(refusal(401))], Unauthorized),
        (vec![Then::Say(refusal(404))], NotOffered),
        (vec![Then::Say(html(200)), Then::Say(refusal(401))], NotOffered),
        (vec![Then::Say(html(200))], NotDhmad),
        (vec![Then::Say(html(404)), Then::Say(html(404))], NotDhmad),
        (vec![Then::Say(html(404)), Then::Say(refusal(500))], NotDhmad),
        (vec![Then::Say(http(503, "", ""))], Failed { status: 503 }),
        (vec![Then::Say(json(200, r#"{"apiKeys":"none","data":7}"#))], Unexpected),
        (vec![Then::Say(json(200, "{"))], Unexpected),
        (vec![Then::Say(cut.clone())], Offline),
        (vec![Then::Hang(cut)], Timeout),
        (vec![Then::Hang(Vec::new())], Timeout),
    ] {
        let (_, ended) = list(script).await;
        assert_eq!(ended, Err(error));
    }
}

#[tokio::test]
async fn a_list_as_large_as_it_may_be_and_one_byte_more() {
    let entry = r#"{"id":"a","environment":"live"}"#;
    let fitting = format!("[{entry}{}]", " ".repeat((1 << 20) - entry.len() - 2));
    for (body, fits) in [(fitting.clone(), true), (fitting + " ", false)] {
        let server = Server::start([Then::Say(json(200, &body))]).await;
        let (portal, _) = server.portal();
        let portal = portal.with_setup(|setup| {
            setup.large_body = 1 << 20;
            setup.total = Duration::from_secs(10);
        });
        assert_eq!(portal.list_keys(&token()).await.is_ok(), fits);
    }
}

#[tokio::test]
async fn a_read_waits_as_long_as_it_was_told_and_a_change_does_not() {
    let body = r#"{"error":"Too Many Requests","message":"m","retryAfter":90}"#;
    let server = Server::start([Then::Say(json(429, body)), Then::Say(json(200, LIST))]).await;
    let (portal, clock) = server.portal();
    assert_eq!(portal.list_keys(&token()).await, Err(limited(90)));
    clock.advance(Duration::from_secs(30));
    assert_eq!(portal.list_keys(&token()).await, Err(limited(60)));
    assert_eq!(portal.me(&live_key()).await, Err(limited(60)));
    assert_eq!(portal.password_offered().await, Err(limited(60)));
    assert_eq!(server.requests().len(), 1, "no read went out");
    assert!(portal.regenerate(&token(), &key_id()).await.is_ok(), "a click goes out");
    clock.advance(Duration::from_mins(1));
    assert!(portal.list_keys(&token()).await.is_ok());
}

#[tokio::test]
async fn every_form_of_429() {
    let shape = r#"{"error":"e","message":"m"}"#;
    let dated = "date: Mon, 23 Nov 2026 08:00:00 GMT\r\n";
    for (headers, body, wait) in [
        ("", r#"{"error":"e","message":"m","retryAfter":3600}"#, Some(3600)),
        ("retry-after: 5\r\n", r#"{"error":"e","message":"m","retryAfter":7}"#, Some(7)),
        ("retry-after: 5\r\n", shape, Some(5)),
        ("retry-after: 5\r\n", "<html>", Some(5)),
        ("ratelimit-reset: 11\r\n", shape, Some(11)),
        (&format!("{dated}x-ratelimit-reset: 1795420842\r\n"), shape, Some(42)),
        ("retry-after: 86400\r\n", shape, Some(3600)),
        ("retry-after: soon\r\n", shape, None),
        ("", "", None),
    ] {
        let server = Server::start([Then::Say(http(429, headers, body))]).await;
        let expect = RemoteError::RateLimited { retry_after: wait.map(Duration::from_secs) };
        let (portal, _) = server.portal();
        assert_eq!(portal.me(&live_key()).await, Err(expect), "{headers}{body}");
    }
}

#[tokio::test]
async fn whether_a_password_can_be_used() {
    use RemoteError::{Failed, Forbidden, NotDhmad, Unexpected};
    for (script, expect) in [
        (vec![refusal(400)], Ok(true)),
        (vec![refusal(401)], Ok(true)),
        (vec![json(422, r#"{"errors":[]}"#)], Ok(true)),
        (vec![refusal(404)], Ok(false)),
        (vec![refusal(405)], Ok(false)),
        (vec![html(200), refusal(401)], Ok(false)),
        (vec![html(404), refusal(401)], Ok(false)),
        (vec![html(200), html(200)], Err(NotDhmad)),
        (vec![html(401)], Err(NotDhmad)),
        (vec![refusal(403)], Err(Forbidden)),
        (vec![json(200, "{}")], Err(Unexpected)),
        (vec![html(502)], Err(Failed { status: 502 })),
    ] {
        let server = Server::start(script.into_iter().map(Then::Say)).await;
        assert_eq!(server.portal().0.password_offered().await, expect);
        assert!(server.requests()[0].ends_with("\r\n\r\n{}"));
    }
}

#[tokio::test]
async fn a_list_says_whether_it_is_whole_and_when_it_was_given() {
    let dated = http(200, "date: Tue, 24 Nov 2026 15:00:07 GMT\r\ncontent-type: application/json\r\n", LIST);
    let server = Server::start([Then::Say(dated)]).await;
    let whole = server.portal().0.list_keys(&token()).await.unwrap();
    assert_eq!((whole.complete, whole.server_date), (true, "2026-11-24T15:00:07Z".parse().ok()));
    // Page 2 brings nothing new, although there should be more.
    let server = Server::start([page(1, 3, &["a"]), page(2, 3, &["a"])]).await;
    let cut = server.portal().0.list_keys(&token()).await.unwrap();
    assert_eq!((cut.keys.len(), cut.complete), (1, false));
}

#[tokio::test]
async fn a_list_that_hints_at_more_is_not_taken_for_whole() {
    for hint in [
        r#""hasMore":true"#,
        r#""nextPage":2"#,
        r#""total":57"#,
        r#""page":1"#,
        r#""pagination":{"cursor":"x"}"#,
    ] {
        let body = format!(r#"{{"apiKeys":[{{"id":"a","environment":"live"}}],{hint}}}"#);
        let server = Server::start([Then::Say(json(200, &body))]).await;
        let list = server.portal().0.list_keys(&token()).await.unwrap();
        assert_eq!((list.keys.len(), list.complete), (1, false), "{hint}");
    }
}
