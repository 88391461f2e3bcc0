//! Operations that take longer than a click: a lost answer, and a safe rotation, also across a restart.

use anyhow::{Result, ensure};
use dhmad_sandbox::{Fault, FaultAction};
use miftah_tests::desktop::Keyring;
use miftah_tests::fixture::{click, row, select_row};
use miftah_tests::webdriver::{Window, containing};

use crate::{COUNTED, SANDBOX, done, regenerate, signed_in};

const REGENERATE: &str = "*/regenerate";

#[test]
fn a_new_key_that_never_arrived_is_told_also_after_a_restart_and_issued_again_by_a_click() -> Result<()> {
    let (mut fixture, window) = signed_in()?;
    fixture.portal()?.set_fault(Fault::after("POST", REGENERATE, FaultAction::Close).times(1));
    regenerate(&fixture, &window, SANDBOX)?;
    window.by_role("heading", "The old key is dead, and Miftah did not receive the new one")?;
    ensure!(fixture.regenerates()? == 1, "it was sent again by itself");
    fixture.restart()?;
    let window = fixture.main_window()?;
    window.by_role("heading", containing("Act now"))?;
    row(&window, SANDBOX)?;
    select_row(&window, &fixture.key_id(SANDBOX)?)?;
    window.press("r")?;
    click(&window, "button", "Issue again & copy")?;
    window.by_role("heading", "Copied. Paste it now.")?;
    fixture.everywhere_the_same(SANDBOX)?;
    ensure!(fixture.regenerates()? == 2, "one request a confirmation");
    done(&window)
}

#[test]
fn a_key_that_neither_disk_nor_keyring_took_is_only_in_memory_until_the_keyring_is_back() -> Result<()> {
    let (fixture, window) = signed_in()?;
    fixture.portal()?.set_fault(Fault::after("POST", REGENERATE, FaultAction::Hold));
    regenerate(&fixture, &window, SANDBOX)?;
    fixture.wait_for_requests("/regenerate", 1)?;
    fixture.session().kill_keyring()?;
    for sealed in std::fs::read_dir(fixture.session().home().join(".local/share/miftah-demo/spool"))? {
        std::fs::remove_file(sealed?.path())?;
    }
    fixture.portal()?.release_held();
    window.by_role("heading", "Copied. Paste it now.")?;
    window.shows("Not kept in")?;
    done(&window)?;
    select_row(&window, &fixture.key_id(SANDBOX)?)?;
    window.press("r")?;
    window.by_role("heading", "Your new key is only in Miftah’s memory")?;
    window.press("Control+Shift+X")?;
    fixture.clipboard_cleared()?;
    click(&window, "button", "Try now")?;
    click(&window, "button", "Copy now")?;
    let secret = fixture.secret(SANDBOX)?;
    window.until("the only copy on the clipboard", || {
        Ok((fixture.clipboard_text()?.as_deref() == Some(secret.as_str())).then_some(()))
    })?;
    fixture.session().start_keyring(Keyring::Unlocked)?;
    click(&window, "button", "Try now")?;
    window.until("the key in the keyring", || {
        let kept = fixture.keychain_secret(&fixture.key_id(SANDBOX)?)?;
        Ok((kept.as_deref() == Some(secret.as_str())).then_some(()))
    })?;
    window.gone("heading", "Your new key is only in Miftah’s memory")?;
    ensure!(fixture.regenerates()? == 1, "one request a confirmation");
    Ok(())
}

#[test]
fn a_key_is_rotated_safely_and_goes_on_after_a_restart() -> Result<()> {
    let (mut fixture, window) = signed_in()?;
    let old = fixture.secret(COUNTED)?;
    rotate(&window, COUNTED)?;
    click(&window, "button", "Add a place")?;
    window.by_role("textbox", "Name of the place")?.type_text("Till in Sfax")?;
    click(&window, "button", "Add")?;
    window.by_role("checkbox", containing("Till in Sfax"))?.click()?;
    click(&window, "button", "Copy new key")?;
    let copied = window.until("the new key on the clipboard", || fixture.clipboard_text())?;
    ensure!(copied.starts_with("sk_live_") && copied != old, "another text is on the clipboard");
    click(&window, "button", "Everything uses it")?;
    window.by_role("button", "Not installed after all")?;
    window.press("Control+Shift+X")?;
    fixture.clipboard_cleared()?;
    fixture.restart()?;
    let window = fixture.main_window()?;
    row(&window, "being replaced")?;
    window.press("Control+3")?;
    window.by_role("button", "Not installed after all")?;
    ensure!(fixture.secret(COUNTED)? == old, "nothing was done to the old key without a click");
    click(&window, "button", "Stop this rotation")?;
    window.by_role("heading", "No rotation under way").map(drop)
}

pub(crate) fn rotate(window: &Window, name: &str) -> Result<()> {
    click(window, "button", containing(&format!("More about {name}")))?;
    click(window, "menuitem", "Rotate safely")?;
    click(window, "button", "Make the second key")?;
    window.by_role("heading", "Both keys work. Put the new one in place.").map(drop)
}
