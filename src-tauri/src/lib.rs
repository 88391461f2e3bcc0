//! The shell of Miftah: windows, IPC and everything native, around the operations of `miftah-core`.
//!
//! Not here: rules. A command parses a request, calls one operation of the core and maps its result.

mod app;
mod changes;
mod commands;
mod creating;
mod ipc;
mod logging;
mod native;
mod regenerate;
mod rotations;
mod updates;
mod wiring;

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use miftah_core::ports::StoreError;
use tauri::{AppHandle, Manager, RunEvent, WindowEvent};

use crate::app::App;
use crate::native::windows;

/// A second start came before this one could open a window for it.
static WANTED: AtomicBool = AtomicBool::new(false);

/// The demo may run beside a person's own Miftah and shares nothing with it.
#[cfg(feature = "demo")]
fn for_the_demo(mut context: tauri::Context) -> tauri::Context {
    context.config_mut().identifier.push_str(".demo");
    context.package_info_mut().version = updates::version(&context.package_info().version);
    context
}

/// Runs the app until it is quit.
pub fn run() -> ExitCode {
    native::painting::plainly();
    native::hardening::apply();
    native::restart::reap();
    logging::start();
    let ipc = ipc::bindings::builder();
    let context = tauri::generate_context!();
    #[cfg(feature = "demo")]
    let context = for_the_demo(context);
    tracing::info!(version = %context.package_info().version, "starts");
    let built = tauri::Builder::default()
        // First, so that a second start ends before it opens anything.
        .plugin(tauri_plugin_single_instance::init(|handle, arguments, _folder| {
            // The session starts a hidden one beside one that runs: nobody asked for a window.
            if arguments.iter().any(|argument| argument == native::autostart::HIDDEN) {
                return;
            }
            match handle.try_state::<Arc<App>>() {
                Some(app) => app.come_forward(None, None),
                // This one is just starting, without a window.
                None => WANTED.store(true, Ordering::SeqCst),
            }
        }))
        .plugin(tauri_plugin_updater::Builder::new().build())
        .invoke_handler(ipc.invoke_handler())
        .setup(move |app| {
            ipc.mount_events(app);
            start(app.handle());
            Ok(())
        })
        .build(context);
    match built {
        Ok(app) => {
            app.run(on_event);
            ExitCode::SUCCESS
        }
        Err(error) => {
            tracing::error!(%error, "the app could not start");
            ExitCode::FAILURE
        }
    }
}

fn start(handle: &AppHandle) {
    let app = match wiring::wire(handle) {
        Ok(app) => app,
        Err(error) => {
            tracing::error!(%error, "the app could not start");
            if let Some(error) = error.downcast_ref::<StoreError>() {
                native::alert::data_folder(*error);
            }
            handle.exit(1);
            return;
        }
    };
    handle.manage(Arc::clone(&app));
    native::session_lock::watch(&app);
    let woken = Arc::downgrade(&app);
    native::wakeups::watch(move |why| {
        if let Some(app) = woken.upgrade() {
            app.woke(why);
        }
    });
    match native::autostart::reassert() {
        Ok(false) => {}
        Ok(true) => tracing::info!("the entry that starts the app was written anew"),
        Err(error) => tracing::warn!(%error, "whether the app starts with the session was not seen to"),
    }
    let hidden = std::env::args_os().any(|argument| argument == native::autostart::HIDDEN);
    // Asked whatever it was started for: what was wanted of one start is not wanted of the next.
    let in_sight = app.take_in_sight();
    let hidden = hidden && !in_sight;
    if hidden {
        tracing::info!("starts without a window");
    }
    tauri::async_runtime::spawn(async move {
        Arc::clone(&app).begin(hidden && !WANTED.load(Ordering::SeqCst)).await;
        app.look_on().await;
    });
}

fn on_event(handle: &AppHandle, event: RunEvent) {
    // There is none if the start failed.
    let Some(app) = handle.try_state::<Arc<App>>() else { return };
    match event {
        RunEvent::WindowEvent { label, event: WindowEvent::CloseRequested { api, .. }, .. }
            if label == windows::MAIN =>
        {
            app.main_window_closes(&api);
        }
        // The computer may have slept past the deadline of a key on the clipboard.
        RunEvent::WindowEvent { event: WindowEvent::Focused(true), .. } => {
            app.clipboard.check_now();
        }
        // Between two windows there is a moment without any.
        RunEvent::ExitRequested { code: None, api, .. } if app.between_windows() || app.must_stay() => {
            api.prevent_exit();
        }
        // The last window is gone, and the app goes on without one.
        RunEvent::ExitRequested { code: None, api, .. } if app.stays() => {
            api.prevent_exit();
            app.window_gone();
        }
        // The person ends it, or the app itself. A session that ends does not ask, and leaves no time to install anything.
        RunEvent::ExitRequested { .. } => app.ends_by_itself(),
        RunEvent::Exit => {
            if !app.clipboard.shutdown() {
                tracing::warn!("the clipboard did not answer at the end");
            }
            app.install_at_the_end();
        }
        _ => {}
    }
}
