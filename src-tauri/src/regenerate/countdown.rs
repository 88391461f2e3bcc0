//! The countdown of the fast path. It is kept in Rust: a frozen or gone page can stop it, never hurry it.

use std::sync::Arc;
use std::time::Duration;

use tauri::Manager;

use super::Operation;
use crate::app::{App, lock};
use crate::ipc::views::{CancelledWhy, RegenerateState};
use crate::native::windows;

/// How often the countdown looks whether it should stop.
const LOOK: Duration = Duration::from_millis(50);
/// A look that comes this late means that the computer slept.
const SLEPT: Duration = Duration::from_secs(2);

/// Counts down. `Err` means that it ended early, and nothing will be sent.
pub(super) async fn run(app: &Arc<App>, operation: &Operation) -> Result<(), CancelledWhy> {
    let (clock, timings) = (&app.ports.clock, &app.ports.timings);
    let started = clock.uptime();
    operation.beat(started);
    let mut looked = started;
    let mut shown = None;
    loop {
        let now = clock.uptime();
        if let Some(why) = should_stop(app, operation, now, looked) {
            return Err(why);
        }
        let left = timings.countdown.saturating_sub(now.saturating_sub(started));
        if left.is_zero() {
            return Ok(());
        }
        let seconds = u32::try_from(left.as_millis().div_ceil(1000)).unwrap_or(u32::MAX);
        if shown != Some(seconds) {
            operation.go(app, RegenerateState::Countdown { seconds_left: seconds });
            shown = Some(seconds);
        }
        looked = now;
        clock.sleep(LOOK.min(left)).await;
    }
}

fn should_stop(app: &App, operation: &Operation, now: Duration, looked: Duration) -> Option<CancelledWhy> {
    if let Some(why) = operation.why_cancelled() {
        return Some(why);
    }
    // Uptime counts sleep, so the time since the last look tells of it.
    if now.saturating_sub(looked) > SLEPT {
        return Some(CancelledWhy::Suspended);
    }
    let heartbeat = *lock(&operation.heartbeat);
    if now.saturating_sub(heartbeat) > app.ports.timings.heartbeat {
        return Some(CancelledWhy::PageGone);
    }
    let Some(window) = app.handle.get_webview_window(windows::MAIN) else {
        return Some(CancelledWhy::WindowHidden);
    };
    let seen = window.is_visible().unwrap_or(false) && !window.is_minimized().unwrap_or(true);
    (!seen).then_some(CancelledWhy::WindowHidden)
}
