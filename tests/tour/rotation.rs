//! `bench rotation`: what Miftah adds to the server's answer until the new key is on the clipboard, and what sealing an
//! answer costs beside a bare write, with a release build.

use std::fs::OpenOptions;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use miftah_core::keys::KeyId;
use miftah_core::operations::OperationId;
use miftah_core::ports::Spool;
use miftah_core::secret::{RawAnswer, WrappingKey};
use miftah_store::{DiskFiles, SealedSpool};
use miftah_tests::fixture::{Fixture, Plan};
use zeroize::Zeroizing;

use crate::bench::{ANSWER, WIDE, answers, header, milliseconds, percentile, regenerates, row_of};

/// Over the server's answer, in milliseconds.
const MOST_OVER: f64 = 15.0;
/// Times a bare write.
const MOST_TIMES: f64 = 5.0;
/// What DHMAD answers to a regenerate is about as long.
const BODY: usize = 420;
/// What the seal adds.
const SEAL: usize = 55;
const FILE: usize = 80 * 1024;

/// Measures `runs` times with the app at this path, and prints what came out.
pub(crate) fn run(runs: &str, app: &Path) -> Result<()> {
    let runs: usize = runs.parse().context("the number of runs is no number")?;
    ensure!((1..=1000).contains(&runs), "between 1 and 1000 runs");
    println!("{runs} regenerates in the real window of a release build, DHMAD answering in 100 ms");
    let plain = plan(app).start()?;
    let times = regenerates(&plain, runs)?;
    let server = answers(&plain, runs)?;
    drop(plain);
    let tls = regenerates(&plan(app).tls().start()?, runs.div_ceil(4))?;
    let (seals, bare) = seals(runs)?;

    header();
    row_of("confirm to clipboard", &times);
    row_of("answer of the server alone", &server);
    row_of("confirm to clipboard, over TLS", &tls);
    println!("{:WIDE$}{:>10.2}", "TLS set-up", percentile(&tls, 50) - percentile(&times, 50));
    row_of("last byte to sealed, synced and read back", &seals);
    row_of("bare write and fdatasync", &bare);
    let over = percentile(&times, 95) - percentile(&server, 50);
    let ratio = percentile(&seals, 50) / percentile(&bare, 50);
    println!(
        "\n{:WIDE$}{over:>20.2}  at most {MOST_OVER}: {}",
        "p95 over the answer",
        word(over <= MOST_OVER)
    );
    println!(
        "{:WIDE$}{ratio:>20.2}  at most {MOST_TIMES}: {}",
        "seal to bare write",
        word(ratio <= MOST_TIMES)
    );
    Ok(())
}

pub(crate) fn word(held: bool) -> &'static str {
    if held { "held" } else { "NOT HELD" }
}

fn plan(app: &Path) -> Plan {
    Fixture::plan().latency(ANSWER).program(app).env("MIFTAH_DEMO_COUNTDOWN_MS", "200").signed_in()
}

/// Both into a file that has its room already, and on the disk that this program is on: a temporary folder may be
/// memory. In turn, so that whatever else the disk does hits both.
#[expect(clippy::disallowed_methods, reason = "a benchmark")]
fn seals(runs: usize) -> Result<(Vec<f64>, Vec<f64>)> {
    let here = std::env::current_exe()?;
    let folder = tempfile::tempdir_in(here.parent().context("this program has no folder")?)?;
    let spool = SealedSpool::new(Arc::new(DiskFiles::open(&folder.path().join("spool"))?));
    let (wrapping, key) =
        (WrappingKey::make().map_err(no_randomness)?, KeyId::parse("507f1f77bcf86cd799439011")?);
    let mut times = (Vec::new(), Vec::new());
    for _ in 0..runs {
        let answer = RawAnswer::new(200, true, Zeroizing::new(vec![b'x'; BODY]));
        let id = OperationId::make().map_err(no_randomness)?;
        spool.reserve(&id)?;
        let began = Instant::now();
        spool.seal(&id, &key, &wrapping, &answer)?;
        times.0.push(milliseconds(began.elapsed()));
        spool.wipe(&id)?;

        let path = folder.path().join("bare");
        let bare = OpenOptions::new().write(true).create_new(true).open(&path)?;
        bare.write_all_at(&vec![0; FILE], 0)?;
        bare.sync_all()?;
        let began = Instant::now();
        bare.write_all_at(&[b'x'; BODY + SEAL], 0)?;
        bare.sync_data()?;
        times.1.push(milliseconds(began.elapsed()));
        std::fs::remove_file(&path)?;
    }
    Ok(times)
}

fn no_randomness<E: std::fmt::Display>(error: E) -> anyhow::Error {
    anyhow::anyhow!("the system gave no randomness: {error}")
}
