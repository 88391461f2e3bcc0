//! Brings a page back whose web process died: the window would stay frozen on what it showed last. A countdown that
//! it showed ends first: the new page must not go on with what nobody saw.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "elsewhere.rs")]
mod system;

pub(crate) use system::{may_come_forward, revive};
