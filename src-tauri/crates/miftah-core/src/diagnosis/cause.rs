//! What it comes down to.

use jiff::Timestamp;

use super::shape::Flaw;
use crate::ports::RemoteError;

/// Why a key does not work, or that it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// It is no whole key.
    Flawed(Flaw),
    /// DHMAD accepts it.
    Works,
    /// It is switched off.
    SwitchedOff,
    /// It has expired.
    Expired {
        /// When.
        at: Timestamp,
    },
    /// It is an older value of a key that was regenerated.
    Regenerated {
        /// When, as far as Miftah knows.
        at: Option<Timestamp>,
    },
    /// DHMAD lists the account's keys, and none begins like this one: deleted, regenerated, or another account's.
    NotListed,
    /// DHMAD does not accept it although it lists it: a new value may take a moment.
    NotYet,
    /// DHMAD does not accept it, and does not say why.
    Refused,
    /// The developer account has no user account behind it (403).
    NotAssociated,
    /// DHMAD could not be asked, or did not answer.
    NoAnswer(RemoteError),
}
