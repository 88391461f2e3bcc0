//! Faults on demand: which request, at which moment, what goes wrong, how often.
//!
//! Not here: how a fault is carried out on a connection (`fault_actions.rs`).

use std::time::Duration;

use axum::http::Method;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Something that goes wrong with the requests it matches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// Which requests.
    pub matcher: Matcher,
    /// Before or after the request took effect.
    pub when: When,
    /// What goes wrong.
    pub action: FaultAction,
    /// How often.
    pub times: Times,
}

impl Fault {
    /// The request is never carried out; happens once unless [`Fault::times`] or [`Fault::always`] says so.
    pub fn before(method: &str, path: &str, action: FaultAction) -> Self {
        Self { matcher: Matcher::new(method, path), when: When::BeforeEffect, action, times: Times::Count(1) }
    }

    /// The request is carried out and its answer is lost or spoilt; happens once.
    pub fn after(method: &str, path: &str, action: FaultAction) -> Self {
        Self { when: When::AfterEffect, ..Self::before(method, path, action) }
    }

    /// Happens `count` times.
    pub fn times(mut self, count: u32) -> Self {
        self.times = Times::Count(count);
        self
    }

    /// Happens until the faults are cleared.
    pub fn always(mut self) -> Self {
        self.times = Times::Always;
        self
    }

    /// Lets the first `count` matching requests pass.
    pub fn skipping(mut self, count: u32) -> Self {
        self.matcher.skip = count;
        self
    }
}

/// Which requests a fault is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matcher {
    /// The method, or `*` for any.
    pub method: String,
    /// The whole path, mount included; each `*` stands for any text.
    pub path: String,
    /// So many matching requests pass first.
    #[serde(default)]
    pub skip: u32,
}

impl Matcher {
    /// Matches `method` (`*` for any) on `path` (each `*` stands for any text), from the first request on.
    pub fn new(method: &str, path: &str) -> Self {
        Self { method: method.to_owned(), path: path.to_owned(), skip: 0 }
    }

    fn matches(&self, method: &Method, path: &str) -> bool {
        (self.method == "*" || self.method.eq_ignore_ascii_case(method.as_str())) && glob(&self.path, path)
    }
}

/// The moment of a fault, seen from what the request does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// The request is not carried out (a delay or a hold ends first, and then it is).
    BeforeEffect,
    /// The request is carried out, then its answer meets the fault.
    AfterEffect,
}

/// How often a fault happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Times {
    /// Until cleared.
    Always,
    /// So many times.
    Count(u32),
}

/// What goes wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FaultAction {
    /// Another answer in place of the real one.
    Respond {
        /// Its status.
        status: u16,
        /// Its content type.
        content_type: String,
        /// Its body.
        body: String,
        /// More headers; a `date` here replaces the correct one.
        #[serde(default)]
        headers: Vec<(String, String)>,
    },
    /// The documented 429 with this `retryAfter` and `Retry-After`.
    TooManyRequests {
        /// The seconds it names.
        retry_after: i64,
    },
    /// A redirect.
    Redirect {
        /// 302, 307 or another.
        status: u16,
        /// Where to.
        location: String,
    },
    /// The connection is closed without an answer.
    Close,
    /// The status, the headers and the first bytes of the body arrive, then the connection is closed.
    CutBody {
        /// How many bytes arrive.
        keep: usize,
    },
    /// A body of filler, made as it is sent.
    HugeBody {
        /// Its size.
        bytes: u64,
        /// Whether `Content-Length` says so, or the body comes in chunks.
        declared: bool,
    },
    /// The real answer with every `find` in its body replaced.
    Rewrite {
        /// What is looked for.
        find: String,
        /// What takes its place.
        replace: String,
    },
    /// The real answer, after a wait.
    Delay {
        /// The wait in milliseconds.
        ms: u64,
    },
    /// The real answer, once held answers are released.
    Hold,
    /// The real answer, its body one byte at a time.
    Trickle {
        /// The wait between two bytes in milliseconds.
        interval_ms: u64,
    },
}

impl FaultAction {
    /// A JSON answer.
    pub fn json(status: u16, body: &Value) -> Self {
        Self::body(status, "application/json", body.to_string())
    }

    /// Any answer.
    pub fn body(status: u16, content_type: &str, body: impl Into<String>) -> Self {
        let (content_type, headers) = (content_type.to_owned(), Vec::new());
        Self::Respond { status, content_type, body: body.into(), headers }
    }

    /// The 200 HTML page a hotel network answers for everyone else's host.
    pub fn captive_portal() -> Self {
        let page = "<!doctype html><title>Welcome</title><form>Accept the terms to go online</form>";
        Self::body(200, "text/html; charset=utf-8", page)
    }

    /// JSON of a shape that no call of the API answers.
    pub fn wrong_shape() -> Self {
        Self::json(200, &serde_json::json!({"apiKeys": "none", "apiKey": 7, "token": null, "developer": []}))
    }

    /// 1 GiB of filler without a declared length.
    pub fn huge_body() -> Self {
        Self::HugeBody { bytes: 1 << 30, declared: false }
    }

    /// The real answer after `wait`.
    pub fn delay(wait: Duration) -> Self {
        Self::Delay { ms: u64::try_from(wait.as_millis()).unwrap_or(u64::MAX) }
    }

    /// The real answer, `interval` between two bytes.
    pub fn trickle(interval: Duration) -> Self {
        Self::Trickle { interval_ms: u64::try_from(interval.as_millis()).unwrap_or(u64::MAX) }
    }
}

/// The faults still to happen, in the order in which they were set.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    pending: Vec<Fault>,
}

impl Faults {
    pub(crate) fn push(&mut self, fault: Fault) {
        self.pending.push(fault);
    }

    pub(crate) fn clear(&mut self) {
        self.pending.clear();
    }

    pub(crate) fn pending(&self) -> Vec<Fault> {
        self.pending.clone()
    }

    /// The first fault for this request, which is used up by one.
    pub(crate) fn take(&mut self, method: &Method, path: &str) -> Option<(When, FaultAction)> {
        let index = self.pending.iter().position(|fault| fault.matcher.matches(method, path))?;
        let fault = self.pending.get_mut(index)?;
        if fault.matcher.skip > 0 {
            fault.matcher.skip -= 1;
            return None;
        }
        let taken = (fault.when, fault.action.clone());
        match &mut fault.times {
            Times::Always => {}
            Times::Count(count) if *count > 1 => *count -= 1,
            Times::Count(_) => {
                self.pending.remove(index);
            }
        }
        Some(taken)
    }
}

fn glob(pattern: &str, text: &str) -> bool {
    let Some((head, rest)) = pattern.split_once('*') else { return pattern == text };
    let Some(mut text) = text.strip_prefix(head) else { return false };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let tail = parts.pop().unwrap_or_default();
    for part in parts {
        let Some((_, after)) = text.split_once(part) else { return false };
        text = after;
    }
    text.ends_with(tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn star_stands_for_any_text() {
        for (pattern, text, expected) in [
            ("/a/b", "/a/b", true),
            ("/a/b", "/a/bc", false),
            ("/a/*", "/a/b/c", true),
            ("/a/*/c", "/a/b/c", true),
            ("/a/*/c", "/a/b/d", false),
            ("*/v1/me", "/sandbox/api/v1/me", true),
            ("*keys*regenerate", "/api/developer/api-keys/1/regenerate", true),
            ("*keys*regenerate", "/api/developer/api-keys", false),
        ] {
            assert_eq!(glob(pattern, text), expected, "{pattern} on {text}");
        }
    }

    #[test]
    fn counted_fault_is_used_up_after_the_skipped_ones() {
        let mut faults = Faults::default();
        faults.push(Fault::before("POST", "/x", FaultAction::Close).times(2).skipping(1));
        let took: Vec<bool> = (0..4).map(|_| faults.take(&Method::POST, "/x").is_some()).collect();
        assert_eq!(took, [false, true, true, false]);
        assert!(faults.pending().is_empty());
    }
}
