//! A client, and a clock that stands still until moved.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use dhmad_sandbox::{Sandbox, SandboxConfig, seed};
use jiff::Timestamp;
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode};
use serde_json::Value;

/// The second at which a [`HeldClock`] starts.
pub(crate) const START: i64 = 1_790_000_000;

/// A clock moved by hand.
#[derive(Clone)]
pub(crate) struct HeldClock(Arc<AtomicI64>);

impl HeldClock {
    pub(crate) fn new() -> Self {
        Self(Arc::new(AtomicI64::new(START)))
    }

    pub(crate) fn advance(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }

    pub(crate) fn reader(&self) -> impl Fn() -> Timestamp + Send + Sync + 'static {
        let seconds = Arc::clone(&self.0);
        move || Timestamp::from_second(seconds.load(Ordering::SeqCst)).unwrap()
    }
}

/// A running stand-in and a client of it.
pub(crate) struct World {
    pub(crate) sandbox: Sandbox,
    pub(crate) client: Client,
}

/// What came back.
#[derive(Debug, PartialEq)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) body: Value,
}

impl World {
    pub(crate) async fn start(config: SandboxConfig) -> Self {
        let client = Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .pool_max_idle_per_host(0)
            .no_proxy()
            .build()
            .unwrap();
        Self { sandbox: Sandbox::start(config).await.unwrap(), client }
    }

    pub(crate) async fn demo() -> Self {
        Self::start(SandboxConfig::demo()).await
    }

    pub(crate) fn request(&self, method: &str, path: &str) -> RequestBuilder {
        let method: Method = method.parse().unwrap();
        self.client.request(method, format!("{}{path}", self.sandbox.url()))
    }

    /// A portal call with the seeded token.
    pub(crate) fn portal(&self, method: &str, path: &str) -> RequestBuilder {
        self.request(method, &format!("/api/developer/{path}")).bearer_auth(seed::DEVELOPER_TOKEN)
    }

    pub(crate) async fn me(&self, mount: &str, secret: &str) -> Answer {
        answer(self.request("GET", &format!("{mount}/v1/me")).bearer_auth(secret)).await
    }

    pub(crate) fn id(&self, name: &str) -> String {
        self.sandbox.key_id(name).unwrap()
    }

    pub(crate) fn secret(&self, name: &str) -> String {
        self.sandbox.current_secret(&self.id(name)).unwrap()
    }
}

/// Sends, and reads the JSON body.
pub(crate) async fn answer(request: RequestBuilder) -> Answer {
    let response = request.send().await.unwrap();
    let status = response.status();
    Answer { status, body: serde_json::from_str(&response.text().await.unwrap()).unwrap() }
}

/// A request with a JSON body.
pub(crate) fn with_json(request: RequestBuilder, body: &Value) -> RequestBuilder {
    request.header("content-type", "application/json").body(body.to_string())
}

/// A header as text.
pub(crate) fn header<'r>(response: &'r Response, name: &str) -> &'r str {
    response.headers()[name].to_str().unwrap()
}

/// An expected answer.
pub(crate) fn expected(status: u16, body: Value) -> Answer {
    Answer { status: StatusCode::from_u16(status).unwrap(), body }
}
