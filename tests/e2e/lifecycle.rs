//! Starting twice, and closing with a key on the clipboard.

use anyhow::Result;
use dhmad_sandbox::{Fault, FaultAction};
use miftah_tests::webdriver::wait;

use crate::{SANDBOX, regenerate, regenerated, signed_in};

const MAIN: &str = "^Miftah$";

#[test]
fn a_second_start_ends_and_shows_the_first_and_closing_waits_for_the_clipboard() -> Result<()> {
    let (fixture, window) = signed_in()?;
    let id = fixture.xdotool(&["search", "--onlyvisible", "--name", MAIN])?;
    fixture.xdotool(&["windowminimize", "--sync", &id])?;
    fixture.screen().dialog_gone(MAIN)?;
    assert!(fixture.start_again()?.success());
    fixture.screen().dialog(MAIN)?;
    wait::until("the window in front", wait::PATIENCE, || {
        Ok((fixture.xdotool(&["getactivewindow"])? == id).then_some(()))
    })?;

    regenerated(&fixture, &window, SANDBOX)?;
    let secret = fixture.secret(SANDBOX)?;
    fixture.screen().dialog(MAIN)?.close()?;
    fixture.screen().dialog_gone(MAIN)?;
    assert!(!fixture.processes()?.app.is_empty(), "the app ended with a key on the clipboard");
    assert_eq!(fixture.clipboard_text()?.as_deref(), Some(secret.as_str()));
    fixture.copy("what the person copies next")?;
    wait::until("the app to end", wait::PATIENCE, || Ok(fixture.processes()?.app.is_empty().then_some(())))?;
    assert_eq!(fixture.clipboard_text()?.as_deref(), Some("what the person copies next"));
    Ok(())
}

/// F47: quitting in the middle waits for the answer, and the key is kept before the app ends.
#[test]
fn f47_closing_while_the_answer_is_on_its_way_loses_nothing() -> Result<()> {
    let (fixture, window) = signed_in()?;
    fixture.portal()?.set_fault(Fault::after("POST", "*/regenerate", FaultAction::Hold));
    regenerate(&fixture, &window, SANDBOX)?;
    fixture.wait_for_requests("/regenerate", 1)?;
    fixture.screen().dialog(MAIN)?.close()?;
    fixture.screen().dialog_gone(MAIN)?;
    assert!(!fixture.processes()?.app.is_empty(), "the app ended while a new key was on its way");
    fixture.portal()?.release_held();
    let secret = wait::until("the new key on the clipboard", wait::PATIENCE, || {
        let secret = fixture.secret(SANDBOX)?;
        Ok((fixture.clipboard_text()?.as_deref() == Some(secret.as_str())).then_some(secret))
    })?;
    fixture.copy("what the person copies next")?;
    wait::until("the app to end", wait::PATIENCE, || Ok(fixture.processes()?.app.is_empty().then_some(())))?;
    let kept = fixture.keychain_secret(&fixture.key_id(SANDBOX)?)?;
    assert_eq!(kept.as_deref(), Some(secret.as_str()));
    Ok(())
}
