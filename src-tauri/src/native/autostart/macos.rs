//! macOS: a launch agent of the person. launchd reads it at the next login.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

use super::command::Command;
use super::{AutostartError, HIDDEN, NAME};

/// The agent as it is.
pub(super) fn read() -> Result<Option<String>, AutostartError> {
    match fs::read_to_string(file()?) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Torn by a crash, it is written anew by the next `reassert`.
pub(super) fn write(command: &Command) -> Result<(), AutostartError> {
    let (file, text) = (file()?, text(command));
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).open(file)?;
    Ok(file.write_all(text.as_bytes())?)
}

pub(super) fn remove() -> Result<(), AutostartError> {
    match fs::remove_file(file()?) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// The whole agent for a program.
pub(super) fn text(command: &Command) -> String {
    let program = command.0.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
    <key>Label</key>
    <string>{NAME}</string>
    <key>ProgramArguments</key>
    <array>
        <string>{program}</string>
        <string>{HIDDEN}</string>
    </array>
    <key>RunAtLoad</key>
    <true/>
    <key>LimitLoadToSessionType</key>
    <string>Aqua</string>
</dict>
</plist>
"#
    )
}

fn file() -> Result<PathBuf, AutostartError> {
    let home = std::env::home_dir().filter(|home| home.is_absolute()).ok_or(AutostartError::OddPath)?;
    Ok(home.join("Library/LaunchAgents").join(format!("{NAME}.plist")))
}
