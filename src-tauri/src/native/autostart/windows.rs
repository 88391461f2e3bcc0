//! Windows: a value in the person's `Run` key. Settings and Task Manager keep in another key what they switched off.

use std::io::ErrorKind;

use windows_registry::CURRENT_USER;

use super::command::Command;
use super::{AutostartError, HIDDEN, NAME};

const RUN: &str = r"Software\Microsoft\Windows\CurrentVersion\Run";
const APPROVED: &str = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run";

/// The command as it is, unless it is switched off.
pub(super) fn read() -> Result<Option<String>, AutostartError> {
    let value = match CURRENT_USER.open(RUN).and_then(|key| key.get_string(NAME)) {
        Ok(value) => value,
        Err(error) if kind(error.code().0) == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(AutostartError::Denied(kind(error.code().0))),
    };
    // The first byte is even where it is on.
    let approved = CURRENT_USER.open(APPROVED).and_then(|key| key.get_value(NAME));
    let off = approved.is_ok_and(|approved| approved.first().is_some_and(|byte| byte % 2 == 1));
    Ok((!off).then_some(value))
}

pub(super) fn write(command: &Command) -> Result<(), AutostartError> {
    let written = CURRENT_USER.create(RUN).and_then(|key| key.set_string(NAME, text(command)));
    written.map_err(|error| AutostartError::Denied(kind(error.code().0)))?;
    approve();
    Ok(())
}

pub(super) fn remove() -> Result<(), AutostartError> {
    match CURRENT_USER.options().write().open(RUN).and_then(|key| key.remove_value(NAME)) {
        Err(error) if kind(error.code().0) != ErrorKind::NotFound => {
            Err(AutostartError::Denied(kind(error.code().0)))
        }
        _ => {
            approve();
            Ok(())
        }
    }
}

/// In quotes, which no path of Windows has: one with a space would be tried up to the space first.
pub(super) fn text(command: &Command) -> String {
    format!("\"{}\" {HIDDEN}", command.0)
}

/// Forgets that it was switched off: the person has just asked for something else. What is not said there is on.
fn approve() {
    if let Ok(key) = CURRENT_USER.options().write().open(APPROVED) {
        // Most often it was never said.
        let _ = key.remove_value(NAME);
    }
}

/// An `HRESULT` made of an error of Windows has that in its lower half.
fn kind(code: i32) -> ErrorKind {
    std::io::Error::from_raw_os_error(code & 0xffff).kind()
}
