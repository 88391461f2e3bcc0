//! The child: the core with its real adapters for disk and DHMAD, wrapped.

mod files;
mod keychain;
mod operate;
mod points;
mod ports;

use std::sync::Arc;
use std::thread;

use anyhow::{Result, anyhow};
use miftah_core::Timings;
use miftah_core::ports::Ports;
use miftah_dhmad::{DhmadPortal, Hosts};
use miftah_store::{DiskFiles, JournalFile, SealedSpool, SqliteStore};

use crate::plan::{Mutation, Plan};
use files::FaultyFiles;
use keychain::FileKeychain;
use points::Points;

pub(crate) use keychain::FILE as KEYCHAIN;

/// All durations, in the proportions of the product and a few hundred times shorter.
pub(crate) fn timings() -> Timings {
    use std::time::Duration;
    let milliseconds = Duration::from_millis;
    Timings {
        check_total: milliseconds(120),
        connect: milliseconds(300),
        call: milliseconds(700),
        resolve_over: milliseconds(20),
        watch_on: milliseconds(40),
        try_again: milliseconds(20),
        ..Timings::product()
    }
}

/// Runs a plan to its end, or to where it is killed. On a thread, as in the app: its stack is there from the start,
/// while that of the first thread grows, and does not where memory runs out.
pub(crate) fn main(plan: &str) -> Result<()> {
    let plan: Plan = serde_json::from_slice(&std::fs::read(plan)?)?;
    let body = || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let ports = wire(&plan)?;
        runtime.block_on(operate::run(&plan, &ports))
    };
    thread::scope(|scope| scope.spawn(body).join()).map_err(|_| anyhow!("the child panicked"))?
}

fn wire(plan: &Plan) -> Result<Ports> {
    let points = Arc::new(Points::new(plan));
    let timings = timings();
    let clock = Arc::new(ports::RealClock::default());
    let portal = DhmadPortal::new(Hosts::from_base(&plan.url)?, Arc::clone(&clock) as _, &timings);
    let files = |name: &str| -> Result<Arc<FaultyFiles>> {
        let disk = DiskFiles::open(&plan.folder.join(name))?;
        Ok(Arc::new(FaultyFiles::new(disk, name, plan, Arc::clone(&points))))
    };
    let journal =
        ports::FaultyJournal::new(JournalFile::new(files("operations")?), plan.mutation, Arc::clone(&points));
    let spool =
        ports::FaultySpool::new(SealedSpool::new(files("spool")?), plan.mutation, Arc::clone(&points));
    let keychain = FileKeychain::new(plan, Arc::clone(&points));
    Ok(Ports {
        portal: Arc::new(ports::FaultyPortal::new(portal, plan, Arc::clone(&points))),
        keychain: Arc::new(keychain),
        clipboard: Arc::new(ports::Paper::new(plan.clipboard.clone(), Arc::clone(&points))),
        clock,
        store: Arc::new(SqliteStore::open(&plan.folder)?),
        journal: Arc::new(journal),
        spool: Arc::new(spool),
        timings,
    })
}

/// Whether a guard is switched off in this run.
pub(crate) fn without(mutation: Option<Mutation>, guard: Mutation) -> bool {
    mutation == Some(guard)
}
