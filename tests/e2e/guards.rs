//! What ends a countdown besides the person: nobody sees it, or nobody can stop it any more.

use anyhow::Result;
use miftah_tests::fixture::{Fixture, row};
use rustix::process::{Pid, Signal, kill_process};

use crate::{COUNTED, LONGER, SANDBOX, cancelled, counting, done, regenerate, regenerated, signed_in};

#[test]
fn a_hidden_window_or_a_locked_screen_ends_the_countdown() -> Result<()> {
    let (fixture, window) = signed_in()?;
    let id = fixture.xdotool(&["search", "--onlyvisible", "--name", "^Miftah$"])?;
    regenerate(&fixture, &window, SANDBOX)?;
    counting(&window)?;
    fixture.xdotool(&["windowminimize", "--sync", &id])?;
    fixture.nothing_sent_within(LONGER)?;
    assert!(fixture.start_again()?.success());
    fixture.screen().dialog("^Miftah$")?;
    cancelled(&window, "The window was hidden before the countdown ended. The key works as before.")?;

    regenerate(&fixture, &window, SANDBOX)?;
    counting(&window)?;
    fixture.lock_screen()?;
    cancelled(&window, "The screen was locked before the countdown ended. The key works as before.")?;
    assert_eq!(fixture.regenerates()?, 0);

    regenerated(&fixture, &window, SANDBOX)?;
    fixture.lock_screen()?;
    fixture.clipboard_cleared()?;
    window.by_role("heading", "The clipboard is clear")?;
    done(&window)
}

#[test]
fn a_page_that_died_ends_the_countdown() -> Result<()> {
    let fixture = Fixture::plan().signed_in().strict_heartbeat().start()?;
    let window = fixture.main_window()?;
    row(&window, COUNTED)?;
    regenerate(&fixture, &window, SANDBOX)?;
    counting(&window)?;
    for id in fixture.processes()?.web {
        if let Some(id) = i32::try_from(id).ok().and_then(Pid::from_raw) {
            kill_process(id, Signal::KILL)?;
        }
    }
    fixture.nothing_sent_within(LONGER)?;
    let processes = fixture.processes()?;
    assert!(!processes.app.is_empty(), "the app ended with its page");
    assert!(!processes.web.is_empty(), "the page did not come back");
    Ok(())
}
