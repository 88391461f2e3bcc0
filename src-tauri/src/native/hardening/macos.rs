//! macOS: no core files. Other processes are kept out by the hardened runtime of the signed bundle.

use rustix::process::{Resource, Rlimit, setrlimit};

pub(super) fn apply() {
    if let Err(error) = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) }) {
        tracing::warn!(%error, "the process could not be hardened");
    }
}
