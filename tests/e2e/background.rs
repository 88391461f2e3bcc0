//! Reminders that reach a person: real notifications, the tray, and an app without a window.

use std::fs;

use anyhow::{Context as _, Result, ensure};
use jiff::{SignedDuration, Timestamp};
use miftah_tests::desktop::dunst::Dunst;
use miftah_tests::desktop::tray::TrayPlace;
use miftah_tests::fixture::{Fixture, Plan, row};
use miftah_tests::webdriver::wait;

use crate::COUNTED;

const MAIN: &str = "^Miftah$";

#[expect(clippy::disallowed_methods, reason = "the stand-in and the app go by the computer's clock")]
fn now() -> Timestamp {
    Timestamp::now()
}

/// An app in a desktop with notifications, which checks at once.
fn plan() -> Plan {
    Fixture::plan().background().noon().signed_in().env("MIFTAH_DEMO_FIRST_CHECK_MS", "300")
}

/// What is on the screen, read as it is taken off.
fn taken_off(dunst: &Dunst, count: u32) -> Result<Vec<(String, String)>> {
    dunst.wait_displayed(count)?;
    dunst.close_all()?;
    dunst.wait_displayed(0)?;
    Ok(dunst.history()?.into_iter().map(|past| (past.title, past.body)).collect())
}

fn expires_in(fixture: &Fixture, name: &str, left: SignedDuration) -> Result<()> {
    Ok(fixture.portal()?.expire_key(&fixture.key_id(name)?, now() + left)?)
}

#[test]
fn reminders_come_in_three_languages_as_one_summary() -> Result<()> {
    for (language, title, first, second) in [
        ("en_US.UTF-8", "7 keys need you", "expired, it no longer works", "expires in 4 days"),
        ("fr_FR.UTF-8", "7 clés à surveiller", "expirée, elle ne marche plus", "expire dans 4 jours"),
        ("ar_TN.UTF-8", "7 مفاتيح تحتاج انتباهك", "انتهى ولم يعد يعمل", "ينتهي بعد 4 أيام"),
    ] {
        let fixture = plan().env("LC_ALL", language).start()?;
        let dunst = Dunst::of(fixture.session())?;
        let shown = taken_off(&dunst, 1)?;
        let [(summary, text)] = shown.as_slice() else { anyhow::bail!("{shown:?}") };
        let plain = |text: &str| text.replace(['\u{2068}', '\u{2069}'], "");
        assert_eq!(plain(summary), title);
        let text = plain(text);
        ensure!(text.contains("Trade fair stand") && text.contains(first), "{text}");
        ensure!(text.contains("Season campaign") && text.contains(second), "{text}");
    }
    Ok(())
}

#[test]
fn a_button_of_a_notification_leads_to_its_key() -> Result<()> {
    let fixture = plan().start()?;
    let window = fixture.main_window()?;
    row(&window, COUNTED)?;
    let dunst = Dunst::of(fixture.session())?;
    taken_off(&dunst, 1)?;
    // The summary of the day is told; this cannot wait for tomorrow's.
    expires_in(&fixture, COUNTED, SignedDuration::from_hours(20))?;
    crate::ask_again(&window)?;
    dunst.wait_displayed(1)?;
    dunst.press("Open")?;
    window.by_role("heading", COUNTED)?;
    dunst.close_all()?;
    dunst.wait_displayed(0)?;
    expires_in(&fixture, "Mobile app (iOS)", SignedDuration::from_hours(20))?;
    crate::ask_again(&window)?;
    dunst.wait_displayed(1)?;
    dunst.press("Rotate")?;
    window.by_role("heading", "Safe rotations")?;
    window.shows("Mobile app (iOS)")
}

/// The one process of the app, and how it was started.
fn started(fixture: &Fixture) -> Result<Option<String>> {
    let app = fixture.processes()?.app;
    let Some(id) = app.first() else { return Ok(None) };
    Ok(fs::read_to_string(format!("/proc/{id}/cmdline")).ok())
}

fn hidden(fixture: &Fixture) -> Result<()> {
    wait::until("the app to start anew without a window", wait::PATIENCE, || {
        let hidden = started(fixture)?.is_some_and(|line| line.contains("--hidden"));
        let processes = fixture.processes()?;
        Ok((hidden && processes.web.is_empty() && processes.app.len() == 1).then_some(()))
    })
}

#[test]
fn closed_to_the_tray_it_still_reminds_and_comes_back() -> Result<()> {
    let fixture = plan().env("MIFTAH_DEMO_WINDOW_CLOSED_MS", "500").start()?;
    let place = TrayPlace::start(fixture.session(), true)?;
    let dunst = Dunst::of(fixture.session())?;
    row(&fixture.main_window()?, COUNTED)?;
    taken_off(&dunst, 1)?;
    place.item()?;

    fixture.screen().dialog(MAIN)?.close()?;
    fixture.screen().dialog_gone(MAIN)?;
    let shown = taken_off(&dunst, 1)?;
    let (_, text) = shown.first().context("nothing explained the closing")?;
    assert_eq!(text, "It stays in the tray and reminds you. Quit it there.");
    hidden(&fixture)?;

    let item = place.item()?;
    let plain = |text: &str| text.replace(['\u{2068}', '\u{2069}'], "");
    wait::until("the worst finding in the tray", wait::PATIENCE, || {
        let first = item.menu()?.into_iter().next();
        let worst = "7 keys need you. Trade fair stand: expired, it no longer works.";
        Ok(first.filter(|entry| plain(&entry.label) == worst && !entry.enabled).map(drop))
    })?;
    expires_in(&fixture, COUNTED, SignedDuration::from_hours(20))?;
    item.choose("Check now")?;
    dunst.wait_displayed(1)?;
    dunst.click()?;
    let window = fixture.screen().dialog(MAIN)?;
    dunst.close_all()?;
    dunst.wait_displayed(0)?;
    window.close()?;
    fixture.screen().dialog_gone(MAIN)?;
    hidden(&fixture)?;
    dunst.wait_displayed(0)?;
    assert_eq!(dunst.history()?.len(), 3, "closing is explained once");

    // Its icon is there: it has started, and is the one that a second start finds.
    let item = place.item()?;
    ensure!(fixture.start_again()?.success(), "a second start did not end");
    fixture.screen().dialog(MAIN)?;
    item.choose("Quit")?;
    wait::until("the app to end", wait::PATIENCE, || Ok(fixture.processes()?.app.is_empty().then_some(())))
}

#[test]
fn without_tray_and_notifications_it_ends_with_its_window() -> Result<()> {
    let fixture = Fixture::plan().signed_in().start()?;
    row(&fixture.main_window()?, COUNTED)?;
    fixture.screen().dialog(MAIN)?.close()?;
    wait::until("the app to end", wait::PATIENCE, || Ok(fixture.processes()?.app.is_empty().then_some(())))
}
