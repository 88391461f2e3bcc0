//! Regenerate and copy, as it goes when everything goes well, and as it is called off.

use anyhow::{Context as _, Result};
use dhmad_sandbox::seed;
use miftah_tests::fixture::{Fixture, click, files_with, me, row, told};
use miftah_tests::webdriver::Window;

use crate::{COUNTED, SANDBOX, cancelled, counting, done, regenerate, regenerated, signed_in};

/// The seconds that the opened row promises.
fn seconds(window: &Window) -> Result<Option<u32>> {
    let text = window.text()?;
    let after = text.split_once("The clipboard clears in ").map(|(_, after)| after);
    Ok(after.and_then(|after| after.split_whitespace().next()?.parse().ok()))
}

#[test]
fn one_click_regenerates_copies_and_keeps_a_key_once() -> Result<()> {
    let (fixture, window) = signed_in()?;
    let (id, old) = (fixture.key_id(COUNTED)?, fixture.secret(COUNTED)?);
    fixture.double_click(&window, &format!("[data-row='{id}'] button"))?;
    counting(&window)?;
    window.by_role("timer", "Regenerating in 2 seconds")?;
    window.by_role("heading", "Copied. Paste it now.")?;
    window.shows("The new key works: DHMAD answered at")?;
    assert_eq!(fixture.regenerates()?, 1, "the second click of a double click did something");
    fixture.everywhere_the_same(COUNTED)?;
    assert_ne!(fixture.secret(COUNTED)?, old);
    assert_eq!(me(fixture.portal()?, &old)?, 401);
    let spoken = told(&window, "polite")?;
    assert!(spoken.starts_with("Copied. New key of Comptabilité, Live."), "{spoken}");

    click(&window, "button", "30 seconds more")?;
    window.until("more seconds", || Ok(seconds(&window)?.filter(|seconds| *seconds > 31)))?;
    row(&window, COUNTED)?.by_role("button", "Clear now")?.click()?;
    window.by_role("heading", "The clipboard is clear")?;
    fixture.clipboard_cleared()?;
    click(&window, "button", "Copy again")?;
    window.by_role("heading", "Copied. Paste it now.")?;
    fixture.everywhere_the_same(COUNTED)?;
    done(&window)?;
    assert_eq!(window.focused()?.attribute("data-row")?, Some(id));
    assert_eq!(fixture.regenerates()?, 1);
    let new = fixture.secret(COUNTED)?;
    assert_eq!(fixture.in_web_memory(&[&old, &new])?, []);
    Ok(())
}

#[test]
fn cancel_and_escape_send_nothing() -> Result<()> {
    let (fixture, window) = signed_in()?;
    regenerate(&fixture, &window, SANDBOX)?;
    click(&window, "button", "Cancel")?;
    cancelled(&window, "The key works as before.")?;
    regenerate(&fixture, &window, SANDBOX)?;
    counting(&window)?;
    window.press("Escape")?;
    cancelled(&window, "The key works as before.")?;
    regenerate(&fixture, &window, SANDBOX)?;
    counting(&window)?;
    // A countdown that nobody sees is none.
    window.press("Control+,")?;
    window.by_role("heading", "Settings")?;
    fixture.nothing_sent_within(crate::LONGER)?;
    window.press("Control+1")?;
    cancelled(&window, "The key works as before.")?;
    assert_eq!(fixture.regenerates()?, 0);
    Ok(())
}

#[test]
fn no_secret_is_left_in_a_file_a_page_or_the_log() -> Result<()> {
    let fixture = Fixture::plan().start()?;
    let window = fixture.sign_in_with_password()?;
    row(&window, COUNTED)?;
    let old = fixture.secret(COUNTED)?;
    regenerated(&fixture, &window, COUNTED)?;
    let (new, token) = (fixture.secret(COUNTED)?, fixture.developer_token()?.context("no token is kept")?);
    done(&window)?;
    let secrets = [old.as_str(), &new, &token, seed::PASSWORD];
    let root = fixture.session().home().parent().context("the session has no folder")?;
    assert!(fixture.log().file().starts_with(root));
    assert_eq!(files_with(&secrets, &[root])?, []);
    assert_eq!(fixture.in_web_memory(&secrets)?, []);
    assert!(!window.text()?.contains(&new));
    Ok(())
}
