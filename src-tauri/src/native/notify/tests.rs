//! Against a server whose abilities are ours to say, and against dunst.

use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use anyhow::{Context as _, Result};
use miftah_tests::desktop::DesktopSession;
use miftah_tests::desktop::dunst::Dunst;
use miftah_tests::desktop::notifications::{NotificationServer, Says, Server, Told};
use miftah_tests::desktop::voice::Voice;
use miftah_tests::webdriver::wait::PATIENCE;
use tauri::async_runtime::block_on;

use super::system::Desktop;
use super::{DEFAULT, Note, NoteAction, Notifier, NotifyError, NotifyEvent};

const ABLE: Server = Server { abilities: &["actions", "body-markup"], first: 7, silent: false };

struct Events(Receiver<NotifyEvent>);

impl Events {
    fn next(&self) -> Result<NotifyEvent> {
        self.0.recv_timeout(PATIENCE).context("nothing was heard")
    }
}

fn desktop() -> (Desktop, Events) {
    let (tell, events) = mpsc::channel();
    // Nobody listens once the test has seen enough.
    let desktop = Desktop::new(super::PATIENCE, Box::new(move |event| drop(tell.send(event))));
    (desktop, Events(events))
}

fn session() -> Result<DesktopSession> {
    let session = DesktopSession::builder().start()?;
    session.enter()?;
    Ok(session)
}

fn note(tag: &str) -> Note {
    Note {
        tag: tag.into(),
        title: "2 keys\u{7} need you".into(),
        body: "\u{2068}<b>R&D</b>\u{2069}: no request\u{1b} for 61 days.".into(),
        actions: [("open", "Open"), ("later", "Tomorrow")]
            .map(|(id, label)| NoteAction { id: id.into(), label: label.into() })
            .into(),
        urgent: false,
    }
}

fn activated(tag: &str, action: &str, token: Option<&str>) -> NotifyEvent {
    NotifyEvent::Activated { tag: tag.into(), action: action.into(), token: token.map(Into::into) }
}

fn number(told: &Told) -> (u32, u32) {
    let Told::Notify { id, replaces, .. } = told else { panic!("{told:?}") };
    (*id, *replaces)
}

#[test]
fn a_server_is_told_what_it_can_show() -> Result<()> {
    let session = session()?;
    let server = NotificationServer::start(&session, ABLE)?;
    let (desktop, _events) = desktop();
    let taken = block_on(desktop.show(Note { urgent: true, ..note("digest") }))?;
    assert_eq!((taken.shown.id, taken.by.as_str(), taken.actions), (7, "stand-in", true));
    let expected = Told::Notify {
        id: 7,
        replaces: 0,
        title: "2 keys need you".into(),
        body: "\u{2068}&lt;b&gt;R&amp;D&lt;/b&gt;\u{2069}: no request for 61 days.".into(),
        actions: [DEFAULT, "Open", "open", "Open", "later", "Tomorrow"].map(Into::into).into(),
        urgency: 2,
    };
    assert_eq!(server.told()?, expected);
    Ok(())
}

#[test]
fn a_server_without_markup_and_actions_gets_plain_text() -> Result<()> {
    let session = session()?;
    let server = NotificationServer::start(&session, Server { abilities: &["body"], ..ABLE })?;
    let (desktop, _events) = desktop();
    assert!(!block_on(desktop.show(note("digest")))?.actions);
    let Told::Notify { body, actions, urgency, .. } = server.told()? else { panic!("not shown") };
    assert_eq!(body, "\u{2068}<b>R&D</b>\u{2069}: no request for 61 days.");
    assert_eq!((actions, urgency), (Vec::new(), 1));
    Ok(())
}

#[test]
fn the_same_tag_takes_the_place_and_a_closed_one_does_not_come_back() -> Result<()> {
    let session = session()?;
    let server = NotificationServer::start(&session, ABLE)?;
    let (desktop, events) = desktop();
    let show = |tag| -> Result<(u32, u32)> {
        block_on(desktop.show(note(tag)))?;
        Ok(number(&server.told()?))
    };
    assert_eq!(show("digest")?, (7, 0));
    assert_eq!(show("key:a")?, (8, 0));
    assert_eq!(show("digest")?, (7, 7));
    // Its time is over: the desktop may still have it in a list.
    server.says(&Says::Closed(7, 1))?;
    assert_eq!(show("digest")?, (7, 7));
    server.says(&Says::Closed(7, 2))?;
    assert_eq!(events.next()?, NotifyEvent::Dismissed { tag: "digest".into() });
    assert_eq!(show("digest")?, (9, 0));
    block_on(desktop.close("key:a"));
    assert_eq!(server.told()?, Told::Close(8));
    assert_eq!(show("key:a")?, (10, 0));
    Ok(())
}

#[test]
fn clicks_come_back_with_their_token_once() -> Result<()> {
    let session = session()?;
    let server = NotificationServer::start(&session, ABLE)?;
    let (desktop, events) = desktop();
    block_on(desktop.show(note("digest")))?;
    block_on(desktop.show(note("key:a")))?;
    server.says(&Says::Token(8, "t1"))?;
    server.says(&Says::Action(8, DEFAULT))?;
    // Servers close what was clicked: that is no dismissal.
    server.says(&Says::Closed(8, 2))?;
    server.says(&Says::Action(8, DEFAULT))?;
    server.says(&Says::Action(7, "open"))?;
    assert_eq!(events.next()?, activated("key:a", DEFAULT, Some("t1")));
    assert_eq!(events.next()?, activated("digest", "open", None));
    Ok(())
}

#[test]
fn signals_of_other_programs_and_for_other_notifications_are_not_heard() -> Result<()> {
    let session = session()?;
    let server = NotificationServer::start(&session, ABLE)?;
    let impostor = Voice::impostor(&session)?;
    let (desktop, events) = desktop();
    block_on(desktop.show(note("digest")))?;
    Says::Token(7, "theirs").by(&impostor)?;
    Says::Action(7, "open").by(&impostor)?;
    Says::Closed(7, 2).by(&impostor)?;
    server.says(&Says::Action(6, "open"))?;
    server.says(&Says::Action(7, DEFAULT))?;
    assert_eq!(events.next()?, activated("digest", DEFAULT, None));
    Ok(())
}

#[test]
fn what_an_earlier_process_showed_is_heard_of_while_its_server_runs() -> Result<()> {
    let session = session()?;
    let server = NotificationServer::start(&session, ABLE)?;
    let shown = block_on(desktop().0.show(note("digest")))?.shown;
    server.told()?;

    let (later, events) = desktop();
    block_on(later.adopt(vec![shown.clone()]));
    block_on(later.show(note("digest")))?;
    assert_eq!(number(&server.told()?), (7, 7), "it takes the place of the earlier one");
    server.says(&Says::Action(7, "open"))?;
    assert_eq!(events.next()?, activated("digest", "open", None));

    drop(server);
    let server = NotificationServer::start(&session, ABLE)?;
    let (last, events) = desktop();
    block_on(last.adopt(vec![shown]));
    server.says(&Says::Action(7, "open"))?;
    block_on(last.show(note("key:a")))?;
    server.says(&Says::Action(7, DEFAULT))?;
    assert_eq!(events.next()?, activated("key:a", DEFAULT, None), "7 is another one's number now");
    Ok(())
}

#[test]
fn a_new_server_counts_anew() -> Result<()> {
    let session = session()?;
    let (desktop, events) = desktop();
    let server = NotificationServer::start(&session, ABLE)?;
    block_on(desktop.show(note("key:a")))?;
    drop(server);
    let server = NotificationServer::start(&session, ABLE)?;
    let taken = block_on(desktop.show(note("key:a")))?;
    assert_eq!(number(&server.told()?), (7, 0), "7 may be another program's now");
    server.says(&Says::Action(taken.shown.id, DEFAULT))?;
    assert_eq!(events.next()?, activated("key:a", DEFAULT, None));
    Ok(())
}

#[test]
fn nobody_there_and_nobody_answering_are_told_apart() -> Result<()> {
    let session = session()?;
    let (here, _events) = desktop();
    assert!(!block_on(here.reachable()));
    assert_eq!(block_on(here.show(note("digest"))), Err(NotifyError::NoServer));
    let server = NotificationServer::start(&session, Server { silent: true, ..ABLE })?;
    assert!(block_on(here.reachable()));
    let hasty = Desktop::new(Duration::from_millis(200), Box::new(|_| ()));
    assert_eq!(block_on(hasty.show(note("digest"))), Err(NotifyError::TimedOut));
    drop(server);
    Ok(())
}

#[test]
fn without_a_bus_there_is_no_server() -> Result<()> {
    let session = session()?;
    drop(session);
    assert_eq!(block_on(desktop().0.show(note("digest"))), Err(NotifyError::NoServer));
    Ok(())
}

#[test]
fn dunst_shows_it_literally_and_tells_of_clicks() -> Result<()> {
    let session = DesktopSession::builder().notifications().start()?;
    session.enter()?;
    let dunst = Dunst::of(&session)?;
    let (desktop, events) = desktop();
    let taken = block_on(desktop.show(note("digest")))?;
    assert_eq!((taken.by.as_str(), taken.actions), ("dunst", true));
    dunst.wait_displayed(1)?;
    dunst.click()?;
    assert_eq!(events.next()?, activated("digest", DEFAULT, None));
    // dunst leaves what was clicked on the screen.
    dunst.close_all()?;
    dunst.wait_displayed(0)?;
    let past = dunst.history()?;
    assert_eq!(past[0].title, "2 keys need you");
    // Markup would have been taken out.
    assert_eq!(past[0].body, "\u{2068}<b>R&D</b>\u{2069}: no request for 61 days.");

    block_on(desktop.show(note("key:a")))?;
    dunst.wait_displayed(1)?;
    dunst.press("Tomorrow")?;
    assert_eq!(events.next()?, activated("key:a", "later", None));
    dunst.close_all()?;
    dunst.wait_displayed(0)?;

    block_on(desktop.show(Note { urgent: true, ..note("key:b") }))?;
    dunst.wait_displayed(1)?;
    dunst.close_all()?;
    assert_eq!(events.next()?, NotifyEvent::Dismissed { tag: "key:b".into() });
    Ok(())
}
