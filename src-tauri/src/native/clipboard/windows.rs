//! The marks that keep a text out of Windows' history (Win+V) and its cloud copy.

use arboard::{Clipboard, Error, SetExtWindows};

pub(super) fn set_marked(clipboard: &mut Clipboard, text: &str) -> Result<(), Error> {
    // The first covers the other two for programs that know it; older ones know only the others.
    clipboard.set().exclude_from_monitoring().exclude_from_history().exclude_from_cloud().text(text)
}
