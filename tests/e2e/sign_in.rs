//! The sign-in window: three ways in, and what stays behind.

use anyhow::{Context as _, Result};
use dhmad_sandbox::{Profile, seed};
use miftah_tests::fixture::{Fixture, click, password_field, row};
use miftah_tests::webdriver::{containing, wait};

use crate::COUNTED;

/// The processes that draw pages, as opposed to the one that speaks to the network.
fn pages(fixture: &Fixture) -> Result<Vec<u32>> {
    let draws = |id: &u32| {
        std::fs::read_to_string(format!("/proc/{id}/comm"))
            .is_ok_and(|name| name.starts_with("WebKitWebProces"))
    };
    Ok(fixture.processes()?.web.into_iter().filter(draws).collect())
}

#[test]
fn a_wrong_password_is_told_and_the_right_one_opens_the_list() -> Result<()> {
    let fixture = Fixture::plan().start()?;
    let form = fixture.submit_password(seed::EMAIL, "not-the-password-2026")?;
    form.shows("E-mail or password is not right. Type the password again.")?;
    assert_eq!(password_field(&form)?.property("value")?, "");
    assert_eq!(form.by_role("textbox", "E-mail")?.property("value")?, seed::EMAIL);
    form.by_role("button", "Show the password")?;
    let typed_into = pages(&fixture)?;
    assert!(!typed_into.is_empty());
    let window = fixture.sign_in_with_password()?;
    row(&window, COUNTED)?;
    window.by_role("navigation", "Pages")?;
    wait::until("the process of the sign-in window to end", wait::PATIENCE, || {
        let left = pages(&fixture)?;
        Ok(typed_into.iter().all(|id| !left.contains(id)).then_some(()))
    })?;
    assert_eq!(fixture.in_web_memory(&[seed::PASSWORD, "not-the-password-2026"])?, []);
    fixture.developer_token()?.context("the token is not kept").map(drop)
}

#[test]
fn a_developer_token_comes_from_the_clipboard_after_a_question() -> Result<()> {
    let fixture = Fixture::plan().start()?;
    let form = fixture.sign_in_window()?;
    form.by_role("button", "Sign in")?;
    fixture.copy("two words")?;
    click(&form, "button", containing("Use a developer token"))?;
    form.shows("There is no developer token on the clipboard.")?;
    fixture.copy(&fixture.secret(COUNTED)?)?;
    click(&form, "button", containing("Use a developer token"))?;
    form.shows("There is no developer token on the clipboard.")?;
    fixture.copy(seed::DEVELOPER_TOKEN)?;
    click(&form, "button", containing("Use a developer token"))?;
    form.by_role("dialog", containing("Send the 48 characters on your clipboard to"))?;
    click(&form, "button", "Cancel")?;
    form.gone("dialog", containing("Send"))?;
    assert_eq!(fixture.portal()?.requests("/api-keys").len(), 0, "the token was used without an answer");
    click(&form, "button", containing("Use a developer token"))?;
    click(&form, "button", "Send and sign in")?;
    let window = fixture.entered()?;
    row(&window, COUNTED)?;
    fixture.clipboard_cleared()?;
    assert_eq!(fixture.in_web_memory(&[seed::DEVELOPER_TOKEN])?, []);
    Ok(())
}

#[test]
fn where_no_password_is_offered_the_keys_one_has_lead() -> Result<()> {
    let fixture = Fixture::plan().profile(Profile::Guided).start()?;
    let form = fixture.sign_in_window()?;
    form.by_role("heading", "Start with the keys you have")?;
    assert!(!form.has("textbox", "E-mail")?);
    click(&form, "button", "Start with the keys I have")?;
    let window = fixture.entered()?;
    window.by_role("heading", "Keys known to Miftah")?;
    window.by_role("heading", "Start with a key you have").map(drop)
}
