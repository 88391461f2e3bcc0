//! What a child does, and what the person is told of it: the lines that begin with "told".

use anyhow::Result;
use miftah_core::guided::{Taken, resume_take, take_key};
use miftah_core::keys::{AccountId, Environment, KeyId};
use miftah_core::operations::{Kind, Operation};
use miftah_core::ports::Ports;
use miftah_core::rotation::{
    Executed, Kept, KeyLocks, Outlook, RegenerateError, Resolver, Wish, check, create, execute, keep_again,
    open_operations, prepare, safe, take_stock,
};
use miftah_core::secret::Secret;
use miftah_core::session::{Account, Session};

use super::points::Points;
use crate::plan::{Plan, Role};

/// A child that cannot find anything out gives up after so many rounds: the next start goes on.
const ROUNDS: usize = 12;

pub(crate) async fn run(plan: &Plan, ports: &Ports) -> Result<()> {
    // A kill is for the ports alone; this one only tells.
    let told = Points::new(&Plan { kill: None, ..plan.clone() });
    let account = AccountId::parse(&plan.account)?;
    let kept = ports.store.accounts()?;
    if kept.is_empty() {
        let account =
            Account { id: account.clone(), developer_id: None, email: None, company: None, listed_at: None };
        ports.store.save_account(&account)?;
    }
    let session =
        (!plan.signed_out).then(|| Session { account, token: Secret::new(plan.token.clone()), kept: true });
    let child = Child { ports, session, told: &told, locks: KeyLocks::default() };
    let key = KeyId::parse(&plan.key)?;
    match plan.role {
        Role::Regenerate => child.regenerate(&key).await,
        Role::Rotate => child.rotate(&key).await,
        Role::Create => child.create().await,
        Role::Finish => child.finish().await,
        Role::Take => child.take().await,
        Role::Recover => {}
    }
    child.recover().await;
    told.note("end");
    Ok(())
}

struct Child<'a> {
    ports: &'a Ports,
    session: Option<Session>,
    told: &'a Points,
    locks: KeyLocks,
}

impl Child<'_> {
    async fn regenerate(&self, key: &KeyId) {
        let Some(session) = &self.session else { return };
        let prepared = match prepare(self.ports, &self.locks, session, key).await {
            Ok(prepared) => prepared,
            Err(error) => return self.told.note(&format!("told refused {error:?}")),
        };
        self.told.note("confirmed");
        match execute(self.ports, session, prepared).await {
            Ok(Executed::Done(done)) => {
                let kept = match done.kept {
                    Kept::Keychain => "keychain",
                    Kept::Sealed => "sealed",
                    Kept::Nowhere => "nowhere",
                };
                self.told.note(&format!("told kept {kept}"));
                let found = check(self.ports, &done).await;
                self.told.note(&format!("told check {found:?}"));
                if done.kept == Kept::Nowhere && keep_again(self.ports, &done).await.is_ok() {
                    self.told.note("told kept keychain");
                }
            }
            Ok(Executed::ConfirmAgain(_)) => self.told.note("told ask again"),
            Err(error @ (RegenerateError::Unknown(_) | RegenerateError::Unreadable)) => {
                self.told.note(&format!("told unknown {error:?}"));
            }
            Err(error) => self.told.note(&format!("told nothing happened {error:?}")),
        }
    }

    async fn create(&self) {
        let Some(session) = &self.session else { return };
        self.told.note("confirmed");
        let wish = Wish { name: "Till in Sfax".into(), environment: Environment::Live, rate_limit: None };
        match create(self.ports, &self.locks, session, &wish).await {
            Ok(made) => {
                self.told.note(&format!("told {:?} {:?}", made.operation.stage, made.kept));
                if made.kept == Kept::Nowhere && keep_again(self.ports, &made).await.is_ok() {
                    self.told.note("told kept keychain");
                }
            }
            Err(error) => self.told.note(&format!("told not made {error:?}")),
        }
    }

    async fn rotate(&self, key: &KeyId) {
        let Some(session) = &self.session else { return };
        self.told.note("confirmed");
        match safe::start(self.ports, &self.locks, session, key).await {
            Ok(started) => self.told.note(&format!("told {:?}", started.operation.stage)),
            Err(error) => self.told.note(&format!("told nothing happened {error:?}")),
        }
    }

    /// Each step is a click; after a step that did not go through, the person clicks again once.
    async fn finish(&self) {
        let Some(session) = &self.session else { return };
        for step in ["install", "off", "on", "off", "delete"] {
            let open = open_operations(self.ports).unwrap_or_default();
            let Some(mut operation) = open.into_iter().find(|open| open.subject.kind == Kind::Rotation)
            else {
                return;
            };
            self.told.note(&format!("click {step}"));
            let done = match step {
                "install" => safe::set_installed(self.ports, &mut operation, true).is_ok(),
                "off" => safe::switch_off(self.ports, session, &mut operation).await.is_ok(),
                "on" => safe::switch_on(self.ports, session, &mut operation).await.is_ok(),
                _ => safe::delete_old(self.ports, session, &mut operation).await.is_ok(),
            };
            self.told.note(&format!("told {step} {done}"));
            self.recover().await;
        }
    }

    async fn take(&self) {
        match take_key(self.ports, None).await {
            Ok(Taken::Stored { .. }) => self.told.note("told taken"),
            Ok(Taken::Question(_)) => self.told.note("told asked"),
            Err(error) => self.told.note(&format!("told not taken {error:?}")),
        }
    }

    /// What a start does.
    async fn recover(&self) {
        let Ok(open) = take_stock(self.ports).await else { return };
        for operation in open {
            if operation.subject.kind == Kind::Take {
                match resume_take(self.ports, &operation).await {
                    Ok(Some(Taken::Stored { .. })) => self.told.note("told taken"),
                    Ok(_) => {}
                    Err(error) => self.told.note(&format!("told not taken {error:?}")),
                }
            } else if operation.stage.is_unsettled() {
                self.resolve(operation).await;
            } else {
                self.told.note(&format!("told {:?}", operation.stage));
            }
        }
    }

    async fn resolve(&self, operation: Operation) {
        let mut resolver = Resolver::new(operation);
        let mut waits = 0;
        for _ in 0..ROUNDS {
            let outlook = resolver.look(self.ports, self.session.as_ref()).await;
            self.told.note(&format!("told {:?} {outlook:?}", resolver.operation.stage));
            match outlook {
                Outlook::Again(pause) => self.ports.clock.sleep(pause).await,
                Outlook::Waiting(_) if waits < 1 => {
                    waits += 1;
                    self.ports.clock.sleep(self.ports.timings.try_again).await;
                }
                Outlook::Settled | Outlook::Waiting(_) => return,
            }
        }
    }
}
