//! What is remembered of checks beyond the end of the app.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::Schedule;
use crate::keys::list_known;
use crate::ports::{Ports, StoreError};

/// Where the store keeps the moments at which DHMAD was asked, of the last 24 hours.
const CHECKS: &str = "checks";
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// The plan at the start of the app.
pub fn schedule(ports: &Ports) -> Result<Schedule, StoreError> {
    let (now, uptime) = (ports.clock.now(), ports.clock.uptime());
    let ago = |at: Timestamp| Duration::try_from(now.duration_since(at)).ok();
    let begun: Vec<Duration> = begun(ports, now)?.into_iter().filter_map(ago).collect();
    let checked = list_known(ports, &ports.store.settings()?.access)?.checked_at.and_then(ago);
    let mut schedule = Schedule::new(&ports.timings, uptime);
    schedule.resume(&begun, checked, uptime);
    Ok(schedule)
}

/// DHMAD is asked now.
pub(super) fn note_begun(ports: &Ports) -> Result<(), StoreError> {
    let now = ports.clock.now();
    let mut all = begun(ports, now)?;
    all.push(now);
    let all: Vec<String> = all.iter().map(Timestamp::to_string).collect();
    ports.store.save_memo(CHECKS, &all.join(" "))
}

/// A moment that is to come was noted by a wrong clock, and says nothing.
fn begun(ports: &Ports, now: Timestamp) -> Result<Vec<Timestamp>, StoreError> {
    let noted = ports.store.memo(CHECKS)?.unwrap_or_default();
    let moments = noted.split(' ').filter_map(|at| at.parse::<Timestamp>().ok());
    Ok(moments.filter(|at| *at <= now && now.duration_since(*at) < DAY).collect())
}
