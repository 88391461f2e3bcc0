//! Linux and macOS: the clocks that go on while the computer sleeps.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// `CLOCK_MONOTONIC` stops during sleep on Linux and goes on during it on macOS.
#[cfg(target_os = "linux")]
const COUNTS_SLEEP: ClockId = ClockId::Boottime;
#[cfg(target_os = "macos")]
const COUNTS_SLEEP: ClockId = ClockId::Monotonic;

pub(super) fn uptime() -> Duration {
    let time = clock_gettime(COUNTS_SLEEP);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or(0))
}
