//! Why a key does not work, in the real window: from the clipboard and from the list, with and without a sign-in.

use anyhow::{Result, ensure};
use dhmad_sandbox::Profile;
use miftah_tests::fixture::{Fixture, click, row};
use miftah_tests::webdriver::{Window, containing};

use crate::{COUNTED, SANDBOX, regenerated, signed_in};

/// Copies a text somewhere else and looks at it.
fn look(fixture: &Fixture, window: &Window, text: &str, button: &str, heading: &str) -> Result<()> {
    fixture.copy(text)?;
    click(window, "button", button)?;
    window.by_role("heading", containing(heading))?;
    ensure!(fixture.clipboard_text()?.as_deref() == Some(text), "it stays on the clipboard");
    Ok(())
}

const FIRST: &str = "Look at the key on the clipboard";
const ANOTHER: &str = "Look at another from the clipboard";

#[test]
fn a_key_that_does_not_work_says_why_and_what_to_do() -> Result<()> {
    let (fixture, window) = signed_in()?;
    let old = fixture.secret(SANDBOX)?;
    regenerated(&fixture, &window, SANDBOX)?;
    click(&window, "button", "Done")?;
    window.press("Control+5")?;
    look(&fixture, &window, "sk_live_51HqLyjWDarjtT1zdp7dcXYZxyzQWERTY", FIRST, "This is a key of Stripe")?;
    look(&fixture, &window, &old, ANOTHER, "This is an old copy of")?;
    let new = fixture.secret(SANDBOX)?;
    click(&window, "button", "Copy the new key")?;
    window.until("the new key", || Ok((fixture.clipboard_text()? == Some(new.clone())).then_some(())))?;

    let live = fixture.secret(COUNTED)?;
    look(&fixture, &window, &format!("DHMAD_API_KEY=\"{live}\"\n"), ANOTHER, "what is around it doesn’t")?;
    window.shows("line breaks, quotation marks, the name of a variable")?;
    click(&window, "button", "Copy the clean key")?;
    window.until("the clean key", || Ok((fixture.clipboard_text()? == Some(live.clone())).then_some(())))?;
    look(&fixture, &window, &live, ANOTHER, "works")?;
    click(&window, "button", "Show it in the list")?;
    row(&window, COUNTED)?;
    // From the menu of a key that is held.
    click(&window, "button", containing(&format!("More about {SANDBOX}")))?;
    click(&window, "menuitem", "Why doesn’t it work?")?;
    window.by_role("heading", containing("works"))?;
    window.shows("from the keyring at")?;
    ensure!(!window.text()?.contains(new.split_at(30).0), "the page shows a key");
    Ok(())
}

#[test]
fn without_a_sign_in_it_says_what_can_be_said() -> Result<()> {
    let fixture = Fixture::plan().profile(Profile::Guided).start()?;
    let form = fixture.sign_in_window()?;
    click(&form, "button", "Start with the keys I have")?;
    let window = fixture.entered()?;
    window.by_role("heading", "Start with a key you have")?;
    window.press("Control+4")?;
    look(&fixture, &window, &fixture.secret(COUNTED)?, FIRST, "This key works")?;
    let stranger = format!("sk_live_{}", "5e0b".repeat(16));
    look(&fixture, &window, &stranger, ANOTHER, "DHMAD doesn’t accept this key")?;
    window.by_role("button", "Open the portal").map(drop)
}
