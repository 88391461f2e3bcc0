//! Linux: GTK's message dialog.

use gtk::prelude::*;
use gtk::{ButtonsType, DialogFlags, MessageDialog, MessageType, ResponseType, Window};

pub(super) fn show(window: &str, title: &str, text: &str, close: &str) {
    let dialog =
        MessageDialog::new(None::<&Window>, DialogFlags::MODAL, MessageType::Error, ButtonsType::None, title);
    dialog.set_title(window);
    dialog.set_secondary_text(Some(text));
    dialog.add_button(close, ResponseType::Close);
    dialog.run();
}
