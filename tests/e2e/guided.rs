//! Without the list: the keys a person has, taken from the clipboard one by one.

use anyhow::Result;
use dhmad_sandbox::{GuidedAnswer, Profile};
use miftah_tests::fixture::{Fixture, click, row, select_row};
use miftah_tests::webdriver::{any, containing, wait};
use serde_json::json;

use crate::COUNTED;

const KEY: &str = "Partner portal";

#[test]
fn a_key_is_taken_named_copied_and_replaced_by_way_of_the_portal() -> Result<()> {
    let fixture = Fixture::plan().profile(Profile::Guided).browser().start()?;
    let form = fixture.sign_in_window()?;
    click(&form, "button", "Start with the keys I have")?;
    let window = fixture.entered()?;
    window.by_role("heading", "Start with a key you have")?;
    fixture.copy("a shopping list")?;
    click(&window, "button", "Take the key from the clipboard")?;
    window.shows(
        "There is no DHMAD key on the clipboard. Copy the whole key, from sk_ to its end, then try again.",
    )?;

    let (id, old) = (fixture.key_id(KEY)?, fixture.secret(KEY)?);
    fixture.copy(&old)?;
    click(&window, "button", "Take the key from the clipboard")?;
    window.by_role("heading", "Kept. DHMAD answered: this key works")?;
    assert_eq!(fixture.keychain_secret(&id)?.as_deref(), Some(old.as_str()));
    let name = window.by_role("textbox", "What you call it")?;
    name.clear()?;
    name.type_text("Key of the partners")?;
    click(&window, "button", "Save the name")?;
    window.shows("Name saved")?;
    row(&window, "Key of the partners")?;
    window.by_role("button", "Done")?.click()?;

    fixture.copy("something else")?;
    select_row(&window, &id)?;
    window.press("c")?;
    window.shows("is in the clipboard for")?;
    assert_eq!(fixture.clipboard_text()?.as_deref(), Some(old.as_str()));

    window.press("r")?;
    window.by_role("heading", "Regenerate on the portal, in three steps")?;
    window.until("the first step to be done", || {
        if window.run("return !!document.querySelector('li.done')", &json!([]))? == true {
            return Ok(Some(()));
        }
        // The first 400 ms take no click.
        row(&window, "Key of the partners")?.by_role("button", "Open the portal")?.click()?;
        Ok(None)
    })?;
    let opened = wait::until("the browser", wait::PATIENCE, || {
        Ok(Some(fixture.opened()).filter(|opened| !opened.is_empty()))
    })?;
    assert!(opened.contains(fixture.portal()?.url()), "{opened}");
    let new = fixture.portal()?.regenerate_elsewhere(&id)?;
    fixture.copy(&new)?;
    click(&window, "button", "Take the new key")?;
    window.by_role("heading", "Kept. DHMAD answered: this key works")?;
    assert_eq!(fixture.keychain_secret(&id)?.as_deref(), Some(new.as_str()));
    window.by_role("button", "Done")?.press("Enter")?;
    assert_eq!(fixture.in_web_memory(&[&old, &new])?, []);
    assert_eq!(fixture.regenerates()?, 0);
    Ok(())
}

#[test]
fn a_list_that_is_no_longer_offered_leads_to_the_known_keys() -> Result<()> {
    let mut fixture = Fixture::plan().signed_in().start()?;
    let window = fixture.main_window()?;
    row(&window, COUNTED)?;
    fixture.portal()?.set_profile(Profile::Guided);
    fixture.portal()?.set_guided_answer(GuidedAnswer::NotFound);
    fixture.restart()?;
    let window = fixture.main_window()?;
    window.by_role("heading", "Keys known to Miftah")?;
    window.until("a word on why", || {
        Ok((window.text()?.contains("list every key") || window.has("heading", containing("Start with"))?)
            .then_some(()))
    })?;
    assert!(!window.all_by_role("button", any())?.is_empty());
    Ok(())
}
