//! The HTTP adapter against the stand-in for DHMAD.

#![expect(clippy::unwrap_used, reason = "the helpers fail as the tests do")]

use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use dhmad_sandbox::{Fault, FaultAction, GuidedAnswer, Profile, Sandbox, SandboxConfig, seed};
use jiff::Timestamp;
use miftah_core::keys::{ApiKey, Environment, KeyId, LastUse, Status};
use miftah_core::ports::{Clock, Portal, RemoteError, SendError};
use miftah_core::secret::Secret;
use miftah_dhmad::{DhmadPortal, Hosts};

const URL: &str = "MIFTAH_TEST_URL";
const LOST: &str = "*/regenerate";

/// Time stands still: no test here waits for a host that asked for it.
struct Still;

#[async_trait]
impl Clock for Still {
    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }

    fn uptime(&self) -> Duration {
        Duration::ZERO
    }

    async fn sleep(&self, _: Duration) {}
}

async fn start(config: SandboxConfig) -> (Sandbox, DhmadPortal) {
    let sandbox = Sandbox::start(config).await.unwrap();
    let portal = portal_at(sandbox.url());
    (sandbox, portal)
}

fn portal_at(url: &str) -> DhmadPortal {
    DhmadPortal::new(Hosts::from_base(url).unwrap(), Arc::new(Still), &miftah_core::Timings::product())
}

fn token() -> Secret {
    Secret::new(seed::DEVELOPER_TOKEN.to_owned())
}

fn api_key(text: &str) -> ApiKey {
    ApiKey::parse(&Secret::new(text.to_owned())).unwrap()
}

/// The id of a seeded key and its present value.
fn seeded(sandbox: &Sandbox, name: &str) -> (KeyId, ApiKey) {
    let id = sandbox.key_id(name).unwrap();
    let key = api_key(&sandbox.current_secret(&id).unwrap());
    (KeyId::parse(&id).unwrap(), key)
}

#[tokio::test]
async fn the_whole_list_is_read() {
    let (sandbox, portal) = start(SandboxConfig::demo()).await;
    let list = portal.list_keys(&token()).await.unwrap();
    assert_eq!((list.keys.len(), list.unreadable), (16, 0));
    let named = |name: &str| list.keys.iter().find(|key| key.name == name).unwrap();
    let shop = named("Production shop");
    let (id, key) = seeded(&sandbox, "Production shop");
    assert_eq!((&shop.id, shop.prefix.as_ref()), (&id, Some(&key.prefix())));
    assert_eq!(
        (shop.environment, shop.status, shop.rate_limit),
        (Environment::Live, Status::Active, Some(100))
    );
    assert!(matches!(shop.last_use, LastUse::At(_)) && shop.created_at.is_some());
    assert_eq!(named("Partner portal").last_use, LastUse::Never);
    assert_eq!(named("Webhook trials").status, Status::Inactive);
    assert!(named("Season campaign").expires_at.is_some());
    assert_eq!(named("متجر الزيتون").environment, Environment::Live);
}

#[tokio::test]
async fn a_key_describes_itself_on_its_own_environment() {
    let (sandbox, portal) = start(SandboxConfig::demo()).await;
    for name in ["Production shop", "Sandbox tests"] {
        let (id, key) = seeded(&sandbox, name);
        let me = portal.me(&key).await.unwrap();
        assert_eq!((me.key.id, me.key.name.as_str()), (id, name));
        assert_eq!(me.key.environment, key.environment());
        let developer = me.developer.unwrap();
        assert_eq!(developer.company.as_deref(), Some(seed::COMPANY));
        assert_eq!(developer.email.as_deref(), Some(seed::EMAIL));
    }
    let called: Vec<String> = sandbox.requests("/v1/me").into_iter().map(|record| record.path).collect();
    assert_eq!(called, ["/api/v1/me", "/sandbox/api/v1/me"]);
    let (_, inactive) = seeded(&sandbox, "Webhook trials");
    assert_eq!(portal.me(&inactive).await, Err(RemoteError::Unauthorized));
}

#[tokio::test]
async fn a_regenerated_key_is_found_and_works() {
    let (sandbox, portal) = start(SandboxConfig::demo()).await;
    for name in ["Production shop", "Sandbox tests"] {
        let (id, old) = seeded(&sandbox, name);
        portal.warm_up().await.unwrap();
        let answer = portal.regenerate(&token(), &id).await.unwrap();
        assert!(answer.complete);
        let issued = portal.read_issued(&answer, old.environment()).unwrap();
        assert_eq!(issued.key.secret().expose(), sandbox.current_secret(id.as_str()).unwrap());
        assert_eq!((issued.id.as_ref(), issued.prefix), (Some(&id), Some(issued.key.prefix())));
        assert_eq!(portal.me(&issued.key).await.unwrap().key.id, id);
        assert_eq!(portal.me(&old).await, Err(RemoteError::Unauthorized));
        let other = [Environment::Live, Environment::Sandbox].into_iter().find(|e| *e != old.environment());
        assert!(portal.read_issued(&answer, other.unwrap()).is_err(), "a key of the other environment");
    }
    assert_eq!(sandbox.requests("/regenerate").len(), 2);
}

#[tokio::test]
async fn a_regenerate_that_goes_wrong_is_sent_once_and_told_apart() {
    use RemoteError::{Failed, Offline, Unexpected};
    let (sandbox, portal) = start(SandboxConfig::demo()).await;
    let (id, _) = seeded(&sandbox, "Production shop");
    let redirect =
        |status| FaultAction::Redirect { status, location: format!("{}/api/v1/me", sandbox.url()) };
    let mut sent = 0;
    for (action, error) in [
        (FaultAction::Close, Offline),
        (redirect(302), Unexpected),
        (redirect(307), Unexpected),
        (FaultAction::body(502, "text/html", "<h1>Bad gateway</h1>"), Failed { status: 502 }),
    ] {
        for fault in [Fault::before("POST", LOST, action.clone()), Fault::after("POST", LOST, action)] {
            sandbox.set_fault(fault);
            let ended = portal.regenerate(&token(), &id).await;
            assert_eq!(ended.err(), Some(SendError::Unknown(error)));
            sent += 1;
            assert_eq!(sandbox.requests("/regenerate").len(), sent);
        }
    }
    let unknown = KeyId::parse("ffffffffffffffffffffffff").unwrap();
    let ended = portal.regenerate(&token(), &unknown).await;
    assert_eq!(ended.err(), Some(SendError::Refused(RemoteError::NotFound)));
    let url = sandbox.url().to_owned();
    sandbox.shutdown().await;
    let ended = portal_at(&url).regenerate(&token(), &id).await;
    assert_eq!(ended.err(), Some(SendError::NotSent(Offline)));
}

#[tokio::test]
async fn a_cut_or_huge_answer_comes_back_as_far_as_it_arrived() {
    let (sandbox, portal) = start(SandboxConfig::demo()).await;
    let (id, _) = seeded(&sandbox, "Production shop");
    for (action, readable) in [
        (FaultAction::CutBody { keep: usize::MAX }, true),
        (FaultAction::CutBody { keep: 40 }, false),
        (FaultAction::CutBody { keep: 0 }, false),
        (FaultAction::huge_body(), false),
        (FaultAction::HugeBody { bytes: 1 << 30, declared: true }, false),
    ] {
        sandbox.set_fault(Fault::after("POST", LOST, action));
        let answer = portal.regenerate(&token(), &id).await.unwrap();
        assert!(!answer.complete);
        let issued = portal.read_issued(&answer, Environment::Live);
        let current = sandbox.current_secret(id.as_str()).unwrap();
        assert_eq!(
            issued.ok().map(|issued| issued.key.secret().expose() == current),
            readable.then_some(true)
        );
    }
}

#[tokio::test]
async fn a_list_that_is_none() {
    let (sandbox, portal) = start(SandboxConfig::demo()).await;
    for (action, error) in [
        (FaultAction::wrong_shape(), RemoteError::Unexpected),
        (FaultAction::huge_body(), RemoteError::Unexpected),
        (FaultAction::Close, RemoteError::Offline),
        (FaultAction::CutBody { keep: 100 }, RemoteError::Offline),
    ] {
        sandbox.set_fault(Fault::before("GET", "*/api-keys", action));
        assert_eq!(portal.list_keys(&token()).await, Err(error));
    }
    sandbox.set_fault(Fault::before("*", "*", FaultAction::captive_portal()).always());
    assert_eq!(portal.list_keys(&token()).await, Err(RemoteError::NotDhmad));
    assert_eq!(portal.password_offered().await, Err(RemoteError::NotDhmad));
    let (id, key) = seeded(&sandbox, "Production shop");
    assert_eq!(portal.me(&key).await, Err(RemoteError::NotDhmad));
    let ended = portal.regenerate(&token(), &id).await;
    assert_eq!(ended.err(), Some(SendError::Unknown(RemoteError::NotDhmad)));
}

#[tokio::test]
async fn a_sign_in_brings_a_token_that_works_until_it_expires() {
    let (sandbox, portal) = start(SandboxConfig::demo()).await;
    assert_eq!(portal.password_offered().await, Ok(true));
    let wrong = portal.sign_in(seed::EMAIL, &Secret::new("wrong".into())).await;
    assert_eq!(wrong.err(), Some(RemoteError::Unauthorized));
    let signed_in = portal.sign_in(seed::EMAIL, &Secret::new(seed::PASSWORD.into())).await.ok().unwrap();
    assert_eq!(signed_in.developer.unwrap().email.as_deref(), Some(seed::EMAIL));
    assert_eq!(portal.list_keys(&signed_in.token).await.unwrap().keys.len(), 16);
    sandbox.expire_tokens().unwrap();
    assert_eq!(portal.list_keys(&signed_in.token).await, Err(RemoteError::Unauthorized));
    let (id, _) = seeded(&sandbox, "Production shop");
    let ended = portal.regenerate(&signed_in.token, &id).await;
    assert_eq!(ended.err(), Some(SendError::Refused(RemoteError::Unauthorized)));
}

#[tokio::test]
async fn an_account_without_the_inferred_calls_is_told_apart() {
    for answer in [GuidedAnswer::NotFound, GuidedAnswer::MethodNotAllowed, GuidedAnswer::Html] {
        let config = SandboxConfig::demo().with_profile(Profile::Guided).with_guided_answer(answer);
        let (sandbox, portal) = start(config).await;
        let (id, key) = seeded(&sandbox, "Production shop");
        assert_eq!(portal.password_offered().await, Ok(false), "{answer:?}");
        let signed_in = portal.sign_in(seed::EMAIL, &Secret::new(seed::PASSWORD.into())).await;
        assert_eq!(signed_in.err(), Some(RemoteError::NotOffered), "{answer:?}");
        assert_eq!(portal.list_keys(&token()).await, Err(RemoteError::NotOffered), "{answer:?}");
        // In DHMAD's own 404 the missing key and the missing call look the same.
        let expected = match answer {
            GuidedAnswer::NotFound => SendError::Refused(RemoteError::NotFound),
            GuidedAnswer::MethodNotAllowed => SendError::Refused(RemoteError::NotOffered),
            // A page with a 2xx may stand before a request that was carried out all the same.
            GuidedAnswer::Html | GuidedAnswer::ByCall => SendError::Unknown(RemoteError::NotDhmad),
        };
        let ended = portal.regenerate(&token(), &id).await;
        assert_eq!(ended.err(), Some(expected), "{answer:?}");
        assert!(portal.me(&key).await.is_ok(), "the documented call is there");
    }
}

#[tokio::test]
async fn a_full_minute_is_told_and_respected() {
    let (sandbox, portal) = start(SandboxConfig::demo().with_rate_limit(1)).await;
    portal.list_keys(&token()).await.unwrap();
    for _ in 0..3 {
        let Err(RemoteError::RateLimited { retry_after: Some(wait) }) = portal.list_keys(&token()).await
        else {
            panic!("a wait should be told");
        };
        assert!(wait <= Duration::from_mins(1));
    }
    assert_eq!(sandbox.requests("/api-keys").len(), 2, "asked to wait once, then not asked again");
}

#[tokio::test]
async fn tls_is_trusted_only_with_its_authority() {
    let folder = tempfile::tempdir().unwrap();
    let ca = folder.path().join("ca.pem");
    let config = SandboxConfig { ca_file: Some(ca.clone()), ..SandboxConfig::demo().with_tls() };
    let (sandbox, portal) = start(config).await;
    let (id, _) = seeded(&sandbox, "Production shop");
    assert_eq!(portal.list_keys(&token()).await, Err(RemoteError::TlsUntrusted));
    let ended = portal.regenerate(&token(), &id).await;
    assert_eq!(ended.err(), Some(SendError::NotSent(RemoteError::TlsUntrusted)));
    assert!(sandbox.requests("").is_empty());

    let mut child = tokio::process::Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "portal::child_lists_the_keys", "--nocapture"]);
    child.env(URL, sandbox.url()).env("SSL_CERT_FILE", &ca).env_remove("SSL_CERT_DIR");
    // Nothing listens there: what goes to this computer goes past every proxy.
    child.env("HTTPS_PROXY", "http://127.0.0.1:9").env("ALL_PROXY", "http://127.0.0.1:9");
    let output = child.stdin(Stdio::null()).output().await.unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("16 keys"), "{said}");
}

/// The child of the test above: it does nothing by itself.
#[tokio::test]
async fn child_lists_the_keys() {
    let Ok(url) = std::env::var(URL) else { return };
    println!("{} keys", portal_at(&url).list_keys(&token()).await.unwrap().keys.len());
}
