//! Whatever answers, or nothing: the window says what happened in words, and goes on working.

use std::io::ErrorKind;
use std::net::TcpListener;

use anyhow::{Context as _, Result, ensure};
use dhmad_sandbox::{Fault, FaultAction};
use miftah_tests::fixture::{CONFIRM, Fixture, click, row, select_row};
use miftah_tests::webdriver::{Window, containing};
use serde_json::json;

use crate::{COUNTED, SANDBOX, ask_again, done, regenerate};

const UNKNOWN: &str = "DHMAD answered something that Miftah doesn’t know.";
const LIST: &str = "/api/developer/api-keys";

/// No key is ever in the text of the page.
fn shows_no_key(window: &Window) -> Result<()> {
    let script = "return /sk_[a-z]+_[0-9a-f]{64}/.test(document.documentElement.outerHTML)";
    ensure!(window.run(script, &json!([]))? == false, "a key is in the page");
    Ok(())
}

/// Presses "Try again" whenever DHMAD is not being asked: after a 429 the app itself refuses for as long as it was told.
fn ask_until(window: &Window, done: impl Fn() -> Result<bool>) -> Result<()> {
    window.until("the answer that is expected", || {
        if done()? {
            return Ok(Some(()));
        }
        if !window.text()?.contains("Asking DHMAD for your keys") {
            click(window, "button", "Try again")?;
        }
        Ok(None)
    })
}

#[test]
fn each_bad_answer_to_the_list_has_its_sentence() -> Result<()> {
    let elsewhere = TcpListener::bind("127.0.0.1:0")?;
    elsewhere.set_nonblocking(true)?;
    let there = format!("http://{}/api/developer/api-keys", elsewhere.local_addr()?);
    // A network in the way answers everything; DHMAD itself answers badly to one call.
    let cases = [
        (LIST, FaultAction::TooManyRequests { retry_after: 1 }, "DHMAD asks to slow down."),
        ("*", FaultAction::captive_portal(), "Something else answered instead of DHMAD."),
        ("*", FaultAction::Redirect { status: 307, location: there }, UNKNOWN),
        (LIST, FaultAction::body(500, "text/plain", "broken"), "DHMAD has a problem of its own."),
        (LIST, FaultAction::wrong_shape(), UNKNOWN),
        ("*", FaultAction::Close, "This computer can’t reach DHMAD."),
        (LIST, FaultAction::huge_body(), UNKNOWN),
    ];
    let mut fixture = Fixture::plan().signed_in().start()?;
    row(&fixture.main_window()?, COUNTED)?;
    let (path, action, _) = &cases[0];
    fixture.portal()?.set_fault(Fault::before("*", path, action.clone()).always());
    fixture.restart()?;
    let window = fixture.main_window()?;
    for (path, action, sentence) in cases {
        fixture.portal()?.clear_faults();
        fixture.portal()?.set_fault(Fault::before("*", path, action).always());
        ask_until(&window, || Ok(window.text()?.contains(sentence)))
            .with_context(|| format!("{sentence} Instead: {}", window.text().unwrap_or_default()))?;
        shows_no_key(&window)?;
    }
    let stray = elsewhere.accept().map(drop).map_err(|error| error.kind());
    assert_eq!(stray, Err(ErrorKind::WouldBlock), "the redirect was followed");
    fixture.portal()?.clear_faults();
    ask_until(&window, || Ok(!window.has("button", "Try again")?))?;
    row(&window, COUNTED).map(drop)
}

#[test]
fn an_ended_sign_in_leads_back_and_without_a_network_nothing_is_sent() -> Result<()> {
    let mut fixture = Fixture::plan().signed_in().start()?;
    let window = fixture.main_window()?;
    row(&window, COUNTED)?;
    fixture.portal()?.expire_tokens()?;
    regenerate(&fixture, &window, SANDBOX)?;
    window.by_role("heading", "Nothing happened to the key")?;
    window.shows("Your sign-in has ended. Sign in again. Your keys stay.")?;
    assert_eq!(fixture.regenerates()?, 0);
    shows_no_key(&window)?;
    done(&window)?;
    click(&window, "button", "Sign in again")?;
    let window = fixture.sign_in_with_password()?;
    row(&window, COUNTED)?;
    let sent = fixture.portal()?.ledger().len();
    let id = fixture.key_id(SANDBOX)?;
    assert!(sent > 0);
    fixture.go_offline();
    miftah_tests::fixture::select_row(&window, &id)?;
    window.press("r")?;
    window.by_role("heading", "Nothing happened to the key")?;
    window.shows("This computer can’t reach DHMAD. Check the connection, then try again.")?;
    shows_no_key(&window)?;
    done(&window)
}

/// Names of every kind, an environment that nobody knows, dates in the future, and nothing at all.
fn odd_keys() -> serde_json::Value {
    let key = |id: &str, name: &str, more: serde_json::Value| {
        let mut key = json!({ "id": id, "name": name, "keyPrefix": "sk_live_0a1b2c", "environment": "live",
            "isActive": true, "createdAt": "2026-01-05T10:00:00Z", "lastUsedAt": null, "rateLimit": 100 });
        if let (Some(key), Some(more)) = (key.as_object_mut(), more.as_object()) {
            key.extend(more.clone());
        }
        key
    };
    let nothing = json!({ "name": null, "keyPrefix": null, "isActive": null, "createdAt": null, "lastUsedAt": null,
        "expiresAt": null, "rateLimit": null, "metadata": null });
    json!({ "apiKeys": [
        key("odd-1", "", json!({})),
        key("odd-2", &"Sfax ".repeat(820), json!({})),
        key("odd-3", "two\nlines\u{202e}and\u{200b}more", json!({})),
        key("odd-4", "متجر الزيتون (Tunis)", json!({ "createdAt": "2199-01-01T00:00:00Z", "lastUsedAt": "2199-01-01T00:00:00Z" })),
        key("odd-5", "Nobody knows where", json!({ "environment": "staging", "keyPrefix": null })),
        key("odd-6", "x", nothing),
    ]})
}

#[test]
fn odd_keys_are_shown_marked_and_cut_and_the_rest_of_the_list_stays_whole() -> Result<()> {
    let (fixture, window) = crate::signed_in()?;
    let odd = FaultAction::json(200, &odd_keys());
    fixture.portal()?.set_fault(Fault::before("GET", LIST, odd).always());
    ask_again(&window)?;
    window.shows("1 entry could not be read")?;
    let names = window.run(
        "return [...document.querySelectorAll('[data-row] .name')].map((name) => name.textContent)",
        &json!([]),
    )?;
    let names: Vec<String> = serde_json::from_value(names)?;
    ensure!(names.len() == 5, "{} rows", names.len());
    ensure!(
        names.contains(&"two\u{fffd}lines\u{fffd}and\u{fffd}more".to_owned()),
        "what hides is not marked"
    );
    ensure!(names.contains(&"sk_live_0a1b2c".to_owned()), "a key without a name goes by its prefix");
    ensure!(names.iter().all(|name| name.chars().count() <= 201), "a name without end");
    let wide = window.run(
        "return document.documentElement.scrollWidth > document.documentElement.clientWidth",
        &json!([]),
    )?;
    ensure!(wide == false, "a name makes the page wider");
    // Each of them can be looked at, and a date in the future is no news about today.
    for id in ["odd-1", "odd-2", "odd-3", "odd-4", "odd-6"] {
        select_row(&window, id)?;
        window.press("Enter")?;
        window.shows("Kept on this computer")?;
        let wide = window.run("return document.querySelector('main .scroll').scrollWidth > document.querySelector('main .scroll').clientWidth + 1", &json!([]))?;
        ensure!(wide == false, "the page of {id} is cut");
        window.press("Escape")?;
        window.until("the list", || Ok(window.has("heading", "Keys")?.then_some(())))?;
    }
    // The system's dialog names it in one line.
    select_row(&window, "odd-3")?;
    click(&window, "button", containing("More about two"))?;
    click(&window, "menuitem", "Switch off…")?;
    fixture.confirm_dialog()?.press(&["Escape"])?;
    fixture.screen().dialog_gone(CONFIRM)?;
    shows_no_key(&window)
}
