//! The page of one key: what is known of it, its rate limit, its places, and what is noted about it.

use anyhow::{Result, ensure};
use miftah_tests::fixture::{Fixture, click, row, select_row};
use miftah_tests::webdriver::{Window, containing};
use serde_json::{Value, json};

use crate::{COUNTED, SANDBOX, ask_again, regenerated, signed_in};

fn open(fixture: &Fixture, window: &Window, name: &str) -> Result<()> {
    select_row(window, &fixture.key_id(name)?)?;
    window.press("Enter")?;
    window.by_role("heading", name).map(drop)
}

fn write(window: &Window, field: &str, text: &str) -> Result<()> {
    let field = window.by_role("textbox", field)?;
    field.clear()?;
    field.type_text(text)
}

#[test]
fn a_key_is_looked_at_limited_and_noted_about_and_all_of_it_stays() -> Result<()> {
    let (mut fixture, window) = signed_in()?;
    open(&fixture, &window, COUNTED)?;
    window.shows("Age of the value")?;
    window.shows("Switched on")?;
    click(&window, "button", "Change…")?;
    write(&window, "Rate limit", "0")?;
    window.press("Enter")?;
    window.shows("A whole number from 1 to 1,000,000.")?;
    write(&window, "Rate limit", "240")?;
    window.press("Enter")?;
    window.shows("240 a minute")?;
    let secret = fixture.secret(COUNTED)?;
    write(&window, "Notes", &format!("the old one was {secret}"))?;
    click(&window, "button", "Save")?;
    window.shows("This text holds a key, and notes are kept unsealed.")?;
    write(&window, "Notes", "Ask Salma before changing it.")?;
    write(&window, "Tags, with commas between", "till, صفاقس")?;
    click(&window, "button", "Save")?;
    window.shows("صفاقس")?;
    click(&window, "button", "Add a place")?;
    write(&window, "Name of the place", "Till in Sfax")?;
    window.press("Enter")?;
    window.shows("Till in Sfax")?;
    window.press("Escape")?;
    row(&window, COUNTED)?;

    fixture.restart()?;
    let window = fixture.main_window()?;
    row(&window, COUNTED)?;
    window.by_role("searchbox", "Find a key")?.type_text("salma صفاقس")?;
    window.gone("row", containing(SANDBOX))?;
    open(&fixture, &window, COUNTED)?;
    window.shows("240 a minute")?;
    window.shows("Till in Sfax")?;
    Ok(())
}

/// What the page says of the last use.
fn last_use(window: &Window) -> Result<Value> {
    let fact = "return [...document.querySelectorAll('dl > div')]
        .find((fact) => fact.querySelector('dt').textContent === 'Last use')?.querySelector('dd').textContent";
    window.run(fact, &json!([]))
}

#[test]
fn miftahs_own_check_of_a_key_is_no_use_of_it() -> Result<()> {
    let (fixture, window) = signed_in()?;
    open(&fixture, &window, SANDBOX)?;
    let before = last_use(&window)?;
    ensure!(before.is_string(), "the page says nothing of the last use");
    window.press("Escape")?;
    row(&window, SANDBOX)?;
    // The check after it is a call with the key, and the stand-in counts it.
    regenerated(&fixture, &window, SANDBOX)?;
    click(&window, "button", "Done")?;
    ask_again(&window)?;
    open(&fixture, &window, SANDBOX)?;
    window.shows("Changed with Miftah on")?;
    let after = last_use(&window)?;
    ensure!(after == before, "its own call counts as a use: {before} became {after}");
    Ok(())
}
