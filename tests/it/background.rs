//! Checks in the background: what is asked, how often, and what is left alone.

#![expect(clippy::unwrap_used, reason = "the helpers fail as the tests do")]

use std::time::Duration;

use dhmad_sandbox::{Fault, FaultAction, MeBehaviour, Profile, SandboxConfig};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use miftah_core::background::{Ended, Poke, Schedule, check, schedule};
use miftah_core::guided::{Taken, take_key};
use miftah_core::keys::{KnownKey, LastUse, list_known};
use miftah_core::ports::{Clock, KeychainState};
use miftah_core::reminders::{
    Facts, Finding, Inbox, Item, Manners, Telling, facts, inbox, note_told, reminders, to_tell,
};
use miftah_core::session::Session;
use miftah_core::settings::{Access, GuidedBecause, Settings};
use miftah_tests::fakes::keychain::Person;

use crate::world::World;

const LIST: &str = "/api/developer/api-keys";
const KEY: &str = "Comptabilité";
const HOUR: Duration = Duration::from_hours(1);
const DAY: Duration = Duration::from_hours(24);
const ALL_BEHAVIOURS: [MeBehaviour; 3] = [MeBehaviour::Unmoved, MeBehaviour::Before, MeBehaviour::After];

/// Guided mode with one key taken in.
async fn guided(me: MeBehaviour, names: &[&str]) -> World {
    let world = World::new(SandboxConfig::demo().with_profile(Profile::Guided).with_me(me)).await;
    let access = Access::Guided { because: GuidedBecause::Chosen };
    world.ports.store.save_settings(&Settings { access, ..Settings::first_start() }).unwrap();
    for name in names {
        take(&world, name).await;
    }
    world
}

async fn take(world: &World, name: &str) -> KnownKey {
    world.clipboard.copy_elsewhere(&world.at_dhmad(name));
    match take_key(&world.ports, None).await {
        Ok(Taken::Stored { known, .. }) => *known,
        Ok(Taken::Question(_)) => panic!("nothing to ask"),
        Err(error) => panic!("{error}"),
    }
}

async fn checked(world: &World, session: Option<&Session>) -> Ended {
    check(&world.ports, session).await.unwrap().ended
}

fn calls(world: &World) -> usize {
    world.sandbox.requests("/v1/me").len()
}

/// What is known of the one key in guided mode.
fn known(world: &World) -> Facts {
    let settings = world.ports.store.settings().unwrap();
    let listing = list_known(&world.ports, &settings.access).unwrap();
    facts(&world.ports, &settings, &listing, world.clock_now()).unwrap().remove(0)
}

fn findings(world: &World) -> Vec<Finding> {
    let known = known(world);
    reminders(&known.seen(), &known.thresholds, world.clock_now()).iter().map(|told| told.finding).collect()
}

fn use_key(world: &World) -> Timestamp {
    let at = world.clock_now();
    world.sandbox.use_key(world.id(KEY).as_str(), at).unwrap();
    at
}

/// Twelve weeks with four checks a day.
#[tokio::test]
async fn a_key_is_probed_once_a_week_and_its_last_use_is_the_others() {
    for me in ALL_BEHAVIOURS {
        let world = guided(me, &[KEY]).await;
        let used = world.clock_now() - jiff::SignedDuration::from_hours(61 * 24);
        let shown = |at| if me == MeBehaviour::After { LastUse::Unknown } else { LastUse::At(at) };
        assert_eq!(known(&world).known.key.last_use, shown(used), "{me:?}: the taking's own call");
        for quarter in 1..=12 * 28 {
            world.clock.advance(6 * HOUR);
            assert_eq!(checked(&world, None).await, Ended::Checked);
            assert_eq!(known(&world).known.key.last_use, shown(used), "{me:?} after {quarter} checks");
            assert!(!known(&world).old);
        }
        assert_eq!(calls(&world), 1 + 12, "{me:?}");
        let unused = findings(&world).iter().any(|finding| matches!(finding, Finding::Unused { .. }));
        assert_eq!(unused, me != MeBehaviour::After, "{me:?}");
        // Somebody uses it: the next probe tells, but where its answer shows itself.
        world.clock.advance(HOUR);
        let used = use_key(&world);
        world.clock.advance(7 * DAY);
        checked(&world, None).await;
        assert_eq!(known(&world).known.key.last_use, shown(used), "{me:?}");
        let again = findings(&world);
        let told = matches!(again.first(), Some(Finding::UsedAgain { at, .. }) if *at == used);
        assert_eq!(told, me != MeBehaviour::After, "{me:?}: {again:?}");
    }
}

/// A date that is years off, on either side, makes no key due at every check.
#[tokio::test]
async fn a_wrong_clock_asks_no_more_often() {
    for date in ["2016-11-23T10:00:00Z", "2036-11-23T10:00:00Z"] {
        let world = guided(MeBehaviour::Before, &[KEY]).await;
        let clock = miftah_tests::fakes::clock::TestClock::at(date.parse().unwrap());
        let mut ports = world.ports.clone();
        let clock = std::sync::Arc::new(clock);
        ports.clock = std::sync::Arc::clone(&clock) as _;
        for _ in 0..28 {
            clock.advance(6 * HOUR);
            world.clock.advance(6 * HOUR);
            check(&ports, None).await.unwrap();
        }
        assert!(calls(&world) <= 3, "{date}: {}", calls(&world));
    }
}

#[tokio::test]
async fn many_keys_have_their_turn_and_one_that_is_refused_stops_none() {
    let names = ["Sandbox tests", "New colleague training", KEY, "Production shop", "Mobile app (iOS)"];
    let world = guided(MeBehaviour::Unmoved, &names).await;
    world.sandbox.regenerate_elsewhere(world.id("Sandbox tests").as_str()).unwrap();
    world.clock.advance(7 * DAY);
    let before = calls(&world);
    assert_eq!(checked(&world, None).await, Ended::Checked);
    assert_eq!(calls(&world) - before, 4, "a few at a time");
    for _ in 0..3 {
        world.clock.advance(6 * HOUR);
        checked(&world, None).await;
    }
    assert_eq!(calls(&world) - before, 5, "each once, the refused one too");
}

#[tokio::test]
async fn a_locked_keyring_is_left_alone_and_nobody_is_asked() {
    let world = guided(MeBehaviour::Unmoved, &[KEY]).await;
    world.clock.advance(8 * DAY);
    world.keychain.lock(Person::Unlocks);
    let (before, touched) = (calls(&world), world.keychain.calls().len());
    assert_eq!(checked(&world, None).await, Ended::Skipped);
    let state = world.ports.keychain.state().await;
    assert!(matches!(state, KeychainState::Locked { .. }), "no prompt was answered: {state:?}");
    assert_eq!((calls(&world), world.keychain.calls().len()), (before, touched));
    world.keychain.come_back();
    assert_eq!(checked(&world, None).await, Ended::Checked);
    assert_eq!(calls(&world), before + 1);
}

#[tokio::test]
async fn without_anybody_signed_in_nothing_is_asked() {
    let world = World::new(SandboxConfig::demo()).await;
    assert_eq!(checked(&world, None).await, Ended::Skipped);
    let (world, session) = World::signed_in().await;
    let before = world.sandbox.requests("").len();
    assert_eq!(checked(&world, None).await, Ended::Skipped, "the keyring did not give the token");
    assert_eq!(world.sandbox.requests("").len(), before);
    assert_eq!(checked(&world, Some(&session)).await, Ended::Checked);
    assert_eq!(world.sandbox.requests("").len(), before + 1, "one call, and none with a key");
}

#[tokio::test]
async fn a_list_that_is_not_offered_is_told() {
    let (world, session) = World::signed_in().await;
    world.sandbox.set_profile(Profile::Guided);
    let checked = check(&world.ports, Some(&session)).await.unwrap();
    assert!(checked.not_offered && checked.listing.is_none());
}

/// A day in which DHMAD says "too many requests" once.
#[tokio::test]
async fn after_429_the_account_is_left_alone() {
    let (world, session) = World::signed_in().await;
    let list = || world.sandbox.requests("/api-keys").len();
    let mut schedule = Schedule::new(&world.ports.timings, world.clock.uptime());
    let limited = FaultAction::TooManyRequests { retry_after: 1800 };
    world.sandbox.set_fault(Fault::before("GET", LIST, limited).always());
    let began = world.clock.uptime();
    let before = list();
    let mut ends = Vec::new();
    while world.clock.uptime() < began + 3 * HOUR {
        world.clock.advance(Duration::from_mins(1));
        let now = world.clock.uptime();
        schedule.poke(Poke::Asked, now);
        if schedule.is_due(now) {
            schedule.begin(now);
            let ended = checked(&world, Some(&session)).await;
            schedule.ended(ended, now, 0.5);
            ends.push(ended);
        }
    }
    assert!(ends.iter().all(|ended| *ended == Ended::RateLimited(Some(Duration::from_mins(30)))), "{ends:?}");
    assert_eq!(list() - before, 6, "one call in half an hour, however often it is asked for");
    world.sandbox.clear_faults();
    world.clock.advance(HOUR);
    assert_eq!(checked(&world, Some(&session)).await, Ended::Checked);
}

/// A week of the app's rounds over real sockets, with a night without a network and an hour of "too many requests".
#[tokio::test]
async fn a_week_over_sockets() {
    for me in ALL_BEHAVIOURS {
        let world = World::new(SandboxConfig::demo().with_me(me)).await;
        let session = world.enter().await;
        let lists = world.sandbox.requests("/api-keys").len();
        let mut plan = schedule(&world.ports).unwrap();
        let (mut digests, mut again) = (Vec::new(), None);
        let used = world.clock_now() + jiff::SignedDuration::from_hours(4 * 24);
        for hour in 0..7 * 24 {
            match hour {
                30 => world.sandbox.set_fault(Fault::before("GET", LIST, FaultAction::Close).always()),
                60 => {
                    let limited = FaultAction::TooManyRequests { retry_after: 3600 };
                    world.sandbox.set_fault(Fault::before("GET", LIST, limited).times(1));
                }
                96 => drop(use_key(&world)),
                _ => {}
            }
            if hour == 40 {
                world.sandbox.clear_faults();
                plan.poke(Poke::NetworkBack, world.clock.uptime());
            }
            let end = world.clock.uptime() + HOUR;
            while world.clock.uptime() < end {
                if plan.is_due(world.clock.uptime()) {
                    plan.begin(world.clock.uptime());
                    let ended = checked(&world, Some(&session)).await;
                    plan.ended(ended, world.clock.uptime(), 0.5);
                }
                let wait = plan.next().saturating_sub(world.clock.uptime());
                world
                    .clock
                    .advance(wait.min(end.saturating_sub(world.clock.uptime())).max(Duration::from_secs(1)));
            }
            let now = world.clock_now();
            let inbox = seen(&world);
            let broken =
                |item: &Item| matches!(item.reminder.finding, Finding::UsedAgain { at, .. } if at == used);
            if again.is_none() && inbox.fresh().any(broken) {
                again = Some(now);
            }
            for telling in
                to_tell(&world.ports, &inbox, &Manners::usual(), &now.to_zoned(TimeZone::UTC)).unwrap()
            {
                note_told(&world.ports, &telling, now).unwrap();
                digests.extend(matches!(telling, Telling::Digest(_)).then_some(now));
            }
        }
        let calls = world.sandbox.requests("/api-keys").len() - lists;
        assert!((7 * 4..7 * 6).contains(&calls), "{me:?}: {calls} calls in a week");
        assert_eq!(calls, world.sandbox.requests("").len() - lists, "{me:?}: and none with a key");
        let days: Vec<_> = digests.iter().map(|at| at.to_zoned(TimeZone::UTC).date()).collect();
        assert!(days.is_sorted_by(|before, after| before < after), "{me:?}: {days:?}");
        let late = again.unwrap().duration_since(used);
        assert!(late <= jiff::SignedDuration::from_hours(8), "{me:?}: told {late:?} after the use");
    }
}

/// The inbox as it is now.
fn seen(world: &World) -> Inbox {
    let settings = world.ports.store.settings().unwrap();
    let listing = list_known(&world.ports, &settings.access).unwrap();
    let now = world.clock_now();
    let facts = facts(&world.ports, &settings, &listing, now).unwrap();
    inbox(&facts, &world.ports.store.marks().unwrap(), now, now)
}

/// An app that is started again and again asks no more often for it.
#[tokio::test]
async fn a_new_start_knows_when_dhmad_was_asked() {
    let (world, session) = World::signed_in().await;
    let lists = world.sandbox.requests("/api-keys").len();
    for _ in 0..48 {
        let mut plan = schedule(&world.ports).unwrap();
        world.clock.advance(Duration::from_mins(30));
        if plan.is_due(world.clock.uptime()) {
            plan.begin(world.clock.uptime());
            checked(&world, Some(&session)).await;
        }
    }
    let calls = world.sandbox.requests("/api-keys").len() - lists;
    assert_eq!(calls, 12, "of a day with 48 starts");
}
