//! Calls that change something or carry a key: sent once, and how each end is told.

use miftah_core::Timings;
use miftah_core::keys::Environment;
use miftah_core::ports::{NewKey, Portal, RemoteError, SendError};
use miftah_core::secret::{RawAnswer, Secret};

use super::server::{Server, TOKEN, Then, html, http, json, key_id, live_key, refusal, token};
use crate::{DhmadPortal, Hosts};

async fn regenerate(script: impl IntoIterator<Item = Then>) -> (Server, Result<RawAnswer, SendError>) {
    let server = Server::start(script).await;
    let (portal, _) = server.portal();
    let ended = portal.regenerate(&token(), &key_id()).await;
    (server, ended)
}

/// The calls that change something.
#[derive(Debug, Clone, Copy)]
enum Changing {
    Regenerate,
    Create,
    SwitchOff,
    Rename,
    Delete,
}

const CHANGING: [Changing; 5] =
    [Changing::Regenerate, Changing::Create, Changing::SwitchOff, Changing::Rename, Changing::Delete];

fn successor() -> NewKey {
    NewKey { name: "Till \"1\" ~A2B3C4".into(), environment: Environment::Live, rate_limit: Some(100) }
}

async fn change(call: Changing, script: impl IntoIterator<Item = Then>) -> (Server, Result<(), SendError>) {
    let server = Server::start(script).await;
    let (portal, _) = server.portal();
    let (token, id) = (token(), key_id());
    let ended = match call {
        Changing::Regenerate => portal.regenerate(&token, &id).await.map(drop),
        Changing::Create => portal.create_key(&token, &successor()).await.map(drop),
        Changing::SwitchOff => portal.set_active(&token, &id, false).await,
        Changing::Rename => portal.rename_key(&token, &id, "Till").await,
        Changing::Delete => portal.delete_key(&token, &id).await,
    };
    (server, ended)
}

async fn check(script: Vec<Then>, expect: SendError) {
    let (_, ended) = regenerate(script).await;
    assert_eq!(ended.err(), Some(expect));
}

fn issued() -> String {
    format!(r#"{{"message":"m","apiKey":{{"id":"k1","key":"sk_live_{}"}}}}"#, "a".repeat(64))
}

#[tokio::test]
async fn a_request_is_sent_once_whatever_becomes_of_it() {
    use RemoteError::{Failed, Offline, Timeout, Unexpected};
    let ends = [
        (Then::Reset(Vec::new()), Offline),
        (Then::Say(Vec::new()), Offline),
        (Then::Say(b"HTTP/1.1 20".to_vec()), Offline),
        (Then::Say(b"SSH-2.0-x\r\n\r\n".to_vec()), Unexpected),
        (Then::Hang(Vec::new()), Timeout),
        (Then::Trickle(http(200, "", "{}")), Timeout),
        (Then::Say(refusal(500)), Failed { status: 500 }),
        (Then::Say(refusal(503)), Failed { status: 503 }),
        (Then::Say(http(307, "location: /again\r\n", "")), Unexpected),
        (Then::Say(json(401, r#"{"message":"m"}"#)), RemoteError::Unauthorized),
    ];
    for (call, (then, error)) in CHANGING.into_iter().flat_map(|call| ends.clone().map(|end| (call, end))) {
        let (server, ended) = change(call, [then]).await;
        assert_eq!(ended.err(), Some(SendError::Unknown(error)), "{call:?}");
        assert_eq!((server.connections(), server.requests().len()), (1, 1), "{call:?} {error}");
    }
}

#[tokio::test]
async fn interim_answers_are_passed_over() {
    let mut bytes = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n".to_vec();
    bytes.extend(json(200, &issued()));
    for call in CHANGING {
        let (server, ended) = change(call, [Then::Say(bytes.clone())]).await;
        assert_eq!((ended, server.requests().len()), (Ok(()), 1), "{call:?}");
    }
}

#[tokio::test]
async fn a_change_is_done_when_a_whole_answer_says_so() {
    let unknown = Err(SendError::Unknown(RemoteError::Unexpected));
    for (then, expected) in [
        (Then::Say(http(204, "", "")), Ok(())),
        (Then::Say(json(200, r#"{"message":"m"}"#)), Ok(())),
        (Then::Say(json(200, r#"{"error":"E","message":"M"}"#)), unknown),
        (Then::Say(json(200, "[]")), unknown),
    ] {
        for call in [Changing::SwitchOff, Changing::Rename, Changing::Delete] {
            assert_eq!(change(call, [then.clone()]).await.1, expected, "{call:?}");
        }
    }
    for call in [Changing::SwitchOff, Changing::Delete] {
        let cut = change(call, [Then::Hang(json(200, r#"{"message":"m"}"#)[..60].to_vec())]).await.1;
        assert!(matches!(cut, Err(SendError::Unknown(_))), "{call:?} {cut:?}");
    }
}

#[tokio::test]
async fn what_a_change_says() {
    for (call, line, body) in [
        (
            Changing::Create,
            "POST /api/developer/api-keys HTTP/1.1",
            r#"{"environment":"live","name":"Till \"1\" ~A2B3C4","rateLimit":100}"#,
        ),
        (Changing::SwitchOff, "PUT /api/developer/api-keys/k1 HTTP/1.1", r#"{"isActive":false}"#),
        (Changing::Rename, "PUT /api/developer/api-keys/k1 HTTP/1.1", r#"{"name":"Till"}"#),
        (Changing::Delete, "DELETE /api/developer/api-keys/k1 HTTP/1.1", ""),
    ] {
        let (server, _) = change(call, [Then::Say(json(200, &issued()))]).await;
        let request = server.requests().remove(0);
        assert!(request.starts_with(line), "{request}");
        assert!(request.ends_with(&format!("\r\n\r\n{body}")), "{request}");
    }
}

#[tokio::test]
async fn a_key_that_is_not_there_is_refused_as_such() {
    for call in [Changing::Regenerate, Changing::SwitchOff, Changing::Delete] {
        let ended = change(call, [Then::Say(refusal(404))]).await.1;
        assert_eq!(ended, Err(SendError::Refused(RemoteError::NotFound)), "{call:?}");
    }
}

#[tokio::test]
async fn what_goes_out() {
    let (server, _) = regenerate([Then::Say(json(200, &issued()))]).await;
    let request = server.requests().remove(0);
    let (line, rest) = request.split_once("\r\n").unwrap();
    assert_eq!(line, "POST /api/developer/api-keys/k1/regenerate HTTP/1.1");
    let mut headers: Vec<&str> = rest.trim_end().lines().collect();
    headers.retain(|header| !header.starts_with("host: ") && !header.starts_with("user-agent: Miftah/"));
    headers.sort_unstable();
    let bearer = format!("authorization: Bearer {TOKEN}");
    assert_eq!(headers, ["accept: application/json", bearer.as_str(), "content-length: 0"]);
}

#[tokio::test]
async fn nothing_was_sent_without_a_connection() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let server = Server::start([Then::Say(Vec::new())]).await;
    let (_, clock) = server.portal();
    for base in [format!("http://{address}"), format!("https://{address}")] {
        let portal = DhmadPortal::new(Hosts::from_base(&base).unwrap(), clock.clone(), &Timings::product());
        let ended = portal.regenerate(&token(), &key_id()).await;
        assert_eq!(ended.err(), Some(SendError::NotSent(RemoteError::Offline)), "{base}");
    }
    let (portal, _) = server.portal();
    let ended = portal.regenerate(&Secret::new("not\na token".into()), &key_id()).await;
    assert_eq!(ended.err(), Some(SendError::NotSent(RemoteError::Unauthorized)));
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn nothing_was_sent_where_tls_fails() {
    let server = Server::start([Then::Say(http(400, "", "plain HTTP"))]).await;
    let (_, clock) = server.portal();
    // A scripted server never sees a whole request here: the handshake has no empty line.
    let base = server.base.replace("http://", "https://");
    let portal = DhmadPortal::new(Hosts::from_base(&base).unwrap(), clock, &Timings::product())
        .with_setup(|setup| setup.connect = std::time::Duration::from_millis(200));
    let ended = portal.regenerate(&token(), &key_id()).await;
    assert_eq!(ended.err(), Some(SendError::NotSent(RemoteError::Timeout)));
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn a_2xx_answer_comes_back_however_it_ended() {
    let whole = issued();
    let cut = |keep: usize| {
        let mut bytes = json(200, &whole);
        bytes.truncate(bytes.len() - whole.len() + keep);
        bytes
    };
    let chunked =
        format!("HTTP/1.1 200 X\r\ntransfer-encoding: chunked\r\n\r\n{:x}\r\n{whole}\r\n", whole.len());
    let page = format!("<html>sk_live_{}", "a".repeat(64));
    for (then, complete, readable) in [
        (Then::Say(json(200, &whole)), true, true),
        (Then::Say(json(201, &whole)), true, true),
        (Then::Say(cut(whole.len() - 1)), false, true),
        (Then::Reset(cut(whole.len() - 1)), false, true),
        (Then::Hang(cut(whole.len() - 1)), false, true),
        (Then::Say(cut(60)), false, false),
        (Then::Say(cut(0)), false, false),
        (Then::Say(chunked.into_bytes()), false, true),
        (Then::Say(http(200, "", "")), true, false),
        (Then::Say(http(204, "", "")), true, false),
        (Then::Say(http(200, "", &page)), true, false),
    ] {
        let (server, ended) = regenerate([then]).await;
        let answer = ended.expect("an answer");
        assert_eq!(answer.complete, complete);
        let read = server.portal().0.read_issued(&answer, Environment::Live);
        assert_eq!(read.is_ok(), readable, "{}", String::from_utf8_lossy(answer.expose()));
        assert_eq!(server.requests().len(), 1);
    }
}

#[tokio::test]
async fn a_body_without_end_or_with_a_false_length_is_cut_at_the_cap() {
    let endless = "HTTP/1.1 200 X\r\ntransfer-encoding: chunked\r\n\r\n40000000\r\n";
    let declared = "HTTP/1.1 200 X\r\ncontent-length: 1073741824\r\n\r\n";
    let unframed = "HTTP/1.1 200 X\r\n\r\n";
    for head in [endless, declared, unframed] {
        let (server, ended) = regenerate([Then::Flood(head.into())]).await;
        let answer = ended.expect("an answer");
        assert_eq!((answer.complete, answer.expose().len()), (false, 64 << 10));
        assert!(server.flooded() < 64 << 20, "{} bytes went out", server.flooded());
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed_and_takes_no_credential_along() {
    let elsewhere = Server::start([Then::Say(json(200, &issued()))]).await;
    for status in [301, 302, 303, 307, 308] {
        let location = format!("location: {}/api/steal\r\n", elsewhere.base);
        check(vec![Then::Say(http(status, &location, ""))], SendError::Unknown(RemoteError::Unexpected))
            .await;
        let server = Server::start([Then::Say(http(status, &location, ""))]).await;
        let (portal, _) = server.portal();
        assert_eq!(portal.me(&live_key()).await, Err(RemoteError::Unexpected));
        assert_eq!(portal.list_keys(&token()).await, Err(RemoteError::Unexpected));
    }
    assert_eq!(elsewhere.connections(), 0);
}

#[tokio::test]
async fn a_documented_refusal_is_one() {
    use RemoteError::{BadRequest, Forbidden, NotFound, NotOffered, Unauthorized};
    for (status, error) in
        [(401, Unauthorized), (403, Forbidden), (400, BadRequest), (404, NotFound), (405, NotOffered)]
    {
        check(vec![Then::Say(refusal(status))], SendError::Refused(error)).await;
    }
}

#[tokio::test]
async fn an_absent_call_is_believed_of_dhmad_alone() {
    for first in [html(404), http(405, "", ""), json(404, "{}")] {
        let dhmad = vec![Then::Say(first.clone()), Then::Say(refusal(401))];
        check(dhmad, SendError::Refused(RemoteError::NotOffered)).await;
        let captive = vec![Then::Say(first.clone()), Then::Say(html(200))];
        check(captive, SendError::Unknown(RemoteError::NotDhmad)).await;
        let gone = vec![Then::Say(first), Then::Say(Vec::new())];
        check(gone, SendError::Unknown(RemoteError::Offline)).await;
    }
}

/// Behind a page with a 2xx the request may have been carried out: nobody may say that nothing happened.
#[tokio::test]
async fn a_page_that_says_success_is_no_answer() {
    for call in CHANGING {
        let (server, ended) = change(call, [Then::Say(html(200)), Then::Say(refusal(401))]).await;
        assert_eq!(ended, Err(SendError::Unknown(RemoteError::NotDhmad)), "{call:?}");
        assert_eq!(server.requests().len(), 1, "{call:?}");
    }
}

#[tokio::test]
async fn the_check_for_dhmad_carries_no_credential() {
    let (server, _) = regenerate([Then::Say(html(404)), Then::Say(refusal(401))]).await;
    let request = server.requests().remove(1);
    assert!(request.starts_with("GET /api/v1/me HTTP/1.1\r\n"));
    assert!(!request.to_lowercase().contains("authorization"));
}

#[tokio::test]
async fn a_sign_in_brings_a_token() {
    let answer = r#"{"token":"dvt_0123456789abcdef","developer":{"id":"d","email":"e","companyName":"c"}}"#;
    let server = Server::start([Then::Say(json(200, answer))]).await;
    let (portal, _) = server.portal();
    let signed_in = portal.sign_in("a@b.tn", &Secret::new("p\"w".into())).await.ok().unwrap();
    assert_eq!(signed_in.token.expose(), "dvt_0123456789abcdef");
    assert_eq!(signed_in.developer.unwrap().company.as_deref(), Some("c"));
    let request = server.requests().remove(0);
    assert!(request.starts_with("POST /api/developer/auth/login HTTP/1.1\r\n"));
    assert!(request.ends_with("\r\n\r\n{\"email\":\"a@b.tn\",\"password\":\"p\\\"w\"}"));
}

#[tokio::test]
async fn a_sign_in_that_fails() {
    use RemoteError::{BadRequest, NotDhmad, NotOffered, Unauthorized, Unexpected};
    for (script, error) in [
        (vec![refusal(401)], Unauthorized),
        (vec![json(401, "{}")], Unauthorized),
        (vec![refusal(400)], BadRequest),
        (vec![refusal(404)], NotOffered),
        (vec![html(200), refusal(401)], NotOffered),
        (vec![html(200), html(200)], NotDhmad),
        (vec![json(200, "{}")], Unexpected),
        (vec![json(200, r#"{"token":7}"#)], Unexpected),
    ] {
        let server = Server::start(script.into_iter().map(Then::Say)).await;
        let ended = server.portal().0.sign_in("a@b.tn", &token()).await;
        assert_eq!(ended.err(), Some(error));
    }
}
