//! Keeps the process's memory from being written to a core file or read by others. Release builds only: a
//! debugger could not attach otherwise.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(target_os = "macos", path = "macos.rs")]
#[cfg_attr(target_os = "windows", path = "windows.rs")]
mod system;

/// Applies what the system offers. What it refuses goes to the log.
pub(crate) fn apply() {
    if !cfg!(debug_assertions) {
        system::apply();
    }
}
