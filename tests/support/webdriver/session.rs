//! One session with the driver, and which window its next command goes to.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::wire::Wire;

/// How long a script may run in the page. Each wait sets its own end; this is only behind it.
const SCRIPT: Duration = Duration::from_mins(5);

#[derive(Clone)]
pub(super) struct Session {
    wire: Wire,
    path: String,
    /// The driver keeps one current window a session; this remembers which.
    current: Arc<Mutex<Option<String>>>,
}

impl Session {
    /// Starts the program. Classic: no `webSocketUrl` is asked for, which `WebKitWebDriver` would refuse.
    pub(super) fn start(wire: Wire, program: &Path, args: &[String]) -> Result<Self> {
        let options = json!({"application": program, "args": args});
        let wanted = json!({"capabilities": {"alwaysMatch": {"tauri:options": options}}});
        let answer = wire.post("/session", &wanted).context("the app did not start under the driver")?;
        let id = answer["sessionId"].as_str().context("the driver gave no session")?;
        let session = Self { path: format!("/session/{id}"), wire, current: Arc::default() };
        session.wire.post(
            &format!("{}/timeouts", session.path),
            &json!({"script": SCRIPT.as_millis(), "pageLoad": 60_000, "implicit": 0}),
        )?;
        Ok(session)
    }

    pub(super) fn handles(&self) -> Result<Vec<String>> {
        let handles = self.wire.get(&format!("{}/window/handles", self.path))?;
        Ok(serde_json::from_value(handles)?)
    }

    pub(super) fn get(&self, window: &str, path: &str) -> Result<Value> {
        self.in_window(window, || self.wire.get(&format!("{}{path}", self.path)))
    }

    pub(super) fn post(&self, window: &str, path: &str, body: &Value) -> Result<Value> {
        self.in_window(window, || self.wire.post(&format!("{}{path}", self.path), body))
    }

    pub(super) fn post_within(
        &self,
        limit: Duration,
        window: &str,
        path: &str,
        body: &Value,
    ) -> Result<Value> {
        self.in_window(window, || self.wire.post_within(limit, &format!("{}{path}", self.path), body))
    }

    pub(super) fn delete(&self, window: &str, path: &str) -> Result<Value> {
        self.in_window(window, || self.wire.delete(&format!("{}{path}", self.path)))
    }

    pub(super) fn end(self) -> Result<()> {
        self.wire.delete(&self.path)?;
        Ok(())
    }

    fn in_window<T>(&self, window: &str, command: impl FnOnce() -> Result<T>) -> Result<T> {
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        if current.as_deref() != Some(window) {
            self.wire.post(&format!("{}/window", self.path), &json!({"handle": window}))?;
            *current = Some(window.to_owned());
        }
        command()
    }
}
