//! Stories across the crates, without a window.

mod clipboard;
mod durable;
mod faults;
mod guided;
mod keychain;
mod layout;
mod leaks;
mod portal;
mod regenerate;
mod resolve;
mod rotation;
mod session;
#[cfg(target_os = "linux")]
mod stacks;
mod store;
mod world;
