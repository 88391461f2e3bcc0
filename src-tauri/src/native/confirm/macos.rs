//! macOS: an alert, as a sheet of the window.

use std::cell::Cell;

use block2::RcBlock;
use objc2::rc::Retained;
use objc2::{MainThreadMarker, available, sel};
use objc2_app_kit::{
    NSAccessibility, NSAlert, NSAlertSecondButtonReturn, NSAlertStyle, NSAlertThirdButtonReturn, NSButton,
    NSModalResponse, NSWindow,
};
use objc2_foundation::{NSRect, NSString, ns_string};
use tauri::WebviewWindow;
use tokio::sync::oneshot;

use super::{Answer, Words};

/// Shows the dialog. Must be called on the main thread.
pub(super) fn show(window: &WebviewWindow, words: &Words, answer: oneshot::Sender<Answer>) {
    let Some(main) = MainThreadMarker::new() else {
        tracing::error!("the dialog can only be shown on the main thread");
        return;
    };
    let alert = NSAlert::new(main);
    alert.setAlertStyle(NSAlertStyle::Warning);
    alert.setMessageText(&NSString::from_str(&words.title));
    alert.setInformativeText(&NSString::from_str(&words.text));
    // Not drawn, but read out by VoiceOver.
    alert.window().setTitle(&NSString::from_str(&words.window));

    // An answer is the place of a button in the order of adding.
    let cancel = alert.addButtonWithTitle(&NSString::from_str(&words.cancel));
    cancel.setKeyEquivalent(ns_string!(""));
    let act = alert.addButtonWithTitle(&NSString::from_str(&words.act));
    act.setKeyEquivalent(ns_string!(""));
    if available!(macos = 11.0) {
        act.setHasDestructiveAction(true);
    }
    let instead =
        words.instead.as_ref().map(|instead| alert.addButtonWithTitle(&NSString::from_str(instead)));
    let default = instead.unwrap_or_else(|| cancel.clone());
    default.setKeyEquivalent(ns_string!("\r"));
    alert.setAccessoryView(Some(&escape_to(&cancel, main)));
    // With keyboard navigation the space bar presses the button in focus, else often the second one.
    alert.layout();
    alert.window().setInitialFirstResponder(Some(&default));

    let answer = Cell::new(Some(answer));
    let answered = move |response: NSModalResponse| {
        let chosen = match response {
            _ if response == NSAlertSecondButtonReturn => Answer::Act,
            _ if response == NSAlertThirdButtonReturn => Answer::Instead,
            _ => Answer::Cancel,
        };
        if let Some(answer) = answer.take() {
            // Nobody waits any more only if the app is ending.
            let _ = answer.send(chosen);
        }
    };
    match visible(window) {
        Some(window) => {
            alert.beginSheetModalForWindow_completionHandler(&window, Some(&RcBlock::new(answered)));
            // The alert may have chosen a focus of its own while it was put up.
            alert.window().makeFirstResponder(Some(&default));
        }
        None => answered(alert.runModal()),
    }
}

/// The window, if a sheet on it can be seen.
#[expect(unsafe_code, reason = "tauri gives the window as a plain pointer")]
fn visible(window: &WebviewWindow) -> Option<Retained<NSWindow>> {
    let window = window.ns_window().ok()?;
    // SAFETY: tauri's window holds this `NSWindow`, and only the main thread, where this runs, lets go of it.
    let window = unsafe { Retained::retain(window.cast::<NSWindow>()) }?;
    window.isVisible().then_some(window)
}

/// A button that nobody sees, and that presses another one on Esc: a button has one key, and `cancel`'s is
/// Return.
#[expect(unsafe_code, reason = "a button's action is a selector")]
fn escape_to(cancel: &NSButton, main: MainThreadMarker) -> Retained<NSButton> {
    // SAFETY: `performClick:` is a method of the target, which is a button, and takes the sender.
    let escape = unsafe {
        NSButton::buttonWithTitle_target_action(ns_string!(""), Some(cancel), Some(sel!(performClick:)), main)
    };
    escape.setKeyEquivalent(ns_string!("\u{1b}"));
    escape.setTransparent(true);
    escape.setRefusesFirstResponder(true);
    escape.setAccessibilityElement(false);
    escape.setFrame(NSRect::ZERO);
    escape
}
