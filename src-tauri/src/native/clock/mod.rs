//! The clock of the computer it runs on. The one place where the time is read.

#[cfg_attr(any(target_os = "linux", target_os = "macos"), path = "unix.rs")]
#[cfg_attr(target_os = "windows", path = "windows.rs")]
mod uptime;

use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use miftah_core::ports::Clock;

/// The computer's clock.
pub(crate) struct SystemClock;

#[async_trait]
impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the clock that everything else takes")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn uptime(&self) -> Duration {
        uptime::uptime()
    }

    async fn sleep(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }
}
