//! `bench background`: what the app costs while nobody looks, beside `KeePassXC` with its window, in one run.

#![expect(clippy::disallowed_methods, reason = "nothing happens here, and that is measured")]

use std::fs;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use miftah_tests::fixture::{Fixture, row};
use miftah_tests::webdriver::{megabytes, wait};

use crate::bench::WIDE;
use crate::rotation::word;

/// Megabytes of memory that are the process's own, its part of what it shares counted.
const MOST_MEMORY: f64 = 60.0;
/// Seconds of processor time in ten idle minutes.
const MOST_SECONDS: f64 = 0.5;
/// What a program needs to come to rest after its start.
const REST: Duration = Duration::from_secs(20);
/// The window's memory is given back 30 s after it was closed; then the new start comes to rest.
const CLOSED: Duration = Duration::from_secs(45);
const KEY: &str = "Production shop";

/// Measures the app at this path, and its idle time over so many minutes.
pub(crate) fn run(minutes: &str, app: &Path) -> Result<()> {
    let minutes: u32 = minutes.parse().context("the number of minutes is no number")?;
    ensure!((1..=60).contains(&minutes), "between 1 and 60 minutes");
    println!("a release build with 16 keys, in a session of its own; megabytes of proportional memory (PSS)");

    let fixture = Fixture::plan().background().program(app).signed_in().start()?;
    row(&fixture.main_window()?, KEY)?;
    sleep(REST);
    let open = megabytes(&all(&fixture)?)?;
    fixture.screen().dialog("^Miftah$")?.close()?;
    fixture.screen().dialog_gone("^Miftah$")?;
    sleep(CLOSED);
    let closed = megabytes(&all(&fixture)?)?;
    let id = *fixture.processes()?.app.first().context("the app ended with its window")?;
    let (seconds, wakeups) = idle(id, minutes)?;
    let fixture = fixture.without_app()?;

    let hidden = fixture.start_hidden()?;
    sleep(REST);
    let started = megabytes(&all(&fixture)?)?;
    end(hidden)?;

    let other = fixture.session().command("keepassxc").stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let other = other.context("KeePassXC did not start: is its package installed?")?;
    wait::until("the window of KeePassXC", wait::PATIENCE, || {
        Ok(fixture.screen().has_dialog("KeePassXC")?.then_some(()))
    })?;
    sleep(REST);
    let beside = megabytes(&[other.id()])?;
    end(other)?;

    println!("{:WIDE$}{open:>20.1}", "Miftah, window open, its web processes too");
    println!("{:WIDE$}{closed:>20.1}", "Miftah, 45 s after its window was closed");
    println!("{:WIDE$}{started:>20.1}", "Miftah, started hidden");
    println!("{:WIDE$}{beside:>20.1}", "KeePassXC, with its window");
    println!("{:WIDE$}{seconds:>20.2}", format!("processor seconds in {minutes} idle minutes"));
    println!("{:WIDE$}{wakeups:>20.1}", "wake-ups a minute, all threads");
    println!();
    for (name, value) in [("closed", closed), ("started hidden", started)] {
        bar(&format!("{name}: megabytes"), value, MOST_MEMORY);
        bar(&format!("{name}: part of KeePassXC's"), value / beside, 1.0);
    }
    bar("processor seconds in ten idle minutes", seconds * 10.0 / f64::from(minutes), MOST_SECONDS);
    Ok(())
}

fn bar(name: &str, value: f64, most: f64) {
    println!("{name:WIDE$}{value:>20.2}  at most {most}: {}", word(value <= most));
}

fn all(fixture: &Fixture) -> Result<Vec<u32>> {
    let processes = fixture.processes()?;
    ensure!(!processes.app.is_empty(), "the app is not running");
    Ok([processes.app, processes.web].concat())
}

/// Processor seconds over so many minutes, and how often a thread was woken in a minute.
fn idle(id: u32, minutes: u32) -> Result<(f64, f64)> {
    let (ticks, switches) = (ticks(id)?, switches(id)?);
    sleep(Duration::from_mins(minutes.into()));
    let a_second = f64::from(u32::try_from(rustix::param::clock_ticks_per_second())?);
    let seconds = (self::ticks(id)? - ticks) / a_second;
    Ok((seconds, (self::switches(id)? - switches) / f64::from(minutes)))
}

/// User and system time.
fn ticks(id: u32) -> Result<f64> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat"))?;
    let (_, after) = stat.rsplit_once(')').context("no name")?;
    let fields: Vec<&str> = after.split_whitespace().collect();
    let field = |index: usize| -> Result<f64> { Ok(fields.get(index).context("a short line")?.parse()?) };
    Ok(field(11)? + field(12)?)
}

fn switches(id: u32) -> Result<f64> {
    let mut switches = 0.0;
    for thread in fs::read_dir(format!("/proc/{id}/task"))? {
        let status = fs::read_to_string(thread?.path().join("status"))?;
        let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
        switches += line.context("no count")?.trim().parse::<f64>()?;
    }
    Ok(switches)
}

fn end(mut child: Child) -> Result<()> {
    child.kill()?;
    child.wait()?;
    Ok(())
}
