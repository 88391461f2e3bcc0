//! Where this build's releases come from, and whose signature they carry.

use miftah_updates::{Bounds, Source};
use tauri::AppHandle;

/// The server of the releases, which knows their key.
pub(super) struct Origin {
    pub(super) source: Source,
    /// Where a person finds the releases.
    pub(super) page: Option<String>,
}

#[cfg(not(feature = "demo"))]
impl Origin {
    /// What stands in `tauri.conf.json`. A build without a server or without a key has no updates.
    pub(super) fn of(handle: &AppHandle) -> Option<Self> {
        let updater = handle.config().plugins.0.get("updater")?;
        let key = updater["pubkey"].as_str().filter(|key| !key.is_empty())?;
        let source = Source::new(updater["endpoints"][0].as_str()?, key, Bounds::product()).ok()?;
        let page = handle.config().plugins.0.get("releases").and_then(|releases| releases["page"].as_str());
        let page = page.filter(|page| page.starts_with("https://")).map(str::to_owned);
        Some(Self { source, page })
    }
}

#[cfg(feature = "demo")]
impl Origin {
    /// A server on this computer, and its key: `MIFTAH_UPDATES_URL` and `MIFTAH_UPDATES_KEY`. Without both, none.
    pub(super) fn of(_handle: &AppHandle) -> Option<Self> {
        let product = Bounds::product();
        let silence = std::env::var("MIFTAH_DEMO_UPDATE_SILENCE_MS").ok().and_then(|ms| ms.parse().ok());
        let silence = silence.map_or(product.silence, std::time::Duration::from_millis);
        let url = std::env::var("MIFTAH_UPDATES_URL").ok()?;
        let key = std::env::var("MIFTAH_UPDATES_KEY").ok()?;
        match Source::loopback(&url, &key, Bounds { silence, ..product }) {
            Ok(source) => Some(Self { source, page: Some(url) }),
            Err(error) => {
                tracing::warn!(%error, "the server of the releases was not taken");
                None
            }
        }
    }
}

/// The version of a demo. It is read from a place in the program that a test can write to: so it makes a newer build
/// without building one.
#[cfg(feature = "demo")]
pub(crate) fn version(built: &miftah_updates::Version) -> miftah_updates::Version {
    static MARK: &str = concat!("<miftah-demo ", env!("CARGO_PKG_VERSION"), ">");
    let mark = std::hint::black_box(MARK);
    let version = mark.strip_prefix("<miftah-demo ").and_then(|rest| rest.strip_suffix('>'));
    version.and_then(|version| version.parse().ok()).unwrap_or_else(|| built.clone())
}
