//! Starting twice, and closing with a key on the clipboard.

use anyhow::Result;
use miftah_tests::webdriver::wait;

use crate::{SANDBOX, regenerated, signed_in};

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
