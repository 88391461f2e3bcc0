//! Linux: no core files, and no reading of this process's memory by the same user.

use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};

pub(super) fn apply() {
    let no_core = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    let not_dumpable = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    for error in [no_core.err(), not_dumpable.err()].into_iter().flatten() {
        tracing::warn!(%error, "the process could not be hardened");
    }
}
