//! Windows: a task dialog, on a thread of its own.
//!
//! `TaskDialogIndirect` returns only with the answer. On the main thread it would do so inside a callback of
//! the event loop, which holds back every other event (the tray, windows, `run_on_main_thread`) until then.
//! A dialog may have an owner on another thread: it stays above it, and the owner takes no input meanwhile.

use std::{ptr, thread};

use tauri::WebviewWindow;
use tokio::sync::oneshot;
use windows_sys::Win32::UI::Controls::{
    TASKDIALOG_BUTTON, TASKDIALOG_FLAGS, TASKDIALOGCONFIG, TASKDIALOGCONFIG_0, TD_WARNING_ICON,
    TDF_ALLOW_DIALOG_CANCELLATION, TDF_POSITION_RELATIVE_TO_WINDOW, TDF_RTL_LAYOUT, TDF_SIZE_TO_CONTENT,
    TaskDialogIndirect,
};
use windows_sys::Win32::UI::WindowsAndMessaging::IDCANCEL;

use super::{Answer, Words};

/// None of the system's own ids, which are small.
const ACT: i32 = 1000;
const INSTEAD: i32 = 1001;

#[expect(clippy::cast_possible_truncation, reason = "160 bytes")]
const CONFIG_SIZE: u32 = size_of::<TASKDIALOGCONFIG>() as u32;

/// Shows the dialog. Must be called on the main thread.
pub(super) fn show(window: &WebviewWindow, words: &Words, answer: oneshot::Sender<Answer>) {
    let owner = match window.hwnd() {
        // A handle is a number, and a number may go to another thread.
        Ok(owner) => owner.0.addr(),
        Err(error) => {
            tracing::error!(%error, "no window to show the dialog over");
            return;
        }
    };
    let texts = Texts::of(words);
    let started = thread::Builder::new().name("confirm".into()).spawn(move || match ask(owner, &texts) {
        Ok(chosen) => {
            // Nobody waits any more only if the app is ending.
            let _ = answer.send(chosen);
        }
        Err(result) => tracing::error!(result, "the dialog could not be shown"),
    });
    if let Err(error) = started {
        tracing::error!(%error, "no thread to show the dialog on");
    }
}

/// Blocks until the person has answered; fails with an `HRESULT`.
#[expect(unsafe_code, reason = "the dialog is a function of the system")]
fn ask(owner: usize, texts: &Texts) -> Result<Answer, i32> {
    let button = |id: i32, text: &[u16]| TASKDIALOG_BUTTON { nButtonID: id, pszButtonText: text.as_ptr() };
    let mut buttons: Vec<TASKDIALOG_BUTTON> = vec![button(ACT, &texts.act)];
    let mut default = IDCANCEL;
    if let Some(instead) = &texts.instead {
        buttons.push(button(INSTEAD, instead));
        default = INSTEAD;
    }
    buttons.push(button(IDCANCEL, &texts.cancel));
    let config = TASKDIALOGCONFIG {
        cbSize: CONFIG_SIZE,
        hwndParent: ptr::without_provenance_mut(owner),
        // Esc, Alt+F4 and the close button answer `IDCANCEL`.
        dwFlags: TDF_ALLOW_DIALOG_CANCELLATION
            | TDF_POSITION_RELATIVE_TO_WINDOW
            | TDF_SIZE_TO_CONTENT
            | texts.direction,
        pszWindowTitle: texts.window.as_ptr(),
        Anonymous1: TASKDIALOGCONFIG_0 { pszMainIcon: TD_WARNING_ICON },
        pszMainInstruction: texts.title.as_ptr(),
        pszContent: texts.text.as_ptr(),
        cButtons: u32::try_from(buttons.len()).unwrap_or(0),
        pButtons: buttons.as_ptr(),
        nDefaultButton: default,
        ..TASKDIALOGCONFIG::default()
    };
    let mut pressed = 0;
    // SAFETY: `config` says its own size and the number of `buttons`; its strings end with a NUL; all of them
    // and `pressed` outlive the call. An owner that has gone is an error of the call, or leaves the dialog
    // without one.
    let result =
        unsafe { TaskDialogIndirect(&raw const config, &raw mut pressed, ptr::null_mut(), ptr::null_mut()) };
    match (result, pressed) {
        (..0, _) => Err(result),
        (_, ACT) => Ok(Answer::Act),
        (_, INSTEAD) => Ok(Answer::Instead),
        _ => Ok(Answer::Cancel),
    }
}

/// The words as the system takes them: UTF-16, ending with a NUL.
struct Texts {
    window: Vec<u16>,
    title: Vec<u16>,
    text: Vec<u16>,
    act: Vec<u16>,
    instead: Option<Vec<u16>>,
    cancel: Vec<u16>,
    direction: TASKDIALOG_FLAGS,
}

impl Texts {
    fn of(words: &Words) -> Self {
        // The one label that starts with no name and no mark: it tells the language.
        let arabic = words.cancel.starts_with(|first| matches!(first, '\u{0600}'..='\u{06ff}'));
        Self {
            window: wide(&words.window),
            title: wide(&words.title),
            text: wide(&words.text),
            act: wide(&words.act),
            instead: words.instead.as_deref().map(wide),
            cancel: wide(&words.cancel),
            direction: if arabic { TDF_RTL_LAYOUT } else { 0 },
        }
    }
}

fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().chain([0]).collect()
}
