//! A server's answer that may hold a key, before anybody has looked into it.

use zeroize::Zeroizing;

/// The raw bytes of an answer to a call that issues a key, perhaps cut short. Wiped on drop, never printed.
pub struct RawAnswer {
    /// The HTTP status.
    pub status: u16,
    /// Whether the body arrived to its announced end.
    pub complete: bool,
    body: Zeroizing<Vec<u8>>,
}

impl RawAnswer {
    /// Wraps what was read. `body` should have been given its final capacity before it was filled.
    pub fn new(status: u16, complete: bool, body: Zeroizing<Vec<u8>>) -> Self {
        Self { status, complete, body }
    }

    /// Opens the body.
    pub fn expose(&self) -> &[u8] {
        &self.body
    }
}
