//! Protocol Z, *rotate safely*: a successor beside the old key, for days. Nothing is created, switched off or
//! deleted without a click, and every step but the deletion can be taken back.

mod install;
mod look;
mod remove;
mod start;
mod successor;
mod switch;
mod waits;
mod watch;

pub use install::{InstallError, set_installed, stop};
pub use look::{Look, look};
pub use remove::delete_old;
pub use start::{StartError, Started, start};
pub use successor::{CopySuccessorError, copy_successor, test_successor};
pub use switch::{SwitchError, switch_off, switch_on};
pub use waits::{Awaited, Waits, waits};
pub use watch::{Seen, Watch, watch};

pub(super) use remove::after_delete;
pub(super) use successor::keep_successor;

use crate::keys::KeyId;
use crate::operations::{Operation, Stage};

/// The key that a switch acts on: the old one, or the orphan.
pub fn target(operation: &Operation) -> KeyId {
    let orphan = matches!(operation.stage, Stage::Orphan | Stage::OrphanSwitchingOff);
    match &operation.issued_id {
        Some(id) if orphan => id.clone(),
        _ => operation.subject.key.clone(),
    }
}
