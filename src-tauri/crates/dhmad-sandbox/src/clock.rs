//! The real clock, the one place of this crate that asks the computer for the time.
//!
//! Not here: any rule about time; they all take the [`Clock`](crate::Clock) of the configuration.

use std::sync::Arc;

use jiff::Timestamp;

use crate::config::Clock;

/// The clock of the computer.
#[expect(clippy::disallowed_methods, reason = "the default clock; everything else is handed one")]
pub(crate) fn real() -> Clock {
    Arc::new(Timestamp::now)
}
