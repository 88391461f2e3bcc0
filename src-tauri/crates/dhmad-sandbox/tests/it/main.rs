//! The stand-in over real sockets, as the app meets it.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails like the test itself")]

mod control;
mod faults;
mod files;
mod guided;
mod keys;
mod limits;
mod me;
mod process;
mod seed;
mod support;
mod tls;
mod tokens;
mod webhooks;
