//! `bench scale`: the list with 100 and with 1,000 keys in the real window of a release build, and how decoding and
//! the look for what needs attention grow up to 10,000.

mod growth;

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use miftah_tests::fixture::Fixture;
use miftah_tests::webdriver::Window;
use serde::Deserialize;
use serde_json::json;

use crate::bench::{WIDE, header, percentile, row_of};
use crate::rotation::word;

const FEW: u32 = 100;
const MANY: u32 = 1000;
/// The list comes late enough for the page to be watched before it is there.
const ANSWER: Duration = Duration::from_secs(3);
/// For what the page measures in one go.
const PATIENCE: Duration = Duration::from_mins(2);
/// Milliseconds, from the list in the page to its first rows painted.
const MOST_FIRST: f64 = 100.0;
/// Milliseconds, p95.
const MOST_KEYSTROKE: f64 = 16.0;
/// Typed and taken back: 76 keystrokes.
const WORDS: [&str; 5] = ["production", "sfax 1", "comptabilite", "الزيتون", "xyz"];

/// When the rows were painted, in milliseconds after the list arrived.
#[derive(Deserialize)]
struct Rows {
    #[serde(default)]
    late: bool,
    first: Option<f64>,
    all: Option<f64>,
}

/// In milliseconds, one for each keystroke.
#[derive(Deserialize)]
struct Keystrokes {
    handled: Vec<f64>,
    painted: Vec<f64>,
    rows: u32,
}

/// All of one size of the account, in milliseconds.
#[derive(Default)]
struct Measured {
    first: Vec<f64>,
    all: Vec<f64>,
    handled: Vec<f64>,
    painted: Vec<f64>,
}

/// Starts the app at this path `starts` times for each size, and prints what came out.
pub(crate) fn run(starts: &str, app: &Path) -> Result<()> {
    let starts: usize = starts.parse().context("the number of starts is no number")?;
    ensure!((1..=100).contains(&starts), "between 1 and 100 starts");
    println!("{starts} first starts each with {FEW} and {MANY} keys, in the real window of a release build");
    let few = measure(app, FEW, starts)?;
    let many = measure(app, MANY, starts)?;

    header();
    for (count, measured) in [(FEW, &few), (MANY, &many)] {
        row_of(&format!("{count} keys: list to first rows painted"), &measured.first);
        row_of("    to all rows painted", &measured.all);
        row_of(&format!("    {} keystrokes handled", measured.handled.len()), &measured.handled);
        row_of("    keystroke to next frame painted", &measured.painted);
    }
    println!();
    for (count, measured) in [(FEW, &few), (MANY, &many)] {
        for (start, percent) in [("median", 50), ("slowest", 100)] {
            let name = format!("{count} keys: first rows, {start} start");
            bar(&name, percentile(&measured.first, percent), MOST_FIRST);
        }
        bar(&format!("{count} keys: keystroke, p95"), percentile(&measured.handled, 95), MOST_KEYSTROKE);
    }
    let ratio = |of: fn(&Measured) -> &Vec<f64>, percent| {
        let [many, few] = [of(&many), of(&few)].map(|times| percentile(times, percent));
        println!("{:WIDE$}{:>20.2}", format!("ratio of p{percent}, {MANY} to {FEW} keys"), many / few);
    };
    println!("\nfirst rows");
    ratio(|measured| &measured.first, 50);
    println!("keystroke");
    ratio(|measured| &measured.handled, 50);
    ratio(|measured| &measured.handled, 95);
    growth::run()
}

fn bar(name: &str, value: f64, most: f64) {
    println!("{name:WIDE$}{value:>20.2}  at most {most}: {}", word(value <= most));
}

fn measure(app: &Path, keys: u32, starts: usize) -> Result<Measured> {
    let mut measured = Measured::default();
    for start in 1..=starts {
        let fixture = Fixture::plan().keys(keys).latency(ANSWER).program(app).signed_in().start()?;
        let window = fixture.main_window()?;
        let rows = first_rows(&window, keys)?;
        measured.first.push(rows.first.context("no first row")?);
        measured.all.push(rows.all.context("no last row")?);
        if start == starts {
            let typed = keystrokes(&window)?;
            ensure!(typed.rows == keys, "{} rows after the search", typed.rows);
            (measured.handled, measured.painted) = (typed.handled, typed.painted);
        }
    }
    Ok(measured)
}

fn first_rows(window: &Window, keys: u32) -> Result<Rows> {
    let answer = window.run_async(PATIENCE, include_str!("scale/first_rows.js"), &json!([keys]))?;
    let rows: Rows = serde_json::from_value(answer).context("the page measured nothing")?;
    ensure!(!rows.late, "the list was there before the page was watched");
    Ok(rows)
}

fn keystrokes(window: &Window) -> Result<Keystrokes> {
    let answer = window.run_async(PATIENCE, include_str!("scale/keystrokes.js"), &json!([WORDS]))?;
    serde_json::from_value(answer.clone()).with_context(|| format!("the page measured nothing: {answer}"))
}
