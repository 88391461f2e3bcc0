//! How long a person waits: from the confirm to the key on the clipboard, against the answer of the server alone.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use dhmad_sandbox::seed;
use miftah_tests::fixture::{Fixture, Regenerated, row, select_row};

const KEY: &str = "Sandbox tests";
const OTHER_KEY: &str = "Load tests";
/// How long the stand-in takes for each answer.
pub(crate) const ANSWER: Duration = Duration::from_millis(100);
/// The column of the names.
pub(crate) const WIDE: usize = 44;
/// The countdown of a sandbox key is waited for each time.
const MOST: usize = 1000;

/// Regenerates `runs` times in the window and as often directly, and prints both.
pub(crate) fn run(runs: &str) -> Result<()> {
    let runs: usize = runs.parse().context("the number of runs is no number")?;
    ensure!((1..=MOST).contains(&runs), "between 1 and {MOST} runs");
    println!("{runs} regenerates of a sandbox key in the real window, DHMAD answering in 100 ms");
    let fixture = Fixture::plan().latency(ANSWER).signed_in().start()?;
    let times = regenerates(&fixture, runs)?;
    let server = answers(&fixture, runs)?;
    header();
    row_of("confirm to clipboard", &times);
    row_of("answer of the server alone", &server);
    let ratio = |percent| percentile(&times, percent) / percentile(&server, percent);
    println!("{:WIDE$}{:>10.2}{:>10.2}", "ratio", ratio(50), ratio(95));
    Ok(())
}

/// Regenerates a key in the window, so many times, and gives how long each took from the confirm on.
pub(crate) fn regenerates(fixture: &Fixture, runs: usize) -> Result<Vec<f64>> {
    let window = fixture.main_window()?;
    row(&window, KEY)?;
    let id = fixture.key_id(KEY)?;
    for run in 1..=runs {
        select_row(&window, &id)?;
        window.press("r")?;
        fixture.log().nth_confirm_ms(run)?;
        window.by_role("button", "Done")?.click()?;
    }
    fixture.everywhere_the_same(KEY)?;
    Ok(fixture.log().confirm_ms())
}

/// The same request without the app.
pub(crate) fn answers(fixture: &Fixture, runs: usize) -> Result<Vec<f64>> {
    let id = fixture.key_id(OTHER_KEY)?;
    let direct = || Regenerated::directly(fixture.portal()?, &id, seed::DEVELOPER_TOKEN);
    (0..runs).map(|_| Ok(milliseconds(direct()?.took))).collect()
}

pub(crate) fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

pub(crate) fn header() {
    println!("\n{:WIDE$}{:>10}{:>10}", "milliseconds", "p50", "p95");
}

pub(crate) fn row_of(name: &str, times: &[f64]) {
    println!("{name:WIDE$}{:>10.2}{:>10.2}", percentile(times, 50), percentile(times, 95));
}

/// The smallest of the times that at least so many percent do not exceed.
pub(crate) fn percentile(times: &[f64], percent: usize) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = (sorted.len() * percent).div_ceil(100).max(1) - 1;
    sorted.get(place).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_times_that_were_measured() {
        let times: Vec<f64> = (1..=20).map(f64::from).collect();
        let measured = [percentile(&times, 50), percentile(&times, 95), percentile(&[7.0], 95)];
        assert_eq!(measured.map(|time| time.to_string()), ["10", "19", "7"]);
    }
}
