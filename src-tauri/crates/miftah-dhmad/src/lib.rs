//! DHMAD over HTTP: implements `miftah_core::ports::Portal`.
//!
//! - `contract`: every call, documented or inferred, in one place.
//! - `hosts`: where the calls go. Compiled in; only the feature `demo` knows another, loopback place.
//! - `wire`: two clients, one that reads and one that sends a thing exactly once.
//! - `decode`: tolerant reading of answers, and the search for an issued key.
//! - `judge`: what an answer that is no success means.
//!
//! TLS is rustls with the certificates of the operating system (on Linux the distribution's bundle, or the
//! PEM file that `SSL_CERT_FILE` names, which then stands alone). Proxies of the environment and of the
//! system's settings are honoured: a corporate network lets nothing else out, and TLS runs through them to
//! DHMAD itself. A loopback stand-in is called past all proxies.
//!
//! Not here: what a result means for a key, storing anything, words for people.

mod contract;
mod decode;
mod hosts;
mod judge;
mod pace;
mod portal;
#[cfg(test)]
mod tests;
mod wire;

#[cfg(any(test, feature = "demo"))]
pub use decode::read_list;
pub use hosts::Hosts;
#[cfg(any(test, feature = "demo"))]
pub use hosts::NotLoopback;
pub use portal::DhmadPortal;
