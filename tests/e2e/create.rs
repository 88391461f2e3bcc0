//! Making a key in the real window: copied, kept and named in one gesture; and found again when its answer is lost.

use anyhow::{Context, Result, ensure};
use dhmad_sandbox::{Fault, FaultAction, LedgerEvent};
use miftah_tests::fixture::{Fixture, click, row};
use miftah_tests::webdriver::{Window, containing};

use crate::signed_in;

const NAME: &str = "Till in Sfax";

fn fill_in(window: &Window, name: &str) -> Result<()> {
    click(window, "button", "New key")?;
    window.by_role("textbox", "Name")?.type_text(name)?;
    click(window, "radio", "Live")?;
    window.by_role("textbox", "Where it will be used")?.type_text("The till")?;
    click(window, "button", "Make and copy")
}

fn newest(fixture: &Fixture) -> Result<(String, String)> {
    let issued = fixture.portal()?.ledger().into_iter().filter_map(|event| match event {
        LedgerEvent::Issued { key_id, secret, .. } => Some((key_id, secret)),
        _ => None,
    });
    issued.collect::<Vec<_>>().pop().context("nothing was issued")
}

#[test]
fn a_new_key_is_on_the_clipboard_in_the_keyring_and_in_the_list() -> Result<()> {
    let (fixture, window) = signed_in()?;
    click(&window, "button", "New key")?;
    window.by_role("textbox", "Name")?.type_text("Prod")?;
    window.shows("Almost like")?;
    click(&window, "button", "Cancel")?;
    fill_in(&window, NAME)?;
    window.by_role("heading", "Copied. Paste it now.")?;
    window.shows("The new key works: DHMAD answered at")?;
    let (id, secret) = newest(&fixture)?;
    ensure!(
        fixture.clipboard_text()?.as_deref() == Some(secret.as_str()),
        "another text is on the clipboard"
    );
    ensure!(
        fixture.keychain_secret(&id)?.as_deref() == Some(secret.as_str()),
        "the keyring holds another value"
    );
    window.shows("The till")?;
    click(&window, "button", "Done")?;
    row(&window, NAME)?;
    ensure!(fixture.key_id(NAME)? == id, "its tag is gone from its name at DHMAD");
    ensure!(!window.text()?.contains(secret.split_at(30).0), "the page shows a key");
    Ok(())
}

#[test]
fn a_key_whose_answer_was_lost_is_found_and_never_made_twice() -> Result<()> {
    let (mut fixture, window) = signed_in()?;
    fixture.portal()?.set_fault(Fault::after("POST", "*/api-keys", FaultAction::Close).times(1));
    fill_in(&window, NAME)?;
    row(&window, "made, its value never arrived")?;
    fixture.restart()?;
    let window = fixture.main_window()?;
    row(&window, "made, its value never arrived")?.by_role("button", "See what happened")?.click()?;
    window.by_role("heading", "This key was made, but its value never arrived")?;
    click(&window, "button", "Regenerate it")?;
    fixture.confirm_dialog()?.press(&["Tab", "Return"])?;
    window.by_role("heading", "Copied. Paste it now.")?;
    click(&window, "button", "Done")?;
    window.gone("row", containing("made, its value never arrived"))?;
    let made = fixture.portal()?.requests("/api-keys").into_iter();
    let made = made.filter(|sent| sent.method == "POST" && sent.path.ends_with("/api-keys")).count();
    ensure!(made == 1, "it was made {made} times");
    Ok(())
}
