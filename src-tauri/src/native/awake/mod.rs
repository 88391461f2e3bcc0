//! Keeps the computer from falling asleep while something must not be cut in two.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(target_os = "windows", path = "windows.rs")]
#[cfg_attr(target_os = "macos", path = "macos.rs")]
mod system;
#[cfg(all(test, target_os = "linux"))]
mod tests;

/// The computer stays awake for as long as this is there; so it does not after a crash.
pub(crate) struct Held {
    _hold: system::Hold,
}

/// Asks the system to stay awake, and tells it why (plain text in the person's language: the system may show it).
/// `None` where it offers no way, or did not answer within 2 s: whoever asks goes on without.
pub(crate) async fn hold(reason: &str) -> Option<Held> {
    system::hold(reason).await.map(|hold| Held { _hold: hold })
}
