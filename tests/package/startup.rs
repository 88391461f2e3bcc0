//! `package startup RUNS DEB`: what the installed release costs to start and to keep, beside `KeePassXC`, turn by turn.
//!
//! A release knows no stand-in: the account is one of "the keys I have", from the database that the app left. New
//! processes each time; the files stay in the system's cache for both. The page marks when its first rows are drawn.
//! `WebDriver` reads that, and what its watching costs counts against us.

#![expect(clippy::disallowed_methods, reason = "nothing happens here, and that is measured")]

use std::fs;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use jiff::Timestamp;
use miftah_core::keys::{AccountId, Environment, Key, KeyId, KeyPrefix, KnownKey, LastUse, Status};
use miftah_core::ports::Store as _;
use miftah_core::settings::{Access, GuidedBecause, Settings};
use miftah_tests::desktop::{DesktopSession, Keyring};
use miftah_tests::webdriver::{App, Launch, Processes, Screen, megabytes, wait};
use serde_json::json;

use crate::layers::Layers;
use crate::manager::Manager;

const PROGRAM: &str = "/usr/bin/miftah";
const KEYS: u8 = 16;
/// What a program needs to come to rest after its start.
const REST: Duration = Duration::from_secs(15);
/// Parts of what `KeePassXC` takes.
const MOST_START: f64 = 1.25;
const MOST_BACKGROUND: f64 = 0.8;
const WIDE: usize = 44;
/// When the first rows were drawn, in milliseconds since 1970.
const DRAWN: &str = "const mark = performance.getEntriesByName('first-rows')[0];
    return mark ? performance.timeOrigin + mark.startTime : null";

/// One number a run.
#[derive(Default)]
struct Measured {
    rows: Vec<f64>,
    open: Vec<f64>,
    hidden: Vec<f64>,
    their_window: Vec<f64>,
    their_memory: Vec<f64>,
}

/// Installs the package and measures, in turns.
pub(crate) fn run(runs: &str, package: &Path) -> Result<()> {
    let runs: usize = runs.parse().context("the number of runs is no number")?;
    ensure!((1..=100).contains(&runs), "between 1 and 100 runs");
    let _layers = Layers::lay()?;
    Manager::Dpkg.install(package)?;
    let session =
        DesktopSession::builder().keyring(Keyring::Unlocked).notifications().window_manager().start()?;
    fill(&session.home().join(".local/share/miftah"))?;

    let mut measured = Measured::default();
    for _ in 0..runs {
        window(&session, &mut measured)?;
        hidden(&session, &mut measured)?;
        beside(&session, &mut measured)?;
    }
    report(runs, &measured);
    Ok(())
}

/// An account that was left with some keys in it.
fn fill(folder: &Path) -> Result<()> {
    let opened = miftah_store::open(folder)?;
    let access = Access::Guided { because: GuidedBecause::Chosen };
    opened.store.save_settings(&Settings { access, ..Settings::first_start() })?;
    let now: Timestamp = "2026-11-01T08:00:00Z".parse()?;
    let keys = (0..KEYS).map(|number| {
        let key = Key {
            id: KeyId::parse(&format!("k{number}"))?,
            name: format!("Shop {number}"),
            environment: if number % 2 == 0 { Environment::Live } else { Environment::Sandbox },
            prefix: KeyPrefix::parse(&format!("sk_live_abc1{number:02}")),
            status: Status::Active,
            last_use: LastUse::Never,
            created_at: Some(now),
            expires_at: None,
            rate_limit: Some(100),
        };
        // "The keys I have" are those that the keychain holds.
        let held = key.prefix.clone();
        Ok(KnownKey { tested: true, held, ..KnownKey::first_seen(AccountId::parse("dev-1")?, key, now) })
    });
    opened.store.save_keys(&keys.collect::<Result<Vec<_>>>()?)?;
    Ok(())
}

fn window(session: &DesktopSession, measured: &mut Measured) -> Result<()> {
    let app = App::start(&Launch::new(PROGRAM).in_session(session).env("LC_ALL", "C.UTF-8"))?;
    let window = app.window("tauri:")?;
    let drawn =
        wait::until("the first rows", wait::PATIENCE, || Ok(window.run(DRAWN, &json!([]))?.as_f64()))?;
    let processes = app.processes()?;
    let age = age(*processes.app.first().context("the app is not running")?)?;
    let now = Timestamp::now().as_duration().as_secs_f64() * 1000.0;
    measured.rows.push(drawn - (now - age));
    sleep(REST);
    let Processes { app: ours, web } = app.processes()?;
    measured.open.push(megabytes(&[ours, web].concat())?);
    app.quit()
}

fn hidden(session: &DesktopSession, measured: &mut Measured) -> Result<()> {
    let mut command = session.command(PROGRAM);
    command.arg("--hidden").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let app = command.spawn()?;
    sleep(REST);
    let found = Processes::under(std::process::id(), PROGRAM.as_ref())?;
    ensure!(found.app == [app.id()], "the app did not stay, or not alone: {found:?}");
    measured.hidden.push(megabytes(&[found.app, found.web].concat())?);
    end(app)
}

fn beside(session: &DesktopSession, measured: &mut Measured) -> Result<()> {
    let other = session.command("keepassxc").stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let other = other.context("KeePassXC did not start: is its package installed?")?;
    let screen = Screen::of(session);
    wait::until("the window of KeePassXC", wait::PATIENCE, || {
        Ok(screen.has_dialog("KeePassXC")?.then_some(()))
    })?;
    measured.their_window.push(age(other.id())?);
    sleep(REST);
    measured.their_memory.push(megabytes(&[other.id()])?);
    end(other)
}

/// Milliseconds since a process began.
fn age(id: u32) -> Result<f64> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat"))?;
    let (_, after) = stat.rsplit_once(')').context("no name")?;
    let began: f64 = after.split_whitespace().nth(19).context("a short line")?.parse()?;
    let a_second = f64::from(u32::try_from(rustix::param::clock_ticks_per_second())?);
    let uptime = fs::read_to_string("/proc/uptime")?;
    let now: f64 = uptime.split_whitespace().next().context("no uptime")?.parse()?;
    Ok((now - began / a_second) * 1000.0)
}

fn end(mut child: Child) -> Result<()> {
    child.kill()?;
    child.wait()?;
    Ok(())
}

fn report(runs: usize, measured: &Measured) {
    println!("{runs} runs each, in turns: medians, and the slowest or largest");
    let rows = [
        ("Miftah: start to first rows, ms", &measured.rows),
        ("KeePassXC: start to window, ms", &measured.their_window),
        ("Miftah, window open, its web processes too, MB", &measured.open),
        ("Miftah, hidden, MB", &measured.hidden),
        ("KeePassXC, with its window, MB", &measured.their_memory),
    ];
    for (name, numbers) in rows {
        println!(
            "{name:WIDE$}{:>10.1}{:>10.1}",
            middle(numbers),
            numbers.iter().copied().fold(0.0, f64::max)
        );
    }
    let bars = [
        ("start, part of KeePassXC's", &measured.rows, &measured.their_window, MOST_START),
        ("hidden, part of KeePassXC's memory", &measured.hidden, &measured.their_memory, MOST_BACKGROUND),
    ];
    for (name, ours, theirs, most) in bars {
        let part = middle(ours) / middle(theirs);
        let word = if part <= most { "held" } else { "missed" };
        println!("{name:WIDE$}{part:>20.2}  at most {most}: {word}");
    }
}

fn middle(numbers: &[f64]) -> f64 {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    let half = sorted.len() / 2;
    let at = |place: usize| sorted.get(place).copied().unwrap_or(f64::NAN);
    if sorted.len().is_multiple_of(2) { f64::midpoint(at(half.wrapping_sub(1)), at(half)) } else { at(half) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_an_even_number_lies_between_two() {
        assert!((middle(&[3.0, 1.0, 2.0, 10.0]) - 2.5).abs() < f64::EPSILON);
        assert!((middle(&[3.0, 1.0, 2.0]) - 2.0).abs() < f64::EPSILON);
    }
}
