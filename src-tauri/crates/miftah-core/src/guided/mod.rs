//! Guided mode: documented calls alone. The person changes keys on the portal page, and the clipboard is the
//! only bridge.

mod check_key;
mod forget_key;
mod note_switched;
mod rename_key;
mod take_key;

pub use check_key::{CheckKeyError, check_key};
pub use forget_key::{ForgetError, forget_key};
pub use note_switched::{Standing, StandingError, note_switched};
pub use rename_key::{RenameKeyError, rename_key};
pub use take_key::{Question, TakeKeyError, Taken, Waiting, accept_key, resume_take, take_key};
