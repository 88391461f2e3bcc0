//! TLS with the stand-in's own authority.

use dhmad_sandbox::SandboxConfig;
use reqwest::{Certificate, Client};

use crate::support::World;

fn trusting(pem: &str) -> Client {
    let authority = Certificate::from_pem(pem.as_bytes()).unwrap();
    Client::builder().tls_certs_only([authority]).no_proxy().build().unwrap()
}

#[tokio::test]
async fn client_that_trusts_the_authority_is_served() {
    let world = World::start(SandboxConfig::demo().with_tls()).await;
    assert!(world.sandbox.url().starts_with("https://127.0.0.1:"));
    let client = trusting(world.sandbox.ca_pem().unwrap());
    let me = client.get(format!("{}/api/v1/me", world.sandbox.url()));
    let answer = me.bearer_auth(world.secret("Production shop")).send().await.unwrap();
    assert_eq!(answer.status(), 200);
}

#[tokio::test]
async fn client_that_trusts_others_is_not() {
    let world = World::start(SandboxConfig::demo().with_tls()).await;
    let other = World::start(SandboxConfig::demo().with_tls()).await;
    let url = format!("{}/api/v1/me", world.sandbox.url());
    for client in [world.client.clone(), trusting(other.sandbox.ca_pem().unwrap())] {
        let refused = client.get(&url).send().await.unwrap_err();
        assert!(refused.is_connect(), "{refused:?}");
        assert!(format!("{refused:?}").contains("InvalidCertificate"), "{refused:?}");
    }
    assert!(world.sandbox.requests("").is_empty(), "no request went out");
}

#[tokio::test]
async fn without_tls_there_is_no_authority() {
    assert_eq!(World::demo().await.sandbox.ca_pem(), None);
}
