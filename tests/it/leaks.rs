//! Marker secrets flow through everything; none is found in an error, a log line or a file.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "the helpers fail as the tests do")]

use std::fmt::Debug;
use std::io::Write;
use std::sync::{Arc, Mutex};

use dhmad_sandbox::{Fault, FaultAction, LedgerEvent, SandboxConfig, seed};
use jiff::SignedDuration;
use miftah_core::background;
use miftah_core::guided::{forget_key, note_switched, take_key};
use miftah_core::keys::{copy_again, limit_key, refresh};
use miftah_core::ports::KeychainError;
use miftah_core::remarks::note;
use miftah_core::reminders::{Reason, Telling, dismiss, facts, inbox, note_told, snooze};
use miftah_core::rotation::{Resolver, check, close, open_operations};
use miftah_core::secret::Secret;
use miftah_core::session::{Entered, Session, StoredKeys, sign_in, sign_out};
use miftah_core::settings::{Access, GuidedBecause};
use miftah_core::timed_off::{arm, tend};
use miftah_store::Opened;
use miftah_tests::fakes::keychain::Fault as KeychainFault;
use tracing_subscriber::fmt::MakeWriter;

use crate::world::World;

const REGENERATE: &str = "/api/developer/api-keys/*/regenerate";
const KEY: &str = "Sandbox tests";

/// Everything that was said, at every level.
#[derive(Clone, Default)]
struct Said(Arc<Mutex<Vec<u8>>>);

impl Write for Said {
    fn write(&mut self, text: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(text);
        Ok(text.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Said {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

impl Said {
    fn error<E: std::error::Error + Debug>(&self, error: Option<E>) {
        let error = error.expect("this step fails");
        writeln!(self.clone(), "{error} {error:?} {error:#?}").unwrap();
        let mut source = error.source();
        while let Some(error) = source {
            writeln!(self.clone(), "{error} {error:?}").unwrap();
            source = error.source();
        }
    }
}

/// An answer that holds a key where no key belongs, so that a parser is tempted to quote it.
fn tempting(secret: &str) -> Vec<FaultAction> {
    vec![
        FaultAction::json(200, &serde_json::json!({ "apiKey": { "id": secret, "key": 7 } })),
        FaultAction::json(200, &serde_json::json!({ "apiKey": [secret, format!("{secret}0")] })),
        FaultAction::body(200, "application/json", format!("{{\"apiKey\": {{\"key\": \"{secret}")),
        FaultAction::body(200, "text/html", format!("<html>{secret}</html>")),
        FaultAction::json(500, &serde_json::json!({ "error": secret, "message": secret })),
        FaultAction::json(403, &serde_json::json!({ "error": secret, "message": secret })),
    ]
}

/// Checks in the background, in both modes, what follows from them, and a key that is switched off for a while.
async fn remind(world: &World, session: &Session, said: &Said, marker: &str) {
    let ports = &world.ports;
    let broken = || FaultAction::json(500, &serde_json::json!({ "error": marker, "message": marker }));
    for _ in 0..2 {
        world.sandbox.set_fault(Fault::after("GET", "*/api-keys", broken()).times(1));
        writeln!(said.clone(), "{:?}", background::check(ports, Some(session)).await).unwrap();
        writeln!(said.clone(), "{:?}", background::check(ports, Some(session)).await).unwrap();
        let mut settings = ports.store.settings().unwrap();
        settings.access = Access::Guided { because: GuidedBecause::Chosen };
        ports.store.save_settings(&settings).unwrap();
        world.sandbox.set_fault(Fault::after("GET", "*/v1/me", broken()).times(1));
        world.clock.advance(ports.timings.probe_every);
        writeln!(said.clone(), "{:?}", background::check(ports, None).await).unwrap();
        writeln!(said.clone(), "{:?}", background::check(ports, None).await).unwrap();
        settings.access = Access::Full(session.account.clone());
        ports.store.save_settings(&settings).unwrap();
    }
    let listing = refresh(ports, session).await.unwrap();
    let now = world.clock_now();
    let facts = facts(ports, &ports.store.settings().unwrap(), &listing, now).unwrap();
    let waits = inbox(&facts, &ports.store.marks().unwrap(), now, now);
    writeln!(said.clone(), "{facts:?} {waits:?}").unwrap();
    let told: Vec<_> = waits.open.iter().collect();
    note_told(ports, &Telling::Digest(told), now).unwrap();
    let first = waits.open.first().unwrap();
    said.error(snooze(ports, first, now).err());
    dismiss(ports, first, Reason::Needed).unwrap();
    let shown = world.known(KEY);
    world.sandbox.set_fault(Fault::before("PUT", "*/api-keys/*", broken()).times(1));
    let while_off = SignedDuration::from_mins(30);
    said.error(arm(ports, &world.locks, session, &shown, while_off).await.err());
    world.sandbox.set_fault(Fault::after("PUT", "*/api-keys/*", broken()).times(1));
    let later = now + SignedDuration::from_hours(1);
    writeln!(said.clone(), "{:?}", tend(ports, &world.locks, session, later).await).unwrap();
}

#[tokio::test]
async fn no_secret_is_in_an_error_a_log_line_or_a_file() {
    let said = Said::default();
    let log = tracing_subscriber::fmt()
        .with_max_level(tracing::level_filters::LevelFilter::TRACE)
        .with_writer(said.clone())
        .finish();
    let _here = tracing::subscriber::set_default(log);
    let folder = tempfile::tempdir().unwrap();
    let Opened { store, journal, spool, lock: _lock } =
        miftah_store::open(&folder.path().join("miftah")).unwrap();
    let mut world = World::with_store(SandboxConfig::demo(), Arc::new(store)).await;
    world.ports.journal = Arc::new(journal);
    world.ports.spool = Arc::new(spool);

    said.error(sign_in(&world.ports, seed::EMAIL, Secret::new("wrong-marker-password".into())).await.err());
    let entered = sign_in(&world.ports, seed::EMAIL, Secret::new(seed::PASSWORD.into())).await;
    let Ok(Entered::Full(session)) = entered else { panic!("signed in") };
    refresh(&world.ports, &session).await.unwrap();
    let done = world.regenerate(&session, KEY).await.ok().unwrap();
    check(&world.ports, &done).await;
    drop(done);
    let marker = format!("sk_sandbox_{}", "5ec4e7".repeat(11).split_at(64).0);
    for action in tempting(&marker) {
        world.sandbox.set_fault(Fault::after("POST", REGENERATE, action).times(1));
        // Some of these are a key after all: the one string of the right form.
        if let Err(error) = world.regenerate(&session, KEY).await {
            said.error(Some(error));
        }
        for mut open in open_operations(&world.ports).unwrap() {
            // What is found out, and what the journal keeps of it.
            writeln!(said.clone(), "{open:?}").unwrap();
            let mut resolver = Resolver::new(open.clone());
            let outlook = resolver.look(&world.ports, Some(&session)).await;
            writeln!(said.clone(), "{outlook:?} {:?}", resolver.operation).unwrap();
            open = resolver.operation;
            close(&world.ports, &open).await.ok();
        }
    }
    let known = world.known(KEY);
    said.error(note(&world.ports, &known, &format!("it is {marker}"), &[]).err());
    said.error(note(&world.ports, &known, "", &[marker.split_at(29).0.to_owned()]).err());
    let refused = FaultAction::json(403, &serde_json::json!({ "error": marker, "message": marker }));
    world.sandbox.set_fault(Fault::before("PUT", "*/api-keys/*", refused).times(1));
    said.error(limit_key(&world.ports, &world.locks, &session, &known, 7).await.err());
    let broken = FaultAction::json(500, &serde_json::json!({ "error": marker, "message": marker }));
    world.sandbox.set_fault(Fault::before("GET", "*/v1/me", broken).times(1));
    said.error(note_switched(&world.ports, &known, false).await.err());
    said.error(forget_key(&world.ports, &known).await.err());
    world.sandbox.set_fault(Fault::after("GET", "*/api-keys", tempting(&marker).remove(4)).times(1));
    said.error(refresh(&world.ports, &session).await.err());
    world.keychain.fault(2, KeychainFault::Fails(KeychainError::Corrupt));
    world.regenerate(&session, KEY).await.ok();
    said.error(copy_again(&world.ports, &world.known("Production shop")).await.err());
    world.clipboard.copy_elsewhere(&marker);
    said.error(take_key(&world.ports, None).await.err());
    world.clipboard.copy_elsewhere(&world.at_dhmad("New colleague training"));
    assert!(take_key(&world.ports, None).await.is_ok());
    remind(&world, &session, &said, &marker).await;
    world.sandbox.expire_tokens().unwrap();
    said.error(world.ports.portal.list_keys(&session.token).await.err());
    let token = session.token.duplicate();
    sign_out(&world.ports, StoredKeys::Keep).await.unwrap();

    let mut secrets: Vec<String> = world
        .sandbox
        .ledger()
        .into_iter()
        .filter_map(|event| match event {
            LedgerEvent::Issued { secret, .. } => Some(secret),
            _ => None,
        })
        .collect();
    assert!(secrets.len() > 20, "the flows issue keys");
    secrets.extend([marker, seed::PASSWORD.into(), "wrong-marker-password".into(), token.expose().into()]);
    let mut places = vec![("what was said".to_owned(), said.0.lock().unwrap().clone())];
    for folder in ["miftah", "miftah/operations", "miftah/spool"].map(|name| folder.path().join(name)) {
        for path in std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
            if path.ends_with("lock") {
                assert_eq!(path.metadata().unwrap().len(), 0, "the lock holds nothing");
            } else if path.is_file() {
                places.push((path.display().to_string(), std::fs::read(&path).unwrap()));
            }
        }
    }
    assert!(places.len() > 2, "database, journal, and what was said");
    assert!(places.iter().all(|(_, bytes)| bytes.len() > 1000), "there is something to search");
    for secret in &secrets {
        for (place, bytes) in &places {
            // The beginning of a key is public: what follows the prefix is not.
            let core = secret.split_at(secret.len() / 2).1;
            let found = bytes.windows(core.len()).any(|window| window == core.as_bytes());
            assert!(!found, "a secret is in {place}");
        }
    }
}
