//! The real window, driven as a person would: by role and accessible name, as the page's own engine computes them.
//!
//! [`App`] starts the program through `tauri-driver` and `WebKitWebDriver`. A [`Window`] is one of its web views,
//! an [`Element`] something in it, and a [`Screen`] is the display around them, where native dialogs are. All of it
//! blocks, because a story is a sequence. Nothing here sleeps for a while and hopes: a page tells of its own changes,
//! and only what gives no signal (a new window, a dialog that went) is asked again and again, by [`wait`].
//!
//! Not here: the session the display belongs to (`desktop`), and the words of the app (`tests/e2e`).
#![cfg(target_os = "linux")]
#![expect(clippy::disallowed_methods, reason = "a deadline for a real window is measured with a real clock")]

mod app;
mod axe;
mod dialog;
mod element;
mod find;
mod keys;
mod memory;
mod name;
mod pages;
mod processes;
mod screen;
mod session;
pub mod stacks;
pub mod wait;
mod window;
mod wire;

pub use app::{App, Launch};
pub use axe::Violation;
pub use dialog::{CLOSE, Dialog};
pub use element::Element;
pub use memory::{Form, Found, Needle};
pub use name::{Name, any, containing};
pub use processes::{Processes, megabytes};
pub use screen::Screen;
pub use window::Window;
pub use wire::WireError;
