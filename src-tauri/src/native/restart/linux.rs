//! Linux: GTK and `WebKitGTK` keep what a window needed for as long as the process lives. The same process goes on as a
//! new program: nothing is ever without an owner, and the single instance's name is free only for that moment.

use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command;

use rustix::process::{WaitOptions, wait};
use tauri::AppHandle;

use crate::native::autostart::HIDDEN;
use crate::native::image;

/// Becomes a new Miftah without a window. Returns only if that did not work.
pub(crate) fn hidden(handle: &AppHandle) {
    become_new(handle, &[HIDDEN]);
}

/// Becomes a new Miftah with its window. Returns only if that did not work.
pub(crate) fn shown(handle: &AppHandle) {
    become_new(handle, &[]);
}

fn become_new(handle: &AppHandle, arguments: &[&str]) {
    let Some(program) = program() else {
        return tracing::warn!("the program of this process is not known");
    };
    // Files and sockets close by themselves as the program changes; the name is given back first, so that the new one
    // cannot find it taken.
    tauri_plugin_single_instance::destroy(handle);
    let error = Command::new(program).args(arguments).exec();
    tracing::error!(%error, "the app could not start anew");
}

/// This program, even if an update put another one in its place meanwhile. What an `AppImage` mounted is still the old
/// one then.
fn program() -> Option<PathBuf> {
    if let Some(image) = image::file() {
        return Some(image);
    }
    let program = std::env::current_exe().ok()?;
    let replaced = program.to_str().and_then(|path| path.strip_suffix(" (deleted)")).map(PathBuf::from);
    replaced.filter(|path| path.is_file()).or(Some(program))
}

/// Lets the processes of a web view go that the program before this one had started: they ended with it, and nobody else
/// asks for them. Only before this one starts any.
pub(crate) fn reap() {
    while let Ok(Some(_)) = wait(WaitOptions::NOHANG) {}
}
