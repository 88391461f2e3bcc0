//! The inbox from DHMAD's answer to what the person says of it, over SQLite and a new start.

#![expect(clippy::unwrap_used, reason = "the helpers fail as the tests do")]

use std::sync::Arc;
use std::time::Duration;

use dhmad_sandbox::SandboxConfig;
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use miftah_core::keys::list_known;
use miftah_core::ports::{Ports, Store};
use miftah_core::remarks::{Advice, KeyAdvice, advise};
use miftah_core::reminders::{
    AnswerError, Finding, Inbox, Item, Kind, Manners, Reason, Telling, dismiss, facts, inbox, last_digest,
    note_told, restore, snooze, take_back, to_tell,
};
use miftah_core::settings::{Reminding, save_reminding};
use miftah_store::SqliteStore;

use crate::world::World;

const KEY: &str = "Comptabilité";
const DAY: Duration = Duration::from_hours(24);

fn seen(ports: &Ports) -> Inbox {
    let settings = ports.store.settings().unwrap();
    let listing = list_known(ports, &settings.access).unwrap();
    let now = ports.clock.now();
    inbox(&facts(ports, &settings, &listing, now).unwrap(), &ports.store.marks().unwrap(), now, now)
}

/// What is open of a kind for the key.
fn open(world: &World, kind: Kind) -> Option<Item> {
    let id = world.id(KEY);
    let of_key = |item: &Item| item.known.key.id == id && item.reminder.kind() == kind;
    seen(&world.ports).open.into_iter().find(of_key)
}

/// How many notifications come now; each is remembered.
fn told(ports: &Ports) -> usize {
    let (inbox, now) = (seen(ports), ports.clock.now());
    let tellings = to_tell(ports, &inbox, &Manners::usual(), &now.to_zoned(TimeZone::UTC)).unwrap();
    for telling in &tellings {
        note_told(ports, telling, now).unwrap();
    }
    tellings.len()
}

/// A notification that the system refused was not told: it comes again, and the one after it once.
#[tokio::test]
async fn what_the_system_refused_is_told_again() {
    let (world, session) = World::signed_in().await;
    let ports = &world.ports;
    assert_eq!(told(ports), 1);
    assert_eq!(told(ports), 0);
    world.clock.advance(8 * DAY);
    let (inbox, now) = (seen(ports), ports.clock.now());
    let due = |inbox| to_tell(ports, inbox, &Manners::usual(), &now.to_zoned(TimeZone::UTC)).unwrap();
    assert!(due(&inbox).is_empty(), "a list of eight days ago alarms nobody");
    miftah_core::keys::refresh(ports, &session).await.unwrap();
    let inbox = seen(ports);
    let before = last_digest(ports).unwrap();
    let digest = due(&inbox).pop().unwrap();
    note_told(ports, &digest, now).unwrap();
    let after = seen(ports);
    assert!(to_tell(ports, &after, &Manners::usual(), &now.to_zoned(TimeZone::UTC)).unwrap().is_empty());
    take_back(ports, &digest, before).unwrap();
    assert_eq!((last_digest(ports).unwrap(), told(ports), told(ports)), (before, 1, 0));
}

async fn refresh(world: &World, session: &miftah_core::session::Session) {
    miftah_core::keys::refresh(&world.ports, session).await.unwrap();
}

#[tokio::test]
async fn what_the_person_says_holds_for_its_occasion() {
    let (world, session) = World::signed_in().await;
    let item = open(&world, Kind::Unused).unwrap();
    let now = world.clock_now();
    for wrong in [now, now - SignedDuration::from_secs(1), now + SignedDuration::from_hours(3_650 * 24 + 1)] {
        assert_eq!(snooze(&world.ports, &item, wrong), Err(AnswerError::OutOfBounds), "{wrong}");
    }
    snooze(&world.ports, &item, now + SignedDuration::from_hours(24)).unwrap();
    assert_eq!(open(&world, Kind::Unused), None);
    assert_eq!(seen(&world.ports).put_off.len(), 1);
    world.clock.advance(DAY);
    let item = open(&world, Kind::Unused).unwrap();
    dismiss(&world.ports, &item, Reason::Needed).unwrap();
    assert_eq!(open(&world, Kind::Unused), None);
    restore(&world.ports, &item).unwrap();
    assert!(open(&world, Kind::Unused).is_some());
    dismiss(&world.ports, &item, Reason::Needed).unwrap();
    // Used, and then unused again for 45 days: that is another occasion.
    world.sandbox.use_key(world.id(KEY).as_str(), world.clock_now()).unwrap();
    world.clock.advance(Duration::from_mins(1));
    refresh(&world, &session).await;
    assert_eq!(open(&world, Kind::Unused), None);
    world.clock.advance(45 * DAY);
    refresh(&world, &session).await;
    assert!(matches!(open(&world, Kind::Unused).unwrap().reminder.finding, Finding::Unused { days: 45 }));
}

#[tokio::test]
async fn what_was_told_is_known_after_a_new_start() {
    let folder = tempfile::tempdir().unwrap();
    let store = || Arc::new(SqliteStore::open(folder.path()).unwrap()) as Arc<dyn Store>;
    let world = World::with_store(SandboxConfig::demo(), store()).await;
    let session = world.enter().await;
    assert!(told(&world.ports) >= 1);
    let again = || Ports { store: store(), ..world.ports.clone() };
    assert_eq!(told(&again()), 0, "at once");
    for day in 1..7 {
        world.clock.advance(DAY);
        refresh(&world, &session).await;
        let known: Vec<_> = seen(&again()).open.into_iter().filter(|item| item.told.is_none()).collect();
        assert_eq!(told(&again()), usize::from(!known.is_empty()), "day {day}: {known:?}");
    }
    world.clock.advance(DAY);
    refresh(&world, &session).await;
    assert_eq!(told(&again()), 1, "after seven days");
}

#[tokio::test]
async fn a_summary_names_everything_new_once() {
    let (world, _session) = World::signed_in().await;
    let (inbox, now) = (seen(&world.ports), world.clock_now());
    let tellings = to_tell(&world.ports, &inbox, &Manners::usual(), &now.to_zoned(TimeZone::UTC)).unwrap();
    let summary = tellings.iter().find_map(|telling| match telling {
        Telling::Digest(items) => Some(items.len()),
        Telling::Urgent(_) => None,
    });
    let urgent = tellings.iter().filter(|telling| matches!(telling, Telling::Urgent(_))).count();
    assert_eq!(summary.unwrap() + urgent, inbox.open.len());
}

#[tokio::test]
async fn settings_and_what_was_decided_for_a_key_hold_at_once() {
    let (world, _session) = World::signed_in().await;
    let mut reminding = Reminding::usual();
    reminding.policy.live.unused = None;
    save_reminding(&*world.ports.store, reminding).unwrap();
    assert_eq!(open(&world, Kind::Unused), None);
    let advice = KeyAdvice { unused: Advice::After(60), ..KeyAdvice::default() };
    advise(&world.ports, &world.known(KEY), advice).unwrap();
    assert!(open(&world, Kind::Unused).is_some());
    reminding.policy.live.unused = Some(0);
    assert!(save_reminding(&*world.ports.store, reminding).is_err());
}

#[tokio::test]
async fn after_two_days_without_a_check_nothing_alarms() {
    let (world, _session) = World::signed_in().await;
    world.clock.advance(2 * DAY);
    assert!(seen(&world.ports).fresh().count() > 0);
    world.clock.advance(Duration::from_millis(1));
    let inbox = seen(&world.ports);
    assert_eq!((inbox.fresh().count(), inbox.keys()), (0, 0));
    assert!(!inbox.open.is_empty(), "what was true when DHMAD was last heard is shown as that");
    assert_eq!(told(&world.ports), 0);
}
