//! Runs the jobs, a few at once, and prints what they came to.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use dhmad_sandbox::{Sandbox, SandboxConfig, seed};

use crate::check::{Scene, Verdict, judge};
use crate::jobs::{self, Job, Trouble};
use crate::network::Way;
use crate::plan::{Mutation, Plan, Role};
use crate::report::Figures;
use crate::{child, network, wire};

/// What the command line asks for.
#[derive(Debug, Default)]
pub(crate) struct Wanted {
    pub(crate) seeds: u64,
    pub(crate) mutation: Option<Mutation>,
    pub(crate) quick: bool,
    pub(crate) only: Option<u64>,
    pub(crate) report: Option<PathBuf>,
}

const ACCOUNT: &str = "dev-1";
/// A live key, active and long unused: every oracle can speak for it.
const KEY: &str = "Comptabilité";
/// At once; each run waits for the disk and for its stand-in most of the time.
const AT_ONCE: usize = 4;
/// A child that runs longer hangs.
const PATIENCE: Duration = Duration::from_secs(40);

#[expect(clippy::disallowed_methods, clippy::print_stdout, reason = "times the runs, and says so")]
pub(crate) fn run(wanted: &Wanted) -> Result<()> {
    let began = Instant::now();
    let seeds = if wanted.quick { 1 } else { wanted.seeds.max(1) };
    let mut all: Vec<Job> = (0..seeds).flat_map(|seed| jobs::of_seed(seed, wanted.quick)).collect();
    if let Some(only) = wanted.only {
        all = jobs::of_seed(only / 100_000, false).into_iter().filter(|job| job.id == only).collect();
    }
    println!("{} runs", all.len());
    if all.is_empty() {
        bail!("there is no such run");
    }
    let folder = tempfile::Builder::new().prefix("miftah-faults-").tempdir()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let roots = folder.path().join("roots.pem");
    std::fs::write(&roots, runtime.block_on(some_roots())?)?;
    let queue = Arc::new(Mutex::new(all.into_iter()));
    let figures = Arc::new(Mutex::new(Figures::default()));
    let mutation = wanted.mutation;
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..AT_ONCE)
            .map(|_| {
                let (queue, figures, runtime, roots) = (&queue, &figures, &runtime, &roots);
                let folder = folder.path();
                scope.spawn(move || -> Result<()> {
                    loop {
                        let job = queue.lock().unwrap_or_else(PoisonError::into_inner).next();
                        let Some(job) = job else { return Ok(()) };
                        let place = folder.join(job.id.to_string());
                        let verdict = one(runtime, &job, &place, roots, mutation).with_context(|| {
                            format!("run {} ({:?}, {})", job.id, job.role, job.trouble.name())
                        })?;
                        figures.lock().unwrap_or_else(PoisonError::into_inner).add(&job, &verdict);
                        std::fs::remove_dir_all(&place)?;
                    }
                })
            })
            .collect();
        workers.into_iter().try_for_each(|worker| match worker.join() {
            Ok(ended) => ended,
            Err(_) => bail!("a worker of the harness panicked"),
        })
    })?;
    let figures = figures.lock().unwrap_or_else(PoisonError::into_inner);
    report(wanted, seeds, began.elapsed(), &figures)
}

#[expect(clippy::print_stdout, reason = "what the command is for")]
fn report(wanted: &Wanted, seeds: u64, took: Duration, figures: &Figures) -> Result<()> {
    for line in figures.failing.iter().take(if wanted.mutation.is_some() { 3 } else { 20 }) {
        println!("{line}");
    }
    let mutation = wanted.mutation.map(Mutation::name);
    println!(
        "\n{} seeds in {:.0} s{}",
        seeds,
        took.as_secs_f64(),
        mutation.map_or_else(String::new, |name| format!(", without {name}"))
    );
    println!("{}", figures.table());
    if let Some(path) = &wanted.report {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let report = figures.report(seeds, took.as_secs_f64(), mutation);
        std::fs::write(path, serde_json::to_vec_pretty(&report)?)?;
        println!("  report                       {}", path.display());
    }
    let shows = match wanted.mutation {
        None if figures.holds() => return Ok(()),
        None => bail!("a bar is not held"),
        Some(Mutation::Preflight | Mutation::Spool) => figures.lost_r.len() > 5,
        Some(Mutation::ReadBack) => figures.false_stored > 0,
        Some(Mutation::JournalOrder) => figures.silent_loss + figures.unresolved > 0,
        Some(Mutation::NoRetry) => figures.resends > 0,
    };
    if shows { Ok(()) } else { bail!("switched off, the guard makes no difference") }
}

/// One authority is read faster than a whole distribution's, and the stand-ins here need none.
async fn some_roots() -> Result<String> {
    let sandbox = Sandbox::start(SandboxConfig::empty().with_tls()).await?;
    let pem = sandbox.ca_pem().context("it serves TLS")?.to_owned();
    sandbox.shutdown().await;
    Ok(pem)
}

fn one(
    runtime: &tokio::runtime::Runtime,
    job: &Job,
    folder: &Path,
    roots: &Path,
    mutation: Option<Mutation>,
) -> Result<Verdict> {
    std::fs::create_dir_all(folder)?;
    let mut config = SandboxConfig::demo().with_rate_limit(100_000);
    let mut job = job.clone();
    let mut way = Way::Plain;
    if let Trouble::Network(fault) = &job.trouble {
        way = fault.way.clone();
        if let Way::Tls(flaw) = way {
            config = config.with_tls_flaw(flaw);
        }
    }
    let sandbox = runtime.block_on(Sandbox::start(config))?;
    let key = sandbox.key_id(KEY).context("the seed has this key")?;
    let old = sandbox.current_secret(&key).context("it has a value")?;
    if let Trouble::Network(fault) = &mut job.trouble
        && fault.name == "the old value again"
    {
        let path = if job.role == Role::Regenerate { network::REGENERATE } else { network::CREATE };
        let all = network::all(path, &old, 0);
        let meant = all.into_iter().find(|one| one.name == fault.name);
        fault.faults = meant.map(|one| one.faults).unwrap_or_default();
    }
    let mut roots = roots.to_owned();
    if let (Way::Tls(_), Some(pem)) = (&way, sandbox.ca_pem()) {
        roots = folder.join("roots.pem");
        std::fs::write(&roots, pem)?;
    }
    let url = match &way {
        Way::Wire(mode) => runtime.block_on(wire::start(*mode, sandbox.url()))?,
        Way::Refused => "http://127.0.0.1:9".into(),
        Way::BlackHole => format!(
            "http://{}",
            std::net::TcpListener::bind("127.0.0.1:0").and_then(|hole| {
                let address = hole.local_addr();
                // Kept open for the rest of the harness: it listens, and nobody accepts.
                std::mem::forget(hole);
                address
            })?
        ),
        _ => sandbox.url().to_owned(),
    };
    // The old key is held: its own answer is the first oracle. Every other run does without.
    let mut held = serde_json::Map::new();
    if job.seed.is_multiple_of(2) || job.role == Role::Take {
        held.insert(format!("{ACCOUNT}/{key}/current"), old.clone().into());
    }
    if job.role == Role::Take {
        held.clear();
    }
    std::fs::write(folder.join(child::KEYCHAIN), serde_json::to_vec(&held)?)?;
    let keys_before = 16;
    let plan = Plan {
        role: job.role,
        folder: folder.to_owned(),
        url,
        token: seed::DEVELOPER_TOKEN.into(),
        account: ACCOUNT.into(),
        key: key.clone(),
        clipboard: (job.role == Role::Take).then(|| old.clone()),
        signed_out: false,
        no_names: way == Way::NoNames,
        kill: job.kill.clone(),
        keychain: None,
        disk: None,
        power_cut: job.power_cut,
        mutation,
    };
    let calm = Plan {
        role: Role::Recover,
        url: sandbox.url().to_owned(),
        no_names: false,
        kill: None,
        clipboard: None,
        ..plan.clone()
    };
    if job.role == Role::Finish {
        start(&Plan { role: Role::Rotate, kill: None, ..plan.clone() }, &roots, "made")?;
    }
    let mut faulty = plan;
    match &job.trouble {
        Trouble::Network(fault) => fault.faults.iter().for_each(|fault| sandbox.set_fault(fault.clone())),
        Trouble::Keychain(fault, _) => faulty.keychain = Some(*fault),
        Trouble::Disk(fault) => faulty.disk = Some(fault.clone()),
    }
    start(&faulty, &roots, "operate")?;
    if job.lasting || job.kill_recovery.is_some() {
        start(
            &Plan { role: Role::Recover, kill: job.kill_recovery.clone(), clipboard: None, ..faulty },
            &roots,
            "recover",
        )?;
    }
    sandbox.clear_faults();
    sandbox.release_held();
    // Two undisturbed starts: the second one is "the next start" for what the first one still watched.
    start(&calm, &roots, "calm")?;
    start(&calm, &roots, "calm")?;
    let scene = Scene {
        role: job.role,
        folder,
        sandbox: &sandbox,
        account: ACCOUNT,
        key: &key,
        old: &old,
        keys_before,
    };
    let verdict = judge(&scene);
    runtime.block_on(sandbox.shutdown());
    verdict
}

/// Starts a child and waits for its end, however that comes.
fn start(plan: &Plan, roots: &Path, name: &str) -> Result<()> {
    use std::os::unix::process::ExitStatusExt;
    let path = plan.folder.join(format!("{name}.json"));
    std::fs::write(&path, serde_json::to_vec(plan)?)?;
    let log = std::fs::File::create(plan.folder.join("stderr"))?;
    let mut running = Command::new(std::env::current_exe()?)
        .arg("child")
        .arg(&path)
        .env("SSL_CERT_FILE", roots)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(log)
        .spawn()?;
    let ended = wait(&mut running)?;
    // Without memory Rust aborts.
    let starved = plan.kill.as_ref().is_some_and(|kill| kill.starved) && ended.signal() == Some(6);
    if ended.success() || ended.signal() == Some(9) || starved {
        return Ok(());
    }
    bail!(
        "a child ended with {ended}: {}",
        std::fs::read_to_string(plan.folder.join("stderr")).unwrap_or_default()
    )
}

#[expect(clippy::disallowed_methods, reason = "a child that hangs must not hang the harness")]
fn wait(running: &mut std::process::Child) -> Result<std::process::ExitStatus> {
    let began = Instant::now();
    loop {
        if let Some(ended) = running.try_wait()? {
            return Ok(ended);
        }
        if began.elapsed() > PATIENCE {
            running.kill()?;
            bail!("a child did not end");
        }
        std::thread::sleep(Duration::from_millis(3));
    }
}
