//! No failure tells a secret, an address or a body.

use std::error::Error;
use std::fmt::Write as _;

use miftah_core::ports::Portal;
use miftah_core::secret::{RawAnswer, Secret};
use zeroize::Zeroizing;

use super::server::{Server, TOKEN, Then, html, http, json, key_id, live_key, refusal, token};

fn tell(out: &mut String, error: Option<&(dyn Error + 'static)>) {
    let mut next = error;
    while let Some(error) = next {
        writeln!(out, "{error} {error:?} {error:#?}").unwrap();
        next = error.source();
    }
}

#[tokio::test]
async fn no_failure_holds_a_secret_an_address_or_a_body() {
    let echo = format!(r#"{{"error":"{TOKEN}","message":"{}"}}"#, live_key().secret().expose());
    let cut = format!("HTTP/1.1 200 X\r\ncontent-length: 9999\r\n\r\n{{\"token\":\"{TOKEN}\"");
    let mut told = String::new();
    for script in [
        vec![Then::Reset(Vec::new())],
        vec![Then::Say(format!("{TOKEN}\r\n\r\n").into_bytes())],
        vec![Then::Say(cut.into_bytes())],
        vec![Then::Say(json(400, &echo))],
        vec![Then::Say(json(401, &echo))],
        vec![Then::Say(json(404, &echo))],
        vec![Then::Say(json(429, &echo))],
        vec![Then::Say(json(500, &echo))],
        vec![Then::Say(json(200, &format!(r#"{{"token":"{TOKEN}\u00e9","apiKey":"{TOKEN}"}}"#)))],
        vec![Then::Say(http(302, &format!("location: http://{TOKEN}/\r\n"), ""))],
        vec![Then::Say(html(200)), Then::Say(html(200))],
        vec![Then::Say(html(200)), Then::Say(refusal(401))],
        vec![Then::Hang(Vec::new())],
    ] {
        let server = Server::start(script.clone()).await;
        let (portal, _) = server.portal();
        let listed = portal.list_keys(&token()).await.err();
        tell(&mut told, listed.as_ref().map(|error| error as _));
        for _ in 0..2 {
            let server = Server::start(script.clone()).await;
            let (portal, _) = server.portal();
            let ended = portal.regenerate(&token(), &key_id()).await.err();
            tell(&mut told, ended.as_ref().map(|error| error as _));
            let ended = portal.sign_in("who@olive.tn", &Secret::new(TOKEN.into())).await.err();
            tell(&mut told, ended.as_ref().map(|error| error as _));
            let ended = portal.me(&live_key()).await.err();
            tell(&mut told, ended.as_ref().map(|error| error as _));
        }
    }
    assert!(told.len() > 1000);
    for secret in [TOKEN, "who@olive.tn", "c0c0c0", "127.0.0.1", "developer", "http://", "token\""] {
        assert!(!told.contains(secret), "{secret} in {told}");
    }
}

#[test]
fn an_unreadable_answer_says_nothing_of_itself() {
    let portal = crate::DhmadPortal::new(
        crate::Hosts::dhmad(),
        std::sync::Arc::new(super::server::TestClock::default()),
        &miftah_core::Timings::product(),
    );
    let body = Zeroizing::new(format!("[\"sk_live_{}", "c0".repeat(32)).into_bytes());
    let read = portal.read_issued(&RawAnswer::new(200, false, body), miftah_core::keys::Environment::Live);
    let error = read.err().unwrap();
    assert!(!format!("{error} {error:?}").contains("c0c0"));
}

#[test]
fn a_portal_is_made_without_a_runtime() {
    let clock = std::sync::Arc::new(super::server::TestClock::default());
    let portal = crate::DhmadPortal::new(crate::Hosts::dhmad(), clock, &miftah_core::Timings::product());
    portal.forget_connections();
    assert_eq!(portal.portal_host(), "dhmad.tn");
    assert_eq!(portal.portal_page(), "https://developer.dhmad.tn/dashboard");
}
