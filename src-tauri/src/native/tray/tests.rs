//! On a bus with a place for trays that comes and goes.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};

use anyhow::{Context as _, Result};
use miftah_tests::desktop::DesktopSession;
use miftah_tests::desktop::tray::TrayPlace;
use miftah_tests::webdriver::wait::{PATIENCE, until};

use super::system::Desktop;
use super::{Tray, TrayAct, TrayIcon, TrayLabels, TrayView};

struct Acts(Receiver<TrayAct>);

impl Acts {
    fn next(&self) -> Result<TrayAct> {
        self.0.recv_timeout(PATIENCE).context("nothing was done")
    }
}

fn tray() -> (Desktop, Acts) {
    let (tell, acts) = mpsc::channel();
    // Nobody listens once the test has seen enough.
    (Desktop::start(Arc::new(move |act| drop(tell.send(act)))), Acts(acts))
}

fn session() -> Result<DesktopSession> {
    let session = DesktopSession::builder().start()?;
    session.enter()?;
    Ok(session)
}

fn view(icon: TrayIcon) -> TrayView {
    TrayView {
        icon,
        state_line: "All keys in order".into(),
        favourites: vec![("k1".into(), "Copy my_shop".into())],
        clear: None,
        labels: TrayLabels { check_now: "Check now".into(), open: "Open Miftah".into(), quit: "Quit".into() },
        rtl: false,
    }
}

#[test]
fn it_shows_the_state_and_the_acts() -> Result<()> {
    let session = session()?;
    let place = TrayPlace::start(&session, true)?;
    let (tray, _acts) = tray();
    tray.show(view(TrayIcon::Plain));
    let item = place.item()?;
    assert_eq!(item.tooltip()?, ("Miftah".into(), "All keys in order".into()));
    let labels = |menu: Vec<miftah_tests::desktop::tray::Entry>| -> Vec<_> {
        menu.into_iter().map(|entry| (entry.label, entry.enabled)).collect()
    };
    let expected = [
        ("All keys in order", false),
        ("", false),
        ("Copy my_shop", true),
        ("Check now", true),
        ("", false),
        ("Open Miftah", true),
        ("Quit", true),
    ];
    assert_eq!(labels(item.menu()?), expected.map(|(label, enabled)| (label.into(), enabled)));

    let more = TrayView {
        state_line: "2 keys need you".into(),
        clear: Some("Clear the clipboard (24 s)".into()),
        ..view(TrayIcon::Dot)
    };
    tray.show(more);
    until("the clipboard's entry", PATIENCE, || {
        let menu = labels(item.menu()?);
        Ok((menu[0].0 == "2 keys need you" && menu[3].0 == "Clear the clipboard (24 s)").then_some(()))
    })?;
    assert_eq!(item.tooltip()?.1, "2 keys need you");
    Ok(())
}

#[test]
fn each_state_has_an_icon_of_its_own() -> Result<()> {
    let session = session()?;
    let place = TrayPlace::start(&session, true)?;
    let (tray, _acts) = tray();
    tray.show(view(TrayIcon::Plain));
    let item = place.item()?;
    let plain = item.pixmaps()?;
    assert_eq!(
        plain.iter().map(|(width, height, _)| (*width, *height)).collect::<Vec<_>>(),
        [(22, 22), (44, 44)]
    );
    for (width, height, pixels) in &plain {
        assert_eq!(pixels.len(), usize::try_from(width * height * 4)?);
        // A corner is clear, and the middle of the door's foot is blue and opaque.
        let at = |x: i32, y: i32| usize::try_from((y * width + x) * 4).map(|at| &pixels[at..at + 4]);
        assert_eq!(at(0, 0)?[0], 0);
        assert_eq!(at(width / 4, height * 7 / 8)?, [255, 0x2f, 0x6f, 0xe0]);
    }
    let mut seen = vec![plain];
    for icon in [TrayIcon::Dot, TrayIcon::Hollow] {
        tray.show(view(icon));
        let new = until("another icon", PATIENCE, || {
            let pixmaps = item.pixmaps()?;
            Ok((!seen.contains(&pixmaps)).then_some(pixmaps))
        })?;
        seen.push(new);
    }
    Ok(())
}

#[test]
fn what_is_chosen_is_told() -> Result<()> {
    let session = session()?;
    let place = TrayPlace::start(&session, true)?;
    let (tray, acts) = tray();
    assert_eq!(acts.next()?, TrayAct::HostChanged(true));
    tray.show(TrayView { clear: Some("Clear".into()), ..view(TrayIcon::Plain) });
    let item = place.item()?;
    item.choose("Copy my_shop")?;
    assert_eq!(acts.next()?, TrayAct::Copy("k1".into()));
    item.choose("Clear")?;
    assert_eq!(acts.next()?, TrayAct::ClearClipboard);
    item.choose("Check now")?;
    assert_eq!(acts.next()?, TrayAct::CheckNow);
    item.click("token-1")?;
    assert_eq!(acts.next()?, TrayAct::Open(Some("token-1".into())));
    item.choose("Open Miftah")?;
    assert_eq!(acts.next()?, TrayAct::Open(None));
    item.choose("Quit")?;
    assert_eq!(acts.next()?, TrayAct::Quit);

    tray.remove();
    until("the icon to go", PATIENCE, || Ok((!item.is_there()?).then_some(())))?;
    tray.show(view(TrayIcon::Plain));
    assert!(place.item()?.is_there()?);
    Ok(())
}

#[test]
fn a_watcher_alone_draws_nothing() -> Result<()> {
    let session = session()?;
    let place = TrayPlace::start(&session, false)?;
    let (tray, acts) = tray();
    tray.show(view(TrayIcon::Plain));
    place.wait_asked()?;
    assert!(!tray.present());
    place.host(true)?;
    assert_eq!(acts.next()?, TrayAct::HostChanged(true));
    assert!(place.item()?.is_there()?);
    Ok(())
}

#[test]
fn a_place_that_comes_and_goes_is_noticed() -> Result<()> {
    let session = session()?;
    let (tray, acts) = tray();
    tray.show(view(TrayIcon::Plain));
    assert!(!tray.present());

    let place = TrayPlace::start(&session, false)?;
    place.host(true)?;
    assert_eq!(acts.next()?, TrayAct::HostChanged(true));
    assert!(tray.present());
    assert!(place.item()?.is_there()?);
    place.host(false)?;
    assert_eq!(acts.next()?, TrayAct::HostChanged(false));
    place.host(true)?;
    assert_eq!(acts.next()?, TrayAct::HostChanged(true));

    drop(place);
    assert_eq!(acts.next()?, TrayAct::HostChanged(false));
    assert!(!tray.present());
    let place = TrayPlace::start(&session, true)?;
    assert_eq!(acts.next()?, TrayAct::HostChanged(true));
    assert!(place.item()?.is_there()?);
    Ok(())
}

#[test]
fn without_a_bus_there_is_no_tray() -> Result<()> {
    let session = session()?;
    let place = TrayPlace::start(&session, true)?;
    let (tray, acts) = tray();
    tray.show(view(TrayIcon::Plain));
    assert_eq!(acts.next()?, TrayAct::HostChanged(true));
    // It takes everything on it along at once.
    drop(session);
    assert_eq!(acts.next()?, TrayAct::HostChanged(false));
    assert!(!tray.present());
    drop(place);
    Ok(())
}
