//! What there is to say of a key, from what DHMAD answers at one check after another.

#![expect(clippy::unwrap_used, reason = "the helpers fail as the tests do")]

use std::time::Duration;

use jiff::Timestamp;
use miftah_core::keys::refresh;
use miftah_core::ports::Clock;
use miftah_core::remarks::KeyAdvice;
use miftah_core::reminders::{Finding, Policy, Seen, foremost};
use miftah_core::session::Session;

use crate::world::World;

const HOUR: Duration = Duration::from_hours(1);
const KEY: &str = "Comptabilité";

/// Asks DHMAD, and says what there is to say of the key.
async fn told(world: &World, session: &Session) -> Option<Finding> {
    let listing = refresh(&world.ports, session).await.unwrap();
    let known = listing.keys.iter().find(|known| known.key.id == world.id(KEY)).unwrap();
    let store = &world.ports.store;
    let samples = store.samples(&known.account, &known.key.id, Timestamp::UNIX_EPOCH).unwrap();
    let own_calls = store.own_calls(&known.account, &known.key.id).unwrap();
    let seen = Seen { known, samples: &samples, own_calls: &own_calls, rotation: None };
    let thresholds = Policy::usual().of(known.key.environment, KeyAdvice::default());
    foremost(&seen, &thresholds, world.ports.clock.now())
}

#[tokio::test]
async fn a_use_of_a_key_that_is_switched_off_is_told_until_it_is_switched_on() {
    let (world, session) = World::signed_in().await;
    let id = world.id(KEY);
    let switched = |on: bool| world.sandbox.switch_elsewhere(id.as_str(), on).unwrap();
    let used = || {
        let at = world.clock.now();
        world.sandbox.use_key(id.as_str(), at).unwrap();
        world.clock.advance(HOUR);
        at
    };
    told(&world, &session).await;
    world.clock.advance(HOUR);
    // Used, then switched off before anybody looked: that is no use of a switched-off key.
    let first = used();
    switched(false);
    assert_eq!(told(&world, &session).await, None);
    world.clock.advance(HOUR);
    let at = used();
    assert_eq!(told(&world, &session).await, Some(Finding::UsedThoughOff { at }));
    world.clock.advance(HOUR);
    assert_eq!(told(&world, &session).await, Some(Finding::UsedThoughOff { at }));
    switched(true);
    // What is left to say: nothing had called with it for long before all of this.
    let again = Finding::UsedAgain { at: first, silent: 61 };
    assert_eq!(told(&world, &session).await, Some(again));
}

/// DHMAD tells whole seconds: the second check must not take the place of the first.
#[tokio::test]
async fn two_checks_within_a_second_are_two() {
    let (world, session) = World::signed_in().await;
    let id = world.id(KEY);
    world.sandbox.switch_elsewhere(id.as_str(), false).unwrap();
    assert_eq!(told(&world, &session).await, None);
    world.clock.advance(Duration::from_millis(200));
    let at = world.clock.now();
    world.sandbox.use_key(id.as_str(), at).unwrap();
    world.clock.advance(Duration::from_millis(200));
    assert_eq!(told(&world, &session).await, Some(Finding::UsedThoughOff { at }));
    let known =
        refresh(&world.ports, &session).await.unwrap().keys.into_iter().find(|known| known.key.id == id);
    let samples = world.ports.store.samples(&known.unwrap().account, &id, Timestamp::UNIX_EPOCH).unwrap();
    assert!(samples.is_sorted_by(|before, after| before.at < after.at), "one moment twice");
}
