//! Without a keyring, or with a locked one: the list works, and no key is issued that could not be kept.

use anyhow::Result;
use miftah_tests::desktop::Keyring;
use miftah_tests::fixture::{Fixture, row, told};
use miftah_tests::webdriver::Window;

use crate::{COUNTED, SANDBOX, regenerate};

fn refused(fixture: &Fixture, window: &Window, sentence: &str) -> Result<()> {
    regenerate(fixture, window, SANDBOX)?;
    window.until("the refusal to be spoken", || Ok((told(window, "polite")? == sentence).then_some(())))?;
    assert_eq!(fixture.regenerates()?, 0);
    Ok(())
}

#[test]
fn without_a_keyring_keys_are_listed_and_none_is_issued() -> Result<()> {
    let fixture = Fixture::plan().keyring(Keyring::Absent).signed_in().start()?;
    let window = fixture.main_window()?;
    window.shows("This computer has no keyring")?;
    row(&window, COUNTED)?;
    refused(&fixture, &window, "This computer has no keyring where a new key could be kept.")
}

#[test]
fn a_locked_keyring_is_told_with_a_button_to_unlock_it() -> Result<()> {
    let fixture = Fixture::plan().signed_in().start()?;
    let window = fixture.main_window()?;
    row(&window, COUNTED)?;
    fixture.session().lock_keyring()?;
    // Nobody tells the app: it finds out when it is to keep a key.
    regenerate(&fixture, &window, SANDBOX)?;
    window.by_role("heading", "Nothing happened to the key")?;
    window.shows("Your keyring is locked. Unlock it and try again.")?;
    window.by_role("button", "Unlock")?;
    assert_eq!(fixture.regenerates()?, 0);
    crate::done(&window)?;
    refused(&fixture, &window, "Your keyring has to be unlocked first.")
}
