//! Stories across the crates, without a window.

mod changes;
mod clipboard;
mod create;
mod diagnosis;
mod durable;
mod faults;
mod guided;
mod keychain;
mod layout;
mod leaks;
mod portal;
mod regenerate;
mod reminders;
mod resolve;
mod rotation;
mod session;
#[cfg(target_os = "linux")]
mod stacks;
mod store;
mod world;
