//! The mark that keeps a text out of the histories of macOS (`org.nspasteboard.ConcealedType`).
//!
//! Universal Clipboard still hands it to the person's other devices; arboard has no switch for that.

use arboard::{Clipboard, Error, SetExtApple};

pub(super) fn set_marked(clipboard: &mut Clipboard, text: &str) -> Result<(), Error> {
    clipboard.set().exclude_from_history().text(text)
}
