//! Waiting for what gives no signal: asks again until an answer comes or the time is up.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// How long anything may take before its test fails.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// The pause between two questions.
const PAUSE: Duration = Duration::from_millis(20);

/// Asks until there is an answer. An error counts as no answer, and is told if it was the last.
pub fn until<T>(what: &str, patience: Duration, mut ask: impl FnMut() -> Result<Option<T>>) -> Result<T> {
    let end = Instant::now() + patience;
    loop {
        let answer = ask();
        let late = Instant::now() >= end;
        match answer {
            Ok(Some(answer)) => return Ok(answer),
            Ok(None) if late => bail!("waited {} s in vain for {what}", patience.as_secs()),
            Err(error) if late => {
                return Err(error)
                    .with_context(|| format!("waited {} s in vain for {what}", patience.as_secs()));
            }
            // The one place where the tests of the window pause: nothing else announces a new window.
            Ok(None) | Err(_) => std::thread::sleep(PAUSE),
        }
    }
}
