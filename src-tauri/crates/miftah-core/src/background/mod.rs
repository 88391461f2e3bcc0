//! Looking after keys while nobody looks: when DHMAD is asked, and what is asked then.
//!
//! Not here: what follows from the answers (`reminders`), and the loop itself, which is the shell's.

mod begun;
mod check;
mod schedule;

pub use begun::schedule;
pub use check::{Checked, check};
pub use schedule::{Ended, Poke, Schedule};
