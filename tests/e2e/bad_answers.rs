//! Whatever answers, or nothing: the window says what happened in words, and goes on working.

use std::io::ErrorKind;
use std::net::TcpListener;

use anyhow::{Context as _, Result, ensure};
use dhmad_sandbox::{Fault, FaultAction};
use miftah_tests::fixture::{Fixture, click, row};
use miftah_tests::webdriver::Window;
use serde_json::json;

use crate::{COUNTED, SANDBOX, done, regenerate};

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
