//! Windows and macOS: nothing is noticed. Whoever waits by the clock sees that it slept.

use super::Woke;

/// Does nothing.
pub(super) fn watch(_on: impl Fn(Woke) + Send + Sync + 'static) {}
