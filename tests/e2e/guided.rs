//! Without the list: the keys a person has, taken from the clipboard one by one.

use anyhow::{Result, ensure};
use dhmad_sandbox::{GuidedAnswer, Profile};
use miftah_tests::fixture::{CONFIRM, Fixture, click, row, select_row};
use miftah_tests::webdriver::{Window, any, containing, wait};
use serde_json::json;

use crate::{COUNTED, SANDBOX};

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
    row(&window, "Key of the partners")?.by_role("button", "Open the portal")?.click()?;
    let done = "return !!document.querySelector('li.done')";
    window
        .until("the first step to be done", || Ok((window.run(done, &json!([]))? == true).then_some(())))?;
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

/// The first key, taken from the clipboard.
fn with_a_key(fixture: &Fixture, name: &str) -> Result<Window> {
    let form = fixture.sign_in_window()?;
    click(&form, "button", "Start with the keys I have")?;
    let window = fixture.entered()?;
    fixture.copy(&fixture.secret(name)?)?;
    click(&window, "button", "Take the key from the clipboard")?;
    window.by_role("heading", "Kept. DHMAD answered: this key works")?;
    click(&window, "button", "Done")?;
    Ok(window)
}

fn choose(window: &Window, name: &str, act: &str) -> Result<()> {
    click(window, "button", containing(&format!("More about {name}")))?;
    click(window, "menuitem", containing(act))
}

#[test]
fn a_key_is_made_switched_off_and_deleted_by_way_of_the_portal() -> Result<()> {
    const MADE: &str = "New colleague training";
    let fixture = Fixture::plan().profile(Profile::Guided).browser().start()?;
    let window = with_a_key(&fixture, SANDBOX)?;
    // Made there: for Miftah it is one more key on the clipboard.
    window.press("Control+n")?;
    window.by_role("heading", "Make a key on the portal, in three steps")?;
    fixture.copy(&fixture.secret(MADE)?)?;
    click(&window, "button", "Take the new key")?;
    window.by_role("heading", "Kept. DHMAD answered: this key works")?;
    click(&window, "button", "Done")?;
    row(&window, MADE)?;

    choose(&window, SANDBOX, "Switch off…")?;
    window.by_role("heading", "Switch off on the portal, in three steps")?;
    click(&window, "button", "Check with DHMAD")?;
    window.by_role("heading", "DHMAD still accepts this key")?;
    let id = fixture.key_id(SANDBOX)?;
    fixture.portal()?.switch_elsewhere(&id, false)?;
    click(&window, "button", "Check again")?;
    window.by_role("heading", "It is switched off")?;
    click(&window, "button", "Done")?;
    row(&window, "Sandbox tests, sandbox, switched off")?;

    choose(&window, SANDBOX, "Delete…")?;
    window.by_role("heading", "Delete on the portal, in three steps")?;
    click(&window, "button", "Forget it here…")?;
    fixture.confirm_dialog()?.press(&["Escape"])?;
    fixture.screen().dialog_gone(CONFIRM)?;
    ensure!(fixture.keychain_secret(&id)?.is_some(), "declined, and the value is gone");
    click(&window, "button", "Forget it here…")?;
    fixture.confirm_dialog()?.press(&["Tab", "Return"])?;
    fixture.screen().dialog_gone(CONFIRM)?;
    window.gone("row", containing(SANDBOX))?;
    ensure!(fixture.keychain_secret(&id)?.is_none(), "its value is still kept");
    ensure!(fixture.portal()?.requests("/api-keys").is_empty(), "an undocumented call was made");
    Ok(())
}

#[test]
fn every_page_works_in_guided_mode() -> Result<()> {
    let fixture = Fixture::plan().profile(Profile::Guided).start()?;
    let window = with_a_key(&fixture, COUNTED)?;
    select_row(&window, &fixture.key_id(COUNTED)?)?;
    window.press("Enter")?;
    window.by_role("heading", COUNTED)?;
    window.shows("Kept on this computer")?;
    ensure!(!window.has("button", "Rotate safely")?, "an entry for what guided mode cannot do");
    let note = window.by_role("textbox", "Notes")?;
    note.type_text("Ask Salma.")?;
    click(&window, "button", "Save")?;
    window.until("the note to be saved", || {
        Ok(window.has("button", "Regenerate on the portal")?.then_some(()))
    })?;
    click(&window, "button", "Copy again")?;
    window.shows("is in the clipboard for")?;
    window.press("Escape")?;
    row(&window, COUNTED)?;
    choose(&window, COUNTED, "Places…")?;
    click(&window, "button", "Add a place")?;
    window.by_role("textbox", "Name of the place")?.type_text("Till in Sfax")?;
    window.press("Enter")?;
    window.shows("Till in Sfax")?;
    click(&window, "button", "Done")?;
    choose(&window, COUNTED, "Why doesn’t it work?")?;
    window.by_role("heading", containing("works"))?;
    window.press("Control+,")?;
    window.by_role("heading", "Settings")?;
    window.press("Control+k")?;
    window.by_role("combobox", "Commands")?.type_text("comptab")?;
    window.by_role("option", containing("Details of"))?;
    ensure!(!window.has("option", containing("safely"))?, "the palette offers a safe rotation");
    window.press("Escape")?;
    ensure!(!window.has("button", containing("Safe rotations"))?, "a page that guided mode cannot have");
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
