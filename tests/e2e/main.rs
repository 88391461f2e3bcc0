//! The real window, driven through `WebDriver` by role and accessible name.
//!
//! Each test brings a desktop session, a stand-in for DHMAD and an app of its own; a start of the app takes seconds, so
//! one test looks at several things that belong together. Run them with `cargo xtask test`, which builds the app first.
#![cfg(target_os = "linux")]

mod background;
mod bad_answers;
mod changes;
mod create;
mod details;
mod diagnose;
mod guards;
mod guided;
mod keyring;
mod lifecycle;
mod looks;
mod main_job;
mod native_dialog;
mod palette;
mod rotations;
mod sign_in;
mod tools;
mod updates;

use std::time::Duration;

use anyhow::Result;
use miftah_tests::fixture::{Fixture, click, row, select_row};
use miftah_tests::webdriver::{Window, containing};

/// Counts down: a live key that nothing has used for two months.
const COUNTED: &str = "Comptabilité";
/// Asks first: a live key in use.
const ASKED: &str = "Production shop";
/// Counts down, however often it was regenerated.
const SANDBOX: &str = "Sandbox tests";
/// Longer than a countdown and everything after it.
const LONGER: Duration = Duration::from_secs(5);

/// An app that is signed in, and its main window with the list.
fn signed_in() -> Result<(Fixture, Window)> {
    let fixture = Fixture::plan().signed_in().start()?;
    let window = fixture.main_window()?;
    row(&window, COUNTED)?;
    Ok((fixture, window))
}

/// Starts to regenerate a key with the keyboard.
fn regenerate(fixture: &Fixture, window: &Window, name: &str) -> Result<()> {
    select_row(window, &fixture.key_id(name)?)?;
    window.press("r")
}

/// The countdown is on.
fn counting(window: &Window) -> Result<()> {
    window.by_role("heading", containing("Regenerating in")).map(drop)
}

/// Nothing was sent, the row says so and why, and closes.
fn cancelled(window: &Window, why: &str) -> Result<()> {
    window.by_role("heading", "Cancelled. Nothing was sent.")?;
    window.shows(why)?;
    done(window)
}

/// Closes the opened row.
fn done(window: &Window) -> Result<()> {
    window.by_role("button", "Done")?.press("Enter")?;
    window.gone("button", "Done")
}

/// Regenerates a key that counts down, and waits for the proof.
fn regenerated(fixture: &Fixture, window: &Window, name: &str) -> Result<()> {
    regenerate(fixture, window, name)?;
    window.by_role("heading", "Copied. Paste it now.")?;
    window.shows("The new key works: DHMAD answered at")
}

/// Asks DHMAD for the list once more, by the palette.
fn ask_again(window: &Window) -> Result<()> {
    window.press("Control+k")?;
    window.by_role("combobox", "Commands")?.type_text("Ask DHMAD")?;
    window.by_role("option", "Ask DHMAD again")?;
    window.press("Enter")
}

/// Chooses one of a few, by the name on it.
fn choose(window: &Window, name: &str) -> Result<()> {
    click(window, "radio", name)
}
