//! A key's name, whether it is on, and its end: by the menu of its row, in the real window and the system's dialog.

use anyhow::{Result, ensure};
use dhmad_sandbox::{Fault, FaultAction};
use miftah_tests::fixture::{CONFIRM, Fixture, click, row};
use miftah_tests::webdriver::{CLOSE, Window, containing};

use crate::{ASKED, COUNTED, SANDBOX, ask_again, regenerated, signed_in};

fn choose(window: &Window, name: &str, act: &str) -> Result<()> {
    click(window, "button", containing(&format!("More about {name}")))?;
    click(window, "menuitem", containing(act))
}

/// Answers the system's dialog and waits for it to go.
fn answer(fixture: &Fixture, keys: &[&str]) -> Result<()> {
    fixture.confirm_dialog()?.press(keys)?;
    fixture.screen().dialog_gone(CONFIRM)
}

fn changes(fixture: &Fixture) -> Result<usize> {
    let sent = fixture.portal()?.requests("/api-keys").into_iter();
    Ok(sent.filter(|request| matches!(request.method.as_str(), "PUT" | "DELETE")).count())
}

#[test]
fn a_key_is_renamed_switched_off_and_on_and_deleted() -> Result<()> {
    let (fixture, window) = signed_in()?;
    choose(&window, COUNTED, "Rename…")?;
    let name = window.by_role("textbox", "What you call it")?;
    name.clear()?;
    name.type_text("Accounts of Sfax")?;
    click(&window, "button", "Save")?;
    row(&window, "Accounts of Sfax")?;

    // Enter, Esc and the close button each send nothing.
    let before = changes(&fixture)?;
    for key in ["Return", "Escape", CLOSE] {
        choose(&window, "Accounts of Sfax", "Switch off…")?;
        fixture.confirm_dialog()?.answer(key)?;
        fixture.screen().dialog_gone(CONFIRM)?;
    }
    ensure!(changes(&fixture)? == before, "a declined question sent something");
    choose(&window, "Accounts of Sfax", "Switch off…")?;
    answer(&fixture, &["Tab", "Return"])?;
    row(&window, "Accounts of Sfax, live, switched off")?;
    // A live key stays off for a week first, and the menu says until when.
    choose(&window, "Accounts of Sfax", "Delete…")?;
    window.shows("a live key stays off for 7 days first")?;
    window.press("Escape")?;
    choose(&window, "Accounts of Sfax", "Switch on")?;
    window.gone("row", containing("Accounts of Sfax, live, switched off"))?;

    regenerated(&fixture, &window, SANDBOX)?;
    // Beside the new key stands how it is used, and the line for it is copied in Rust.
    window.shows("DHMAD_API_KEY=sk_sandbox_")?;
    click(&window, "button", "Copy as a line for .env")?;
    let line = format!("DHMAD_API_KEY={}", fixture.secret(SANDBOX)?);
    window.until("the line on the clipboard", || {
        Ok((fixture.clipboard_text()? == Some(line.clone())).then_some(()))
    })?;
    click(&window, "button", "Done")?;
    choose(&window, SANDBOX, "Copy as a header line")?;
    let line = format!("Authorization: Bearer {}", fixture.secret(SANDBOX)?);
    window.until("the header on the clipboard", || {
        Ok((fixture.clipboard_text()? == Some(line.clone())).then_some(()))
    })?;
    let id = fixture.key_id(SANDBOX)?;
    ensure!(fixture.keychain_secret(&id)?.is_some(), "the new value is kept");
    choose(&window, SANDBOX, "Switch off…")?;
    answer(&fixture, &["Tab", "Return"])?;
    row(&window, "Sandbox tests, sandbox, switched off")?;
    choose(&window, SANDBOX, "Delete…")?;
    answer(&fixture, &["Escape"])?;
    ensure!(fixture.portal()?.current_secret(&id).is_some(), "a declined deletion deleted");
    choose(&window, SANDBOX, "Delete…")?;
    answer(&fixture, &["Tab", "Return"])?;
    window.gone("row", containing(SANDBOX))?;
    ensure!(fixture.portal()?.current_secret(&id).is_none(), "the key is still there");
    ensure!(fixture.keychain_secret(&id)?.is_none(), "its value is still kept");
    Ok(())
}

#[test]
fn what_somebody_changed_meanwhile_is_left_alone_and_what_failed_is_told() -> Result<()> {
    let (fixture, window) = signed_in()?;
    choose(&window, COUNTED, "Switch off…")?;
    let dialog = fixture.confirm_dialog()?;
    fixture.portal()?.regenerate_elsewhere(&fixture.key_id(COUNTED)?)?;
    dialog.press(&["Tab", "Return"])?;
    window.shows("The key has changed meanwhile.")?;
    ensure!(changes(&fixture)? == 0, "another key than the one shown was switched off");
    let refused = FaultAction::json(403, &serde_json::json!({ "error": "E", "message": "M" }));
    fixture.portal()?.set_fault(Fault::before("PUT", "*/api-keys/*", refused).times(1));
    choose(&window, SANDBOX, "Switch off…")?;
    answer(&fixture, &["Tab", "Return"])?;
    window.shows("This account may not do that.")
}

#[test]
fn a_key_is_switched_off_for_a_while_and_comes_back_by_itself() -> Result<()> {
    // Its fifteen minutes last three seconds.
    let fixture = Fixture::plan().signed_in().env("MIFTAH_DEMO_MINUTE_MS", "200").start()?;
    let window = fixture.main_window()?;
    row(&window, COUNTED)?;
    let before = changes(&fixture)?;
    for agreed in [false, true] {
        choose(&window, COUNTED, "Switch off for a while…")?;
        click(&window, "radio", "15 minutes")?;
        window.shows("while this computer is awake, else as soon as it wakes.")?;
        click(&window, "button", "Switch off…")?;
        answer(&fixture, if agreed { &["Tab", "Return"] } else { &["Return"] })?;
        if !agreed {
            ensure!(changes(&fixture)? == before, "a declined question sent something");
        }
    }
    row(&window, "Comptabilité, live, switched off")?;
    window.shows("Off for a while, on again at")?;
    window.gone("row", containing("Comptabilité, live, switched off"))?;
    ensure!(changes(&fixture)? == before + 2, "once off and once on");
    // A live key in use is not switched off to see whether anything misses it.
    choose(&window, ASKED, "Switch off for a while…")?;
    window.shows("Not for a live key used in the last 7 days: the shop would stop.")
}

#[test]
fn without_another_active_key_one_can_be_made_first() -> Result<()> {
    let (fixture, window) = signed_in()?;
    for name in ["Load tests", "New colleague training"] {
        fixture.portal()?.switch_elsewhere(&fixture.key_id(name)?, false)?;
    }
    choose(&window, SANDBOX, "Switch off…")?;
    let dialog = fixture.confirm_dialog()?;
    // The default stops nothing: it leads to the form for a new key of that environment.
    dialog.press(&["Return"])?;
    fixture.screen().dialog_gone(CONFIRM)?;
    window.by_role("heading", "New key")?;
    window.shows("No real money.")?;
    ensure!(changes(&fixture)? == 0, "something was sent");
    Ok(())
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the stand-in goes by the clock of this computer")]
fn a_use_of_a_switched_off_key_is_told_in_its_row() -> Result<()> {
    const OFF: &str = "Webhook trials";
    let (fixture, window) = signed_in()?;
    row(&window, OFF)?;
    ensure!(!window.text()?.contains("yet used"), "told before anything used it");
    fixture.portal()?.use_key(&fixture.key_id(OFF)?, jiff::Timestamp::now())?;
    ask_again(&window)?;
    window.by_role("row", containing("yet used")).map(drop)
}
