//! Time as the domain sees it.

use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;

/// A wall clock for dates and a second one for durations.
#[async_trait]
pub trait Clock: Send + Sync {
    /// The date and time. May jump when somebody sets the clock.
    fn now(&self) -> Timestamp;

    /// Time since an arbitrary start. Never goes back and **counts the time the computer slept**.
    fn uptime(&self) -> Duration;

    /// Returns after `duration` of running time.
    async fn sleep(&self, duration: Duration);
}
