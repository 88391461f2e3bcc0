//! The W3C `WebDriver` protocol over HTTP: one request, one answer, the error kept as its code.
//!
//! Not here: what the commands mean.

use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::Value;
use ureq::Agent;

/// No command takes longer unless it says so: an app that hangs must fail its test with a sentence.
const LIMIT: Duration = Duration::from_mins(1);

/// An error the driver answered with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WireError {
    /// The code of the specification, such as `no such window`.
    pub code: String,
    /// The driver's own words.
    pub message: String,
}

impl std::error::Error for WireError {}

impl std::fmt::Display for WireError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}: {}", self.code, self.message)
    }
}

/// A driver that listens somewhere.
#[derive(Clone)]
pub(super) struct Wire {
    agent: Agent,
    base: String,
}

impl Wire {
    pub(super) fn new(port: u16) -> Self {
        let config = Agent::config_builder().http_status_as_error(false).proxy(None).build();
        Self { agent: config.into(), base: format!("http://127.0.0.1:{port}") }
    }

    pub(super) fn get(&self, path: &str) -> Result<Value> {
        let request = self.agent.get(format!("{}{path}", self.base));
        answer(request.config().timeout_global(Some(LIMIT)).build().call(), path)
    }

    pub(super) fn delete(&self, path: &str) -> Result<Value> {
        let request = self.agent.delete(format!("{}{path}", self.base));
        answer(request.config().timeout_global(Some(LIMIT)).build().call(), path)
    }

    pub(super) fn post(&self, path: &str, body: &Value) -> Result<Value> {
        self.post_within(LIMIT, path, body)
    }

    /// As `post`, for a command that waits for something in the page.
    pub(super) fn post_within(&self, limit: Duration, path: &str, body: &Value) -> Result<Value> {
        let request = self.agent.post(format!("{}{path}", self.base)).content_type("application/json");
        answer(request.config().timeout_global(Some(limit)).build().send(body.to_string()), path)
    }
}

fn answer(sent: Result<ureq::http::Response<ureq::Body>, ureq::Error>, path: &str) -> Result<Value> {
    let mut response = sent.with_context(|| format!("the driver did not answer {path}"))?;
    // Screenshots and heaps of elements pass here, so the size is bounded by nothing but the driver.
    let text = response.body_mut().with_config().limit(u64::MAX).read_to_string()?;
    let mut answer: Value =
        serde_json::from_str(&text).with_context(|| format!("the driver's answer to {path} is not JSON"))?;
    let value = answer["value"].take();
    if response.status().is_success() {
        return Ok(value);
    }
    let field = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
    Err(WireError { code: field("error"), message: field("message") }.into())
}

/// Is this the driver's error with this code?
pub(super) fn is(error: &anyhow::Error, codes: &[&str]) -> bool {
    error.downcast_ref::<WireError>().is_some_and(|error| codes.contains(&error.code.as_str()))
}
