//! Looking after keys while nobody looks: when DHMAD is asked, and what is asked then.
//!
//! Not here: what follows from the answers (`reminders`), and the loop itself, which is the shell's.

mod check;
mod schedule;

pub use check::{Checked, check};
pub use schedule::{Ended, Poke, Schedule};
