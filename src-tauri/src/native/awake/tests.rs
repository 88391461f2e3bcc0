//! On a bus with stand-ins for what can keep a computer awake.

use anyhow::Result;
use miftah_tests::desktop::DesktopSession;
use miftah_tests::desktop::system_bus::{Hold, Part};
use tauri::async_runtime::block_on;

use super::hold;

fn session() -> Result<DesktopSession> {
    let session = DesktopSession::builder().start()?;
    session.enter()?;
    Ok(session)
}

fn asked(what: &str) -> Hold {
    Hold::Asked { what: what.into(), why: "A key is being regenerated".into() }
}

fn is_held_until_dropped(part: &Part, what: &str) -> Result<()> {
    let held = block_on(hold("A key is being regenerated"));
    assert!(held.is_some());
    assert_eq!(part.next()?, asked(what));
    drop(held);
    assert_eq!(part.next()?, Hold::Over);
    Ok(())
}

#[test]
fn logind_keeps_the_computer_awake_until_it_is_dropped() -> Result<()> {
    let session = session()?;
    let logind = Part::logind(&session, true)?;
    is_held_until_dropped(&logind, "sleep:handle-lid-switch")
}

#[test]
fn two_holds_are_two() -> Result<()> {
    let session = session()?;
    let logind = Part::logind(&session, true)?;
    let first = block_on(hold("A key is being regenerated"));
    let second = block_on(hold("A key is being regenerated"));
    assert_eq!(
        [logind.next()?, logind.next()?],
        [asked("sleep:handle-lid-switch"), asked("sleep:handle-lid-switch")]
    );
    drop(first);
    assert_eq!(logind.next()?, Hold::Over);
    drop(second);
    assert_eq!(logind.next()?, Hold::Over);
    Ok(())
}

#[test]
fn gnome_is_asked_where_logind_refuses() -> Result<()> {
    let session = session()?;
    let _logind = Part::logind(&session, false)?;
    let gnome = Part::gnome(&session)?;
    is_held_until_dropped(&gnome, "flags 4")
}

#[test]
fn power_management_is_asked_where_nothing_else_is() -> Result<()> {
    let session = session()?;
    let power = Part::power(&session)?;
    is_held_until_dropped(&power, "power")
}

#[test]
fn nothing_that_could_is_no_hold() -> Result<()> {
    let session = session()?;
    assert!(block_on(hold("A key is being regenerated")).is_none());
    drop(session);
    assert!(block_on(hold("A key is being regenerated")).is_none(), "no bus either");
    Ok(())
}
