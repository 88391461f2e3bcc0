//! A key that is switched off for a while comes back by itself, whatever happens in between.

#![expect(clippy::unwrap_used, reason = "the helpers fail as the tests do")]

use std::sync::Arc;
use std::time::Duration;

use dhmad_sandbox::{Fault, FaultAction, MeBehaviour, SandboxConfig};
use jiff::SignedDuration;
use miftah_core::guided::note_switched;
use miftah_core::keys::{ApiKey, ChangeKeyError, KnownKey, Status, look_up};
use miftah_core::ports::{Ports, RemoteError, Slot, Store};
use miftah_core::rotation::KeyLocks;
use miftah_core::secret::Secret;
use miftah_core::session::Session;
use miftah_core::timed_off::{ArmError, Stage, Tended, TimedOff, arm, call_off, tend};
use miftah_store::SqliteStore;

use crate::world::World;

/// Live, last used 61 days ago.
const IDLE: &str = "Comptabilité";
/// Live, in use.
const BUSY: &str = "Production shop";
const SANDBOX: &str = "Sandbox tests";
const ONE: &str = "/api/developer/api-keys/*";
const LIST: &str = "/api/developer/api-keys";
const HOUR: Duration = Duration::from_hours(1);

async fn shown(world: &World, session: &Session, name: &str) -> KnownKey {
    look_up(&world.ports, session, &world.id(name)).await.unwrap()
}

async fn off(world: &World, session: &Session, name: &str) -> Result<TimedOff, ArmError> {
    let shown = shown(world, session, name).await;
    arm(&world.ports, &world.locks, session, &shown, SignedDuration::from_hours(1)).await
}

async fn tended(world: &World, session: &Session) -> Vec<Tended> {
    tended_by(&world.ports, session).await
}

async fn tended_by(ports: &Ports, session: &Session) -> Vec<Tended> {
    tend(ports, &KeyLocks::default(), session, ports.clock.now()).await.unwrap()
}

async fn status(world: &World, session: &Session, name: &str) -> Status {
    shown(world, session, name).await.key.status
}

/// Requests that switched something.
fn switches(world: &World) -> usize {
    world.sandbox.requests(LIST).iter().filter(|request| request.method != "GET").count()
}

#[tokio::test]
async fn it_comes_back_at_its_time_and_not_before() {
    let (world, session) = World::signed_in().await;
    let armed = off(&world, &session, IDLE).await.unwrap();
    let now = world.clock_now();
    assert_eq!((armed.stage, armed.off_at), (Stage::Off, now));
    assert_eq!(world.ports.store.timed_offs().unwrap(), std::slice::from_ref(&armed));
    assert_eq!(status(&world, &session, IDLE).await, Status::Inactive);
    world.clock.advance(HOUR.saturating_sub(Duration::from_millis(1)));
    assert_eq!(tended(&world, &session).await, []);
    world.clock.advance(Duration::from_millis(1));
    assert!(
        matches!(tended(&world, &session).await.as_slice(), [Tended::On(known)] if known.key.id == armed.key)
    );
    assert_eq!(status(&world, &session, IDLE).await, Status::Active);
    assert_eq!(tended(&world, &session).await, []);
    assert_eq!((switches(&world), world.ports.store.timed_offs().unwrap()), (2, vec![]));
}

#[tokio::test]
async fn a_live_key_that_may_be_in_use_stays_on() {
    let (world, session) = World::signed_in().await;
    assert_eq!(off(&world, &session, BUSY).await, Err(ArmError::UsedLately));
    assert!(off(&world, &session, SANDBOX).await.is_ok(), "a sandbox key stops no money");
    assert_eq!(off(&world, &session, SANDBOX).await, Err(ArmError::NotOn));
    let shown = shown(&world, &session, IDLE).await;
    for minutes in [0, 4, 24 * 60 + 1] {
        let lasting = SignedDuration::from_mins(minutes);
        let refused = arm(&world.ports, &world.locks, &session, &shown, lasting).await;
        assert_eq!(refused, Err(ArmError::OutOfBounds), "{minutes}");
    }
    assert_eq!(switches(&world), 1);
}

/// A check with the key moves its last use, and hides that somebody used it an hour ago.
#[tokio::test]
async fn a_use_that_an_own_call_hides_keeps_a_live_key_on() {
    let (world, session) = World::signed_in().await;
    world.sandbox.set_me_behaviour(MeBehaviour::Before);
    let key = ApiKey::parse(&Secret::new(world.at_dhmad(IDLE))).unwrap();
    let known = world.known(IDLE);
    let slot = Slot::Current(known.account.clone(), known.key.id.clone());
    world.ports.keychain.write(&slot, key.secret()).await.unwrap();
    for (used, expected) in [(false, true), (true, false)] {
        world.clock.advance(HOUR);
        shown(&world, &session, IDLE).await;
        if used {
            world.clock.advance(HOUR);
            world.sandbox.use_key(world.id(IDLE).as_str(), world.clock_now()).unwrap();
            world.clock.advance(HOUR);
        }
        note_switched(&world.ports, &world.known(IDLE), true).await.unwrap();
        let armed = off(&world, &session, IDLE).await;
        assert_eq!(armed.is_ok(), expected, "used meanwhile: {used}: {armed:?}");
        world.clock.advance(2 * HOUR);
        assert_eq!(tended(&world, &session).await.len(), usize::from(expected));
    }
}

#[tokio::test]
async fn while_dhmad_is_down_it_is_tried_again() {
    let (world, session) = World::signed_in().await;
    let armed = off(&world, &session, IDLE).await.unwrap();
    world.clock.advance(HOUR);
    // First nothing can be asked, then the list can and the request fails.
    world.sandbox.set_fault(Fault::before("GET", LIST, FaultAction::Close).always());
    let down = tended(&world, &session).await;
    assert!(
        matches!(down.as_slice(), [Tended::Again(timed, ChangeKeyError::Remote(_))] if *timed == armed),
        "{down:?}"
    );
    world.sandbox.clear_faults();
    world.sandbox.set_fault(Fault::before("PUT", ONE, FaultAction::Close).times(1));
    let failed = tended(&world, &session).await;
    assert!(matches!(failed.as_slice(), [Tended::Again(_, ChangeKeyError::Unknown(_))]), "{failed:?}");
    assert_eq!(world.ports.store.timed_offs().unwrap(), [armed]);
    assert!(matches!(tended(&world, &session).await.as_slice(), [Tended::On(_)]));
}

/// The answer that it is on gets lost: the list tells.
#[tokio::test]
async fn an_answer_that_gets_lost_switches_nothing_twice() {
    let (world, session) = World::signed_in().await;
    off(&world, &session, IDLE).await.unwrap();
    world.clock.advance(HOUR);
    world.sandbox.set_fault(Fault::after("PUT", ONE, FaultAction::Close).times(1));
    assert!(matches!(tended(&world, &session).await.as_slice(), [Tended::On(_)]));
    assert_eq!(switches(&world), 2);
}

#[tokio::test]
async fn the_app_may_be_started_again_in_between() {
    let folder = tempfile::tempdir().unwrap();
    let store = || Arc::new(SqliteStore::open(folder.path()).unwrap()) as Arc<dyn Store>;
    let world = World::with_store(SandboxConfig::demo(), store()).await;
    let session = world.enter().await;
    let armed = off(&world, &session, IDLE).await.unwrap();
    world.clock.advance(HOUR);
    let again = Ports { store: store(), ..world.ports.clone() };
    assert_eq!(again.store.timed_offs().unwrap(), [armed]);
    assert!(matches!(tended_by(&again, &session).await.as_slice(), [Tended::On(_)]));
}

#[tokio::test]
async fn nothing_is_switched_where_somebody_was_there_before() {
    let (world, session) = World::signed_in().await;
    let id = world.id(IDLE);
    // Switched on on the portal.
    off(&world, &session, IDLE).await.unwrap();
    world.sandbox.switch_elsewhere(id.as_str(), true).unwrap();
    world.clock.advance(HOUR);
    assert!(matches!(tended(&world, &session).await.as_slice(), [Tended::OnAlready(_)]));
    assert_eq!((switches(&world), world.ports.store.timed_offs().unwrap()), (1, vec![]));
    // It got another value: nobody was shown that.
    let armed = off(&world, &session, IDLE).await.unwrap();
    world.sandbox.regenerate_elsewhere(id.as_str()).unwrap();
    world.clock.advance(HOUR);
    assert_eq!(tended(&world, &session).await, [Tended::Gone(armed)]);
    assert_eq!((switches(&world), world.ports.store.timed_offs().unwrap()), (2, vec![]));
    assert_eq!(status(&world, &session, IDLE).await, Status::Inactive);
    // It was deleted.
    let armed = off(&world, &session, SANDBOX).await.unwrap();
    world.ports.portal.delete_key(&session.token, &armed.key).await.unwrap();
    world.clock.advance(HOUR);
    assert_eq!(tended(&world, &session).await, [Tended::Gone(armed)]);
    assert_eq!(world.ports.store.timed_offs().unwrap(), []);
}

#[tokio::test]
async fn what_is_called_off_stays_as_it_is() {
    let (world, session) = World::signed_in().await;
    let armed = off(&world, &session, IDLE).await.unwrap();
    call_off(&world.ports, &armed.key).unwrap();
    world.clock.advance(HOUR);
    assert_eq!(tended(&world, &session).await, []);
    assert_eq!(status(&world, &session, IDLE).await, Status::Inactive);
}

#[tokio::test]
async fn a_crash_between_writing_down_and_sending_leaves_the_key_on() {
    let (world, session) = World::signed_in().await;
    let shown = shown(&world, &session, IDLE).await;
    let before = world.sandbox.requests(LIST).len();
    world.sandbox.set_fault(Fault::before("GET", LIST, FaultAction::Hold).times(1));
    let (lasting, locks) = (SignedDuration::from_hours(1), KeyLocks::default());
    tokio::select! {
        ended = arm(&world.ports, &locks, &session, &shown, lasting) => panic!("{ended:?}"),
        () = world.sandbox.wait_for_requests(LIST, |requests| requests.len() > before) => {}
    }
    world.sandbox.release_held();
    let [timed] = world.ports.store.timed_offs().unwrap().try_into().unwrap();
    assert_eq!(timed.stage, Stage::Arming);
    world.clock.advance(HOUR);
    assert!(matches!(tended(&world, &session).await.as_slice(), [Tended::OnAlready(_)]));
    assert_eq!(switches(&world), 0);
}

#[tokio::test]
async fn a_crash_between_sending_and_its_answer_brings_the_key_back() {
    let (world, session) = World::signed_in().await;
    let shown = shown(&world, &session, IDLE).await;
    world.sandbox.set_fault(Fault::after("PUT", ONE, FaultAction::Hold).times(1));
    let (lasting, locks) = (SignedDuration::from_hours(1), KeyLocks::default());
    let sent =
        |requests: &[dhmad_sandbox::RequestRecord]| requests.iter().any(|request| request.method == "PUT");
    tokio::select! {
        ended = arm(&world.ports, &locks, &session, &shown, lasting) => panic!("{ended:?}"),
        () = world.sandbox.wait_for_requests(LIST, sent) => {}
    }
    world.sandbox.release_held();
    assert_eq!(status(&world, &session, IDLE).await, Status::Inactive);
    world.clock.advance(HOUR);
    assert!(matches!(tended(&world, &session).await.as_slice(), [Tended::On(_)]));
}

#[tokio::test]
async fn what_dhmad_refuses_or_loses_is_told_and_leaves_no_key_off() {
    let (world, session) = World::signed_in().await;
    let refusal = FaultAction::json(403, &serde_json::json!({ "error": "E", "message": "M" }));
    world.sandbox.set_fault(Fault::before("PUT", ONE, refusal).times(1));
    let refused = off(&world, &session, IDLE).await;
    assert_eq!(refused, Err(ArmError::Change(ChangeKeyError::NotDone(RemoteError::Forbidden))));
    assert_eq!(world.ports.store.timed_offs().unwrap(), [], "nothing is off");
    world.sandbox.set_fault(Fault::before("PUT", ONE, FaultAction::Close).times(1));
    let lost = off(&world, &session, IDLE).await;
    assert!(matches!(lost, Err(ArmError::Change(ChangeKeyError::Unknown(_)))), "{lost:?}");
    assert_eq!(world.ports.store.timed_offs().unwrap().len(), 1, "it may be off: the way back stays");
    world.clock.advance(HOUR);
    assert!(matches!(tended(&world, &session).await.as_slice(), [Tended::OnAlready(_)]));
}

#[tokio::test]
async fn a_clock_turned_back_keeps_no_key_off() {
    let (world, session) = World::signed_in().await;
    off(&world, &session, IDLE).await.unwrap();
    world.clock.set_date("2016-11-23T10:00:00Z".parse().unwrap());
    assert!(matches!(tended(&world, &session).await.as_slice(), [Tended::On(_)]));
}
