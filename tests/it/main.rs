//! Stories across the crates, without a window.

mod background;
mod changes;
mod clipboard;
mod create;
mod diagnosis;
mod durable;
mod faults;
mod guided;
mod inbox;
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
mod timed_off;
mod world;
mod year;
