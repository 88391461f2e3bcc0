//! Starts Miftah, hidden, when the person signs in to the computer. Off until they ask for it.
//!
//! The crates for it write the path unquoted on Linux and Windows, and cannot say which program an entry starts: after
//! an update or a move that must be seen.

mod command;
#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(target_os = "windows", path = "windows.rs")]
#[cfg_attr(target_os = "macos", path = "macos.rs")]
mod system;
#[cfg(all(test, target_os = "linux"))]
mod tests;

use self::command::Command;

/// What Miftah is started with: no window.
pub(crate) const HIDDEN: &str = "--hidden";

/// The name of the entry. Never changes: an older one would stay for good.
const NAME: &str = "app.miftah.desktop";

/// Why the entry was not read or written. The system's own words are left out: they hold paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum AutostartError {
    #[error("the system does not say where this program is")]
    NoProgram,
    /// Its path cannot be written into an entry.
    #[error("this program is at a place that cannot be started from")]
    OddPath,
    #[error("the entry is at a place that this person may not change: {0}")]
    Denied(std::io::ErrorKind),
}

/// Whether the system will start Miftah, or whatever the entry says. One that the person switched off in the system's
/// settings counts as off.
pub(crate) fn is_on() -> Result<bool, AutostartError> {
    Ok(system::read()?.is_some())
}

/// Writes the entry for this program, or removes it.
pub(crate) fn set(on: bool) -> Result<(), AutostartError> {
    if on { system::write(&Command::ours()?) } else { system::remove() }
}

/// Writes the entry anew if it is on and starts another program than this one, as after an update or a move. Tells
/// whether it did.
pub(crate) fn reassert() -> Result<bool, AutostartError> {
    let Some(entry) = system::read()? else { return Ok(false) };
    let ours = Command::ours()?;
    if entry == system::text(&ours) {
        return Ok(false);
    }
    system::write(&ours)?;
    Ok(true)
}

impl From<std::io::Error> for AutostartError {
    fn from(error: std::io::Error) -> Self {
        Self::Denied(error.kind())
    }
}
