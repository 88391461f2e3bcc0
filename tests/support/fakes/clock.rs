//! A clock that goes on only by what is waited for or told.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use miftah_core::ports::Clock;

/// Date and uptime move together unless [`TestClock::set_date`] says otherwise; [`Clock::sleep`] takes no real time.
pub struct TestClock {
    start: Mutex<Timestamp>,
    passed: Mutex<Duration>,
}

impl TestClock {
    /// A clock that stands at `start`.
    pub fn at(start: Timestamp) -> Self {
        Self { start: Mutex::new(start), passed: Mutex::default() }
    }

    /// Somebody sets the date; no time passes by that.
    pub fn set_date(&self, now: Timestamp) {
        *self.start.lock().unwrap_or_else(PoisonError::into_inner) = now - self.uptime();
    }

    /// Lets time pass.
    pub fn advance(&self, by: Duration) {
        *self.passed.lock().unwrap_or_else(PoisonError::into_inner) += by;
    }
}

#[async_trait]
impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        *self.start.lock().unwrap_or_else(PoisonError::into_inner) + self.uptime()
    }

    fn uptime(&self) -> Duration {
        *self.passed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn sleep(&self, duration: Duration) {
        self.advance(duration);
        tokio::task::yield_now().await;
    }
}
