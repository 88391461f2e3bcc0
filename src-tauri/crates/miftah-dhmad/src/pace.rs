//! When DHMAD wants to be asked again. Of the ways to say it one is documented (`retryAfter`, its unit is
//! not), the headers' names are not known: each may be missing.
//!
//! Not here: whether an answer is a refusal (`judge.rs`).

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;
use miftah_core::keys::Environment;
use reqwest::header::{DATE, HeaderMap, RETRY_AFTER};

/// Nobody is told to wait longer.
const LONGEST: Duration = Duration::from_hours(1);
/// From here on a number is a moment, not a number of seconds.
const EPOCH: f64 = 1e9;
const RESETS: [&str; 2] = ["ratelimit-reset", "x-ratelimit-reset"];

/// How long the headers of an answer say to wait: `Retry-After`, else one of the reset headers.
pub(crate) fn wait_of_headers(headers: &HeaderMap) -> Option<Duration> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let date = text(DATE.as_str()).and_then(http_date);
    let retry = text(RETRY_AFTER.as_str());
    let until = || Some(seconds(between(date?, http_date(retry?)?)));
    let number = |text: &str| wait_of_number(text.trim().parse().ok()?, date);
    retry
        .and_then(number)
        .or_else(|| until()?)
        .or_else(|| RESETS.into_iter().find_map(|name| number(text(name)?)))
}

/// The wait that a number stands for: seconds, or a moment after the server's `date`.
pub(crate) fn wait_of_number(number: f64, date: Option<Timestamp>) -> Option<Duration> {
    #[expect(clippy::cast_precision_loss, reason = "epoch seconds fit in 52 bits")]
    let now = date.map(|date| date.as_second() as f64);
    if number > EPOCH { seconds((number - now?).max(0.0)) } else { seconds(number) }
}

fn seconds(number: f64) -> Option<Duration> {
    if number.is_nan() || number < 0.0 {
        return None;
    }
    Some(Duration::try_from_secs_f64(number.ceil()).unwrap_or(LONGEST).min(LONGEST))
}

fn between(from: Timestamp, to: Timestamp) -> f64 {
    to.duration_since(from).as_secs_f64().max(0.0)
}

fn http_date(text: &str) -> Option<Timestamp> {
    DateTimeParser::new().parse_timestamp(text).ok()
}

/// Until when each host wants no more reads, on a clock that never goes back.
///
/// Only reads wait: they happen by themselves, and each would cost the whole office a call. A change or a
/// sign-in is somebody's click and goes out once, whatever was said before.
#[derive(Default)]
pub(crate) struct Gates {
    live: Mutex<Option<Duration>>,
    sandbox: Mutex<Option<Duration>>,
}

impl Gates {
    /// Remembers at `uptime` that a host asked to wait.
    pub(crate) fn close(&self, host: Environment, uptime: Duration, wait: Duration) {
        *self.gate(host).lock().unwrap_or_else(PoisonError::into_inner) = Some(uptime.saturating_add(wait));
    }

    /// How long a host still wants no reads.
    pub(crate) fn wait(&self, host: Environment, uptime: Duration) -> Option<Duration> {
        let until = (*self.gate(host).lock().unwrap_or_else(PoisonError::into_inner))?;
        until.checked_sub(uptime).filter(|left| !left.is_zero())
    }

    fn gate(&self, host: Environment) -> &Mutex<Option<Duration>> {
        match host {
            Environment::Live => &self.live,
            Environment::Sandbox => &self.sandbox,
        }
    }
}

#[cfg(test)]
mod tests {
    use reqwest::header::{HeaderName, HeaderValue};

    use super::*;

    const TODAY: &str = "Mon, 23 Nov 2026 08:00:00 GMT";
    /// The same moment.
    const NOW: i64 = 1_795_420_800;

    fn check(headers: &[(&str, &str)], expect: Option<u64>) {
        let map: HeaderMap = headers
            .iter()
            .map(|(name, value)| {
                (HeaderName::try_from(*name).unwrap(), HeaderValue::try_from(*value).unwrap())
            })
            .collect();
        assert_eq!(wait_of_headers(&map), expect.map(Duration::from_secs), "{headers:?}");
    }

    #[test]
    fn headers_of_every_kind() {
        let (soon, past) = ((NOW + 42).to_string(), (NOW - 5).to_string());
        check(&[], None);
        check(&[("retry-after", "7")], Some(7));
        check(&[("retry-after", "7"), ("x-ratelimit-reset", "50")], Some(7));
        check(&[("retry-after", "Mon, 23 Nov 2026 08:01:30 GMT"), ("date", TODAY)], Some(90));
        check(&[("retry-after", "Mon, 23 Nov 2026 07:00:00 GMT"), ("date", TODAY)], Some(0));
        check(&[("retry-after", "Mon, 23 Nov 2026 08:01:30 GMT")], None);
        check(&[("ratelimit-reset", "50")], Some(50));
        check(&[("x-ratelimit-reset", "0.2")], Some(1));
        check(&[("x-ratelimit-reset", &soon), ("date", TODAY)], Some(42));
        check(&[("x-ratelimit-reset", &past), ("date", TODAY)], Some(0));
        check(&[("x-ratelimit-reset", &soon)], None);
        check(&[("retry-after", "999999999")], Some(3600));
        for nonsense in ["soon", "-1", "NaN", "", "1e"] {
            check(&[("retry-after", nonsense)], None);
        }
    }

    #[test]
    fn a_gate_opens_by_itself_and_is_one_host_s_own() {
        let gates = Gates::default();
        let at = Duration::from_secs;
        gates.close(Environment::Live, at(100), at(60));
        assert_eq!(gates.wait(Environment::Live, at(101)), Some(at(59)));
        assert_eq!(gates.wait(Environment::Sandbox, at(101)), None);
        assert_eq!(gates.wait(Environment::Live, at(160)), None);
    }
}
