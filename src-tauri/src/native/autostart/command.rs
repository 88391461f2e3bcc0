//! The program that an entry is to start.

use std::ffi::OsString;

use super::AutostartError;
use crate::native::image;

/// A path to start Miftah from, in the next session too.
pub(super) struct Command(pub(super) String);

impl Command {
    /// This program. Of an `AppImage` the file itself: what runs is in a folder that goes with this process.
    pub(super) fn ours() -> Result<Self, AutostartError> {
        let program = match image::file() {
            Some(image) => image.into_os_string(),
            None => std::env::current_exe().map_err(|_| AutostartError::NoProgram)?.into_os_string(),
        };
        Self::of(program)
    }

    fn of(program: OsString) -> Result<Self, AutostartError> {
        let program = program.into_string().map_err(|_| AutostartError::OddPath)?;
        let odd = program.is_empty() || program.chars().any(char::is_control);
        if odd { Err(AutostartError::OddPath) } else { Ok(Self(program)) }
    }
}

#[cfg(test)]
mod tests {
    use super::{AutostartError, Command};

    #[test]
    fn a_path_that_would_break_the_entry_is_refused() {
        for odd in ["", "/opt/mif\ntah"] {
            assert_eq!(Command::of(odd.into()).err(), Some(AutostartError::OddPath), "{odd:?}");
        }
        assert_eq!(Command::of("/opt/Mif tah".into()).map(|command| command.0), Ok("/opt/Mif tah".into()));
    }
}
