//! What goes wrong on the way to DHMAD and there.

use dhmad_sandbox::{Fault, FaultAction, TlsFlaw};
use serde_json::{Value, json};

use crate::wire::Mode;

/// How a run reaches its stand-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Way {
    Plain,
    /// No host name is found.
    NoNames,
    /// Nobody listens.
    Refused,
    /// Somebody listens and never speaks.
    BlackHole,
    Tls(TlsFlaw),
    /// Over a wire that does this to the request that issues a key.
    Wire(Mode),
}

/// One thing that goes wrong.
#[derive(Debug, Clone)]
pub(crate) struct NetworkFault {
    pub(crate) name: &'static str,
    /// The numbers of the plan's table.
    pub(crate) covers: &'static [u32],
    pub(crate) way: Way,
    /// Made for the path of the request that issues a key.
    pub(crate) faults: Vec<Fault>,
}

/// The path of the request that issues a key, as the stand-in's faults name it.
pub(crate) const REGENERATE: &str = "/api/developer/api-keys/*/regenerate";
/// The same for a successor.
pub(crate) const CREATE: &str = "/api/developer/api-keys";

fn respond(status: u16, body: &Value) -> FaultAction {
    FaultAction::json(status, body)
}

fn refusal(status: u16) -> FaultAction {
    respond(status, &json!({ "error": "E", "message": "M" }))
}

fn raw(status: u16, body: String) -> FaultAction {
    FaultAction::body(status, "application/json", body)
}

fn headers(status: u16, body: &str, headers: &[(&str, &str)]) -> FaultAction {
    FaultAction::Respond {
        status,
        content_type: "application/json".into(),
        body: body.into(),
        headers: headers.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect(),
    }
}

/// Every network and server fault, for the request on `path`.
pub(crate) fn all(path: &str, old: &str, cut: usize) -> Vec<NetworkFault> {
    let before = |action| vec![Fault::before("POST", path, action)];
    let after = |action| vec![Fault::after("POST", path, action)];
    let list = |action| vec![Fault::before("GET", CREATE, action)];
    let rewrite =
        |find: &str, replace: &str| FaultAction::Rewrite { find: find.into(), replace: replace.into() };
    let plain = |name, covers, faults| NetworkFault { name, covers, way: Way::Plain, faults };
    let way = |name, covers, way| NetworkFault { name, covers, way, faults: Vec::new() };
    let elsewhere = || "http://127.0.0.1:9/else".to_owned();
    let key = format!("sk_live_{}", "ab".repeat(32));
    vec![
        plain("none", &[], Vec::new()),
        way("no host name", &[1], Way::NoNames),
        way("connection refused", &[2], Way::Refused),
        way("black hole", &[2], Way::BlackHole),
        way("certificate expired", &[3], Way::Tls(TlsFlaw::Expired)),
        way("certificate of another host", &[3], Way::Tls(TlsFlaw::WrongHost)),
        way("certificate nobody vouches for", &[3], Way::Tls(TlsFlaw::UnknownIssuer)),
        way("no TLS of this century", &[3], Way::Wire(Mode::OldTls)),
        way("reset inside the request", &[4], Way::Wire(Mode::CutRequest)),
        plain("closed before it is done", &[4], before(FaultAction::Close)),
        plain("done, then closed", &[5], after(FaultAction::Close)),
        plain("done, half the answer", &[6], after(FaultAction::CutBody { keep: cut })),
        plain("done, the answer trickles", &[7], after(FaultAction::Trickle { interval_ms: 40 })),
        way("100 and 103 first", &[8], Way::Wire(Mode::Interim)),
        plain("the list's connection dies", &[9], list(FaultAction::Close)),
        way("HTTP/2 GOAWAY", &[10], Way::Wire(Mode::GoAway)),
        plain("captive portal before", &[11], before(FaultAction::captive_portal())),
        plain("captive portal after", &[11], after(FaultAction::captive_portal())),
        plain("done, then silence", &[12], after(FaultAction::Hold)),
        plain("redirect 307", &[13], before(FaultAction::Redirect { status: 307, location: elsewhere() })),
        plain("redirect 308", &[13], after(FaultAction::Redirect { status: 308, location: elsewhere() })),
        plain(
            "redirect 302 to http",
            &[14],
            before(FaultAction::Redirect { status: 302, location: elsewhere() }),
        ),
        plain("500 before", &[15], before(respond(500, &json!({})))),
        plain("500 after", &[15], after(respond(500, &json!({})))),
        plain("502 after", &[15], after(FaultAction::body(502, "text/html", "<html>Bad gateway</html>"))),
        plain("504 after", &[15], after(respond(504, &json!({})))),
        plain("429 for a second", &[16], before(FaultAction::TooManyRequests { retry_after: 1 })),
        plain("429 for ever", &[16], before(FaultAction::TooManyRequests { retry_after: 1_000_000_000 })),
        plain("429 with garbage", &[16], before(headers(429, "slow", &[("retry-after", "soon")]))),
        plain("429 on the list", &[16], list(FaultAction::TooManyRequests { retry_after: 1 })),
        plain("401 in between", &[17], before(refusal(401))),
        plain("401 on the list", &[17], list(refusal(401))),
        plain("409", &[18], before(refusal(409))),
        plain("412", &[18], before(refusal(412))),
        plain(
            "done, 16 MiB announced",
            &[19],
            after(FaultAction::HugeBody { bytes: 16 << 20, declared: true }),
        ),
        plain(
            "done, 16 MiB unannounced",
            &[19],
            after(FaultAction::HugeBody { bytes: 16 << 20, declared: false }),
        ),
        plain(
            "done, unasked gzip",
            &[20],
            after(headers(200, "\u{1f}\u{8b}", &[("content-encoding", "gzip")])),
        ),
        plain("the key escaped", &[21], after(rewrite("sk_live_", "\\u0073k_live_"))),
        plain("the key null", &[21], after(respond(200, &json!({ "apiKey": { "key": null } })))),
        plain("the key a number", &[21], after(respond(200, &json!({ "apiKey": { "key": 7 } })))),
        plain(
            "two keys",
            &[21],
            after(respond(200, &json!({ "key": key, "other": format!("sk_live_{}", "cd".repeat(32)) }))),
        ),
        plain("an empty key", &[21], after(respond(200, &json!({ "apiKey": { "key": "" } })))),
        plain("a key of 4097", &[21], after(respond(200, &json!({ "apiKey": { "key": "a".repeat(4097) } })))),
        plain("not UTF-8", &[21], after(rewrite("\"key\":\"sk_live_", "\"key\":\"\u{fffd}sk_live_"))),
        plain("a byte order mark", &[21], after(raw(200, format!("\u{feff}{{\"key\":\"{key}\"}}")))),
        plain(
            "depth 200",
            &[21],
            after(raw(200, format!("{}\"{key}\"{}", "[".repeat(200), "]".repeat(200)))),
        ),
        plain(
            "an answer for another key",
            &[22],
            after(respond(200, &json!({ "apiKey": { "id": "507f1f77bcf86cd799439011", "key": key } }))),
        ),
        plain("the old value again", &[23], after(respond(200, &json!({ "apiKey": { "key": old } })))),
        plain("last use missing", &[25], list(rewrite("lastUsedAt", "lastUsedAtAll"))),
        plain(
            "last use in year 1",
            &[25],
            list(rewrite("\"lastUsedAt\":\"2", "\"lastUsedAt\":\"0001-01-01T00:00:00Z2")),
        ),
    ]
}
