//! A whole Miftah without a window: the stand-in over real sockets, fakes for the rest.

#![expect(clippy::unwrap_used, reason = "the helpers fail as the tests do")]

use std::sync::Arc;

use dhmad_sandbox::{Sandbox, SandboxConfig, seed};
use jiff::Timestamp;
use miftah_core::Timings;
use miftah_core::keys::{KeyId, KnownKey, refresh};
use miftah_core::operations::Operation;
use miftah_core::ports::{Clock, Ports, Slot, Store};
use miftah_core::rotation::{
    Executed, KeyLocks, Outlook, PrepareError, Prepared, RegenerateError, Regenerated, Resolver, execute,
    open_operations, prepare,
};
use miftah_core::secret::Secret;
use miftah_core::session::{Entered, Session, sign_in_with_token};
use miftah_dhmad::{DhmadPortal, Hosts};
use miftah_tests::fakes::{
    clipboard::FakeClipboard, clock::TestClock, journal::FakeJournal, keychain::FakeKeychain,
    spool::FakeSpool, store::FakeStore,
};

/// When every story begins.
pub(crate) const START: &str = "2026-11-23T10:00:00Z";

/// A Miftah and its surroundings.
pub(crate) struct World {
    pub(crate) sandbox: Sandbox,
    pub(crate) ports: Ports,
    pub(crate) clock: Arc<TestClock>,
    pub(crate) keychain: Arc<FakeKeychain>,
    pub(crate) clipboard: Arc<FakeClipboard>,
    pub(crate) journal: Arc<FakeJournal>,
    pub(crate) spool: Arc<FakeSpool>,
    pub(crate) locks: KeyLocks,
}

impl World {
    /// The seeded account, nobody signed in. The stand-in's clock is the story's.
    pub(crate) async fn new(config: SandboxConfig) -> Self {
        Self::with_store(config, Arc::new(FakeStore::new())).await
    }

    /// The same over a given store.
    pub(crate) async fn with_store(config: SandboxConfig, store: Arc<dyn Store>) -> Self {
        let start: Timestamp = START.parse().unwrap();
        let clock = Arc::new(TestClock::at(start));
        let told = Arc::clone(&clock);
        let sandbox = Sandbox::start(config.with_clock(move || told.now())).await.unwrap();
        let timings = Timings::product();
        let portal = DhmadPortal::new(
            Hosts::from_base(sandbox.url()).unwrap(),
            Arc::clone(&clock) as Arc<dyn Clock>,
            &timings,
        );
        let (journal, spool) = (Arc::new(FakeJournal::new()), Arc::new(FakeSpool::new()));
        let keychain = Arc::new(FakeKeychain::new());
        let clipboard = Arc::new(FakeClipboard::new(Arc::clone(&clock) as Arc<dyn Clock>));
        let ports = Ports {
            portal: Arc::new(portal),
            keychain: Arc::clone(&keychain) as _,
            clipboard: Arc::clone(&clipboard) as _,
            clock: Arc::clone(&clock) as _,
            store,
            journal: Arc::clone(&journal) as _,
            spool: Arc::clone(&spool) as _,
            timings,
        };
        Self { sandbox, ports, clock, keychain, clipboard, journal, spool, locks: KeyLocks::default() }
    }

    /// Signed in with the seeded token.
    pub(crate) async fn signed_in() -> (Self, Session) {
        let world = Self::new(SandboxConfig::demo()).await;
        let session = world.enter().await;
        (world, session)
    }

    /// Signs in with the seeded token, and reads the list.
    pub(crate) async fn enter(&self) -> Session {
        let Entered::Full(session) = sign_in_with_token(&self.ports, token()).await.unwrap() else {
            panic!("the stand-in offers the list");
        };
        refresh(&self.ports, &session).await.unwrap();
        session
    }

    /// Now, by the story's clock.
    pub(crate) fn clock_now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The id of a seeded key.
    pub(crate) fn id(&self, name: &str) -> KeyId {
        KeyId::parse(&self.sandbox.key_id(name).unwrap()).unwrap()
    }

    /// What DHMAD holds for a key now.
    pub(crate) fn at_dhmad(&self, name: &str) -> String {
        self.sandbox.current_secret(self.id(name).as_str()).unwrap()
    }

    /// The known key of this name.
    pub(crate) fn known(&self, name: &str) -> KnownKey {
        let id = self.id(name);
        self.ports.store.all_keys().unwrap().into_iter().find(|known| known.key.id == id).unwrap()
    }

    /// What the keychain holds as the key's present value.
    pub(crate) fn kept(&self, session: &Session, name: &str) -> Option<String> {
        self.keychain.held(&Slot::Current(session.account.clone(), self.id(name)))
    }

    pub(crate) async fn prepare(&self, session: &Session, name: &str) -> Result<Prepared, PrepareError> {
        prepare(&self.ports, &self.locks, session, &self.id(name)).await
    }

    /// Preflight, confirmed at once.
    pub(crate) async fn regenerate(
        &self,
        session: &Session,
        name: &str,
    ) -> Result<Box<Regenerated>, RegenerateError> {
        let prepared = self.prepare(session, name).await?;
        match execute(&self.ports, session, prepared).await? {
            Executed::Done(regenerated) => Ok(regenerated),
            Executed::ConfirmAgain(_) => panic!("the class did not change"),
        }
    }

    /// How many slots hold something, but for the key that seals the spool.
    pub(crate) fn keys_held(&self) -> usize {
        self.keychain.held_count() - usize::from(self.keychain.held(&Slot::Wrapping).is_some())
    }

    /// The one operation that is not over.
    pub(crate) fn open_operation(&self) -> Operation {
        let mut open = open_operations(&self.ports).unwrap();
        assert_eq!(open.len(), 1, "{open:?}");
        open.remove(0)
    }

    /// Resolves the one open operation until there is nothing more to find out, or something is in the way.
    pub(crate) async fn resolve(&self, session: Option<&Session>) -> (Operation, Outlook) {
        let mut resolver = Resolver::new(self.open_operation());
        for _ in 0..40 {
            match resolver.look(&self.ports, session).await {
                Outlook::Again(pause) => self.clock.advance(pause),
                outlook => return (resolver.operation, outlook),
            }
        }
        panic!("it is never settled: {:?}", resolver.operation.stage)
    }

    /// How many regenerate requests reached DHMAD.
    pub(crate) fn sends(&self) -> usize {
        self.sandbox.requests("/regenerate").len()
    }
}

/// The seeded developer token.
pub(crate) fn token() -> Secret {
    Secret::new(seed::DEVELOPER_TOKEN.into())
}
