//! The variables of a session.

use std::ffi::OsString;
use std::sync::OnceLock;

use anyhow::{Result, ensure};

use super::{DesktopSession, Folders, Started};

pub(super) fn set(folders: &Folders, started: &Started) -> Vec<(&'static str, OsString)> {
    let home = |below: &str| folders.home.join(below).into_os_string();
    let mut variables = vec![
        ("HOME", folders.home.clone().into_os_string()),
        ("XDG_CACHE_HOME", home(".cache")),
        ("XDG_CONFIG_HOME", home(".config")),
        ("XDG_DATA_HOME", home(".local/share")),
        ("XDG_STATE_HOME", home(".local/state")),
        ("XDG_RUNTIME_DIR", folders.runtime.clone().into_os_string()),
        ("TMPDIR", folders.temp.clone().into_os_string()),
        ("DBUS_SESSION_BUS_ADDRESS", started.bus.clone().into()),
        // What belongs to the computer is not asked either; a test may put stand-ins there.
        ("DBUS_SYSTEM_BUS_ADDRESS", started.bus.clone().into()),
        // No accessibility bus, settings database or portal: they would have to be started too.
        ("NO_AT_BRIDGE", "1".into()),
        ("GSETTINGS_BACKEND", "memory".into()),
        ("GTK_USE_PORTAL", "0".into()),
    ];
    if let Some(display) = &started.display {
        variables.push(("DISPLAY", display.into()));
        variables.push(("GDK_BACKEND", "x11".into()));
        variables.push(("XDG_SESSION_TYPE", "x11".into()));
    }
    variables
}

pub(super) fn removed(started: &Started) -> Vec<&'static str> {
    let mut names = vec![
        "WAYLAND_DISPLAY",
        "XAUTHORITY",
        "GNOME_KEYRING_CONTROL",
        "SSH_AUTH_SOCK",
        "DESKTOP_SESSION",
        "XDG_CURRENT_DESKTOP",
        "XDG_DATA_DIRS",
    ];
    if started.display.is_none() {
        names.extend(["DISPLAY", "GDK_BACKEND", "XDG_SESSION_TYPE"]);
    }
    names
}

/// The one place that changes our own environment.
#[expect(unsafe_code, reason = "adapters of the desktop read the environment of the process")]
pub(super) fn enter(session: &DesktopSession) -> Result<()> {
    static ENTERED: OnceLock<()> = OnceLock::new();
    ensure!(ENTERED.set(()).is_ok(), "one session a process: run the tests with cargo nextest");
    for (name, value) in session.env() {
        // SAFETY: nextest gives the test a process of its own, and the test enters first: libtest's main
        // thread and the session's keeper only wait, and neither reads the environment.
        unsafe { std::env::set_var(name, value) }
    }
    for name in session.removed_env() {
        // SAFETY: as above.
        unsafe { std::env::remove_var(name) }
    }
    Ok(())
}
