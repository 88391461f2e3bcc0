//! Tells when the computer woke, and when the network came back. Nothing is polled: the process sleeps until then.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "elsewhere.rs")]
mod system;
#[cfg(all(test, target_os = "linux"))]
mod tests;

/// What may have made something due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Woke {
    /// The computer slept and is awake again.
    Resumed,
    /// The network reaches the internet again, as far as the system knows.
    NetworkBack,
}

/// Watches until the app ends. A hint and no more: where the system tells nothing, nothing is told. `on` must not
/// block.
pub(crate) fn watch(on: impl Fn(Woke) + Send + Sync + 'static) {
    system::watch(on);
}
