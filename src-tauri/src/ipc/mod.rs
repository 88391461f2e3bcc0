//! What crosses between the window and Rust: requests in, views and events out, errors as codes.
//!
//! A view never holds a secret. Requests hold one only in `SignInRequest`, typed into the one window that is
//! destroyed after use.

pub(crate) mod bindings;
pub(crate) mod errors;
pub(crate) mod events;
mod from_core;
pub(crate) mod requests;
mod shown;
pub(crate) mod views;

pub(crate) use shown::{shown, shown_lines};
