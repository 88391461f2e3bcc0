//! Support of the tests: fakes of the ports, one contract suite a port, and desktop sessions of our own.
//!
//! Not here: the tests. They are in `tests/it` (stories) and `tests/e2e` (the real window).

pub mod contracts;
pub mod desktop;
pub mod fakes;
pub mod fixture;
pub mod updates;
pub mod webdriver;
