//! Linux: a desktop entry in the person's `autostart` folder.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

use super::command::Command;
use super::{AutostartError, HIDDEN, NAME};

/// What switches an entry off: the specification's, and GNOME's.
const OFF: [&str; 2] = ["Hidden=true", "X-GNOME-Autostart-enabled=false"];

/// The entry as it is, unless it is switched off.
pub(super) fn read() -> Result<Option<String>, AutostartError> {
    let text = match fs::read_to_string(file()?) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let off = text.lines().any(|line| OFF.contains(&line.trim()));
    Ok((!off).then_some(text))
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

/// The whole entry for a program.
pub(super) fn text(command: &Command) -> String {
    // `TryExec` is left out: a program that is gone for a moment, as during an update, is no reason to forget it.
    format!(
        "[Desktop Entry]\nType=Application\nVersion=1.0\nName=Miftah\nIcon=miftah\nTerminal=false\n\
         StartupNotify=false\nExec={} {HIDDEN}\n",
        quoted(&command.0)
    )
}

fn file() -> Result<PathBuf, AutostartError> {
    let absolute = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let config = absolute("XDG_CONFIG_HOME").or_else(|| Some(absolute("HOME")?.join(".config")));
    Ok(config.ok_or(AutostartError::OddPath)?.join("autostart").join(format!("{NAME}.desktop")))
}

/// As `Exec` wants an argument: in quotes where four characters keep a meaning, then as a value of the file, which
/// reads backslashes once more; a percent sign begins a code.
fn quoted(argument: &str) -> String {
    let mut quoted = String::from("\"");
    for char in argument.chars() {
        match char {
            '"' | '`' | '$' => quoted.extend(["\\\\", char.encode_utf8(&mut [0; 4])]),
            '\\' => quoted.push_str("\\\\\\\\"),
            '%' => quoted.push_str("%%"),
            _ => quoted.push(char),
        }
    }
    quoted.push('"');
    quoted
}
