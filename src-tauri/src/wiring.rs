//! Builds the adapters and joins them. The one place that knows them all.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use miftah_core::Timings;
use miftah_core::ports::{Clock, Ports, StoreError};
use miftah_dhmad::{DhmadPortal, Hosts};
use miftah_keychain::{Bounds, SystemKeychain};
use miftah_store::Opened;
use tauri::{AppHandle, Manager};

use crate::app::{App, Background};
use crate::native::clipboard::SystemClipboard;
use crate::native::clock::SystemClock;
use crate::native::{notify, tray};
use crate::updates::Updates;

/// The folder of Miftah's data under the system's own place. Never changes: data hangs on it.
const FOLDER: &str = if cfg!(feature = "demo") { "miftah-demo" } else { "miftah" };

/// Builds the app around a started Tauri.
pub(crate) fn wire(handle: &AppHandle) -> Result<Arc<App>, Box<dyn std::error::Error>> {
    let timings = timings();
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let folder = handle.path().data_dir()?.join(FOLDER);
    let Opened { store, journal, spool, lock } = open(&folder)?;
    handle.manage(lock);
    let portal = DhmadPortal::new(hosts()?, Arc::clone(&clock), &timings);
    let app = Arc::new_cyclic(|app: &std::sync::Weak<App>| {
        let told = app.clone();
        let clipboard =
            Arc::new(SystemClipboard::new(Arc::clone(&clock), timings.clipboard_at_most, move |event| {
                if let Some(app) = told.upgrade() {
                    app.clipboard_changed(&event);
                }
            }));
        let ports = Ports {
            portal: Arc::new(portal),
            keychain: Arc::new(SystemKeychain::new(Bounds::product())),
            clipboard: Arc::clone(&clipboard) as _,
            clock,
            store: Arc::new(store),
            journal: Arc::new(journal),
            spool: Arc::new(spool),
            timings,
        };
        let notified = app.clone();
        let notifier = notify::system(move |event| {
            if let Some(app) = notified.upgrade() {
                app.notified(event);
            }
        });
        let clicked = app.clone();
        let tray = tray::system(handle, move |act| {
            if let Some(app) = clicked.upgrade() {
                app.tray_act(act);
            }
        });
        let background = Background::new(&ports, notifier, tray);
        let updates = Updates::new(handle, &folder);
        App::new(handle.clone(), ports, clipboard, background, updates)
    });
    Ok(app)
}

/// How long the data may still belong to a Miftah that just ends.
const HANDED_OVER: Duration = Duration::from_secs(3);
const LOOK: Duration = Duration::from_millis(50);

/// Opens the data. A Miftah that starts anew without a window has no name for a moment: a second start in that moment is
/// the first, and the other ends as soon as it sees that.
#[expect(clippy::disallowed_methods, reason = "nothing tells when another process lets go of a file")]
fn open(folder: &Path) -> Result<Opened, StoreError> {
    let begun = SystemClock.uptime();
    loop {
        match miftah_store::open(folder) {
            Err(StoreError::InUse) if SystemClock.uptime().saturating_sub(begun) < HANDED_OVER => {
                std::thread::sleep(LOOK);
            }
            opened => return opened,
        }
    }
}

#[cfg(not(feature = "demo"))]
fn timings() -> Timings {
    Timings::product()
}

/// A test on a loaded machine may be more patient with the page than the product is with a person's, and a benchmark
/// need not wait for each countdown.
#[cfg(feature = "demo")]
fn timings() -> Timings {
    let asked = |name: &str| std::env::var(name).ok()?.parse().ok().map(Duration::from_millis);
    let product = Timings::product();
    Timings {
        heartbeat: asked("MIFTAH_DEMO_HEARTBEAT_MS").unwrap_or(product.heartbeat),
        countdown: asked("MIFTAH_DEMO_COUNTDOWN_MS").unwrap_or(product.countdown),
        first_check: asked("MIFTAH_DEMO_FIRST_CHECK_MS").unwrap_or(product.first_check),
        window_closed: asked("MIFTAH_DEMO_WINDOW_CLOSED_MS").unwrap_or(product.window_closed),
        minute: asked("MIFTAH_DEMO_MINUTE_MS").unwrap_or(product.minute),
        ..product
    }
}

#[cfg(not(feature = "demo"))]
#[expect(clippy::unnecessary_wraps, reason = "the demo's address may be refused")]
fn hosts() -> Result<Hosts, std::convert::Infallible> {
    Ok(Hosts::dhmad())
}

#[cfg(feature = "demo")]
fn hosts() -> Result<Hosts, miftah_dhmad::NotLoopback> {
    Ok(Hosts::from_environment()?.unwrap_or_else(Hosts::dhmad))
}

/// Whether the demo signs in by itself, with the stand-in's public account.
#[cfg(feature = "demo")]
pub(crate) fn demo_signs_in() -> bool {
    std::env::var_os("MIFTAH_PORTAL_URL").is_some() && std::env::var_os("MIFTAH_DEMO_SIGN_IN").is_some()
}

/// The stand-in's account.
#[cfg(feature = "demo")]
pub(crate) const DEMO_EMAIL: &str = "amira@olea-market.tn";
/// Its password, which opens nothing else.
#[cfg(feature = "demo")]
pub(crate) const DEMO_PASSWORD: &str = "olive-press-2026";

#[cfg(all(test, feature = "demo"))]
mod tests {
    #[test]
    fn the_demo_account_is_the_stand_ins() {
        assert_eq!(super::DEMO_EMAIL, dhmad_sandbox::seed::EMAIL);
        assert_eq!(super::DEMO_PASSWORD, dhmad_sandbox::seed::PASSWORD);
    }
}
