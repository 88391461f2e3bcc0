//! Updates: found and fetched while nobody looks, put in place where nothing is interrupted.
//!
//! Not here: fetching within bounds and swapping (`miftah-updates`); whose signature counts and what is no newer version
//! (the updater plugin, called from Rust only: no window has a permission of it).

mod find;
mod install;
mod origin;
mod package;
mod view;

use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use miftah_core::ports::StoreError;
use miftah_updates::{FetchError, NotAManifest, OtherComputer, Release};
use tauri::AppHandle;

use crate::ipc::views::UpdateProblem;
use crate::native::updates::{Way, way};
use origin::Origin;

#[cfg(feature = "demo")]
pub(crate) use origin::version;

/// Where the store keeps the highest version that was ever rightly announced, or that ever ran.
const HIGHEST: &str = "update_highest";
/// Where it keeps when the server of the releases last gave a good answer.
const CHECKED: &str = "update_checked";
/// Where it keeps the manifest of the version that waits, or nothing.
const READY: &str = "update_ready";
/// Where it keeps the version that could not be put in place here: the person gets it elsewhere.
const FAILED: &str = "update_failed";
/// Where it keeps that the next start is to be in sight, whatever it was started for.
const IN_SIGHT: &str = "update_in_sight";
/// Where it keeps that the person wants no looks but their own.
const BY_HAND: &str = "update_by_hand";

/// What is known of updates.
pub(crate) struct Updates {
    /// Nothing where this build was given no server: it never asks.
    origin: Option<Origin>,
    way: Way,
    /// Beside this file a package waits.
    place: PathBuf,
    one_at_a_time: tokio::sync::Mutex<()>,
    state: Mutex<State>,
    /// The app ends because the person, or the app itself, asked for it.
    ends: AtomicBool,
}

#[derive(Default)]
struct State {
    found: Option<Found>,
    problem: Option<UpdateProblem>,
    checking: bool,
    /// When to look next, by the clock's uptime.
    due: Option<Duration>,
}

/// A newer version.
#[derive(Clone)]
struct Found {
    release: Release,
    stage: Stage,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// The person gets it elsewhere.
    Told,
    Downloading,
    /// Fetched, checked, and beside the program.
    Ready,
    /// In the program's place. What runs is still the old one.
    InPlace,
}

/// Why there is no update. It holds nothing that came from outside.
#[derive(Debug, thiserror::Error)]
enum UpdateError {
    #[error(transparent)]
    Fetch(#[from] FetchError),
    #[error(transparent)]
    Manifest(#[from] NotAManifest),
    #[error("the server of the releases offers less than it had before")]
    Replayed,
    #[error("there is no package for this computer")]
    NoPackage,
    #[error("the package is not signed by the key of this app")]
    Signature,
    #[error("the package is signed as another version than the manifest says")]
    OtherVersion,
    #[error(transparent)]
    Computer(#[from] OtherComputer),
    #[error("the updater does not work here")]
    Unusable,
    #[error("the package could not be kept")]
    Disk(#[from] std::io::Error),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl UpdateError {
    fn problem(&self) -> UpdateProblem {
        match self {
            Self::Fetch(FetchError::Unreachable | FetchError::Timeout | FetchError::Status(_)) => {
                UpdateProblem::Unreachable
            }
            Self::Disk(_) | Self::Store(_) => UpdateProblem::NotKept,
            _ => UpdateProblem::Refused,
        }
    }
}

impl Updates {
    /// What this build can do. `folder` is where a package waits that no program stands beside.
    pub(crate) fn new(handle: &AppHandle, folder: &std::path::Path) -> Self {
        let way = way(handle);
        let place = match &way {
            Way::Swap { program, .. } => program.clone(),
            Way::Plugin | Way::Page => folder.join("package"),
        };
        Self {
            origin: Origin::of(handle),
            way,
            place,
            one_at_a_time: tokio::sync::Mutex::default(),
            state: Mutex::default(),
            ends: AtomicBool::new(false),
        }
    }
}
