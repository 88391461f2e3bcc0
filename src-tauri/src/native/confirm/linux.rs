//! Linux: GTK's message dialog. GTK is linked already, for the window.

use gtk::prelude::*;
use gtk::{ButtonsType, DialogFlags, MessageDialog, MessageType, ResponseType};
use tauri::WebviewWindow;
use tokio::sync::oneshot;

use super::{Answer, Words};

const ACT: u16 = 1;
const INSTEAD: u16 = 2;

/// Shows the dialog. Must be called on the main thread.
pub(super) fn show(window: &WebviewWindow, words: &Words, answer: oneshot::Sender<Answer>) {
    let parent = window.gtk_window().ok();
    let dialog = MessageDialog::new(
        parent.as_ref(),
        DialogFlags::MODAL | DialogFlags::DESTROY_WITH_PARENT,
        MessageType::Warning,
        ButtonsType::None,
        &words.title,
    );
    dialog.set_title(&words.window);
    dialog.set_secondary_text(Some(&words.text));
    let act = dialog.add_button(&words.act, ResponseType::Other(ACT));
    act.style_context().add_class(gtk::STYLE_CLASS_DESTRUCTIVE_ACTION);
    dialog.add_button(&words.cancel, ResponseType::Cancel);
    let mut default = ResponseType::Cancel;
    if let Some(instead) = &words.instead {
        default = ResponseType::Other(INSTEAD);
        dialog.add_button(instead, default);
    }
    dialog.set_default_response(default);
    if let Some(default) = dialog.widget_for_response(default) {
        default.grab_focus();
    }
    let answer = std::cell::Cell::new(Some(answer));
    dialog.connect_response(move |dialog, response| {
        let chosen = match response {
            ResponseType::Other(ACT) => Answer::Act,
            ResponseType::Other(INSTEAD) => Answer::Instead,
            _ => Answer::Cancel,
        };
        // Closing is a response of its own: only the first one counts.
        if let Some(answer) = answer.take() {
            // Nobody waits any more only if the app is ending.
            let _ = answer.send(chosen);
            dialog.close();
        }
    });
    dialog.show_all();
    dialog.present();
}
