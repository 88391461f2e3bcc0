//! A native dialog, answered with real keys.
//!
//! GTK ignores events that one client sends to another, so `xdotool key --window` does nothing. The window is made
//! the active one first, which needs a window manager, and the keys go to whatever is active.

use anyhow::Result;

use super::{Screen, wait};

/// The close button, among the keys of a list.
pub const CLOSE: &str = "the close button";

/// A native window on a display.
pub struct Dialog {
    screen: Screen,
    id: String,
}

impl Dialog {
    pub(super) fn new(screen: Screen, id: String) -> Self {
        Self { screen, id }
    }

    /// Presses keys one after another, by their X names: `Return`, `Escape`, `Tab`, `alt+r`.
    pub fn press(&self, keys: &[&str]) -> Result<()> {
        let activate = ["windowactivate", "--sync", &self.id];
        self.screen.xdotool(&activate, wait::PATIENCE)?;
        self.screen.xdotool(&[&["key", "--clearmodifiers"], keys].concat(), wait::PATIENCE).map(drop)
    }

    /// Presses one key, or closes it where the word is [`CLOSE`].
    pub fn answer(&self, key: &str) -> Result<()> {
        if key == CLOSE { self.close() } else { self.press(&[key]) }
    }

    /// Closes it as its close button does: the window manager asks it to go. Not by `alt+F4`: that goes to whatever has
    /// the focus, and right after the driver has brought a window to front nothing has it for a moment.
    pub fn close(&self) -> Result<()> {
        self.screen.close(&self.id)
    }

    /// Its title.
    pub fn title(&self) -> Result<String> {
        Ok(self.screen.xdotool(&["getwindowname", &self.id], wait::PATIENCE)?.trim().to_owned())
    }

    /// Returns when it is no longer on the display.
    pub fn gone(&self) -> Result<()> {
        wait::until("the native dialog to go", wait::PATIENCE, || {
            let visible = self.screen.xdotool(&["search", "--onlyvisible", "--name", ""], wait::PATIENCE)?;
            Ok((!visible.lines().any(|id| id == self.id)).then_some(()))
        })
    }
}
