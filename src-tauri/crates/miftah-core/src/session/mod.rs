//! Signing in, signing out, and who is signed in.

mod account;
mod fall_back;
mod resume;
mod sign_in;
mod sign_out;

pub use account::Account;
pub use fall_back::fall_back;
pub use resume::{Resumed, resume};
pub use sign_in::{Entered, SignInError, TokenError, check_token, sign_in, sign_in_with_token};
pub use sign_out::{SignOutError, StoredKeys, sign_out};

use crate::keys::AccountId;
use crate::secret::Secret;

/// A developer token and the account it opens. Dropped at sign-out, which wipes the token.
pub struct Session {
    /// The account.
    pub account: AccountId,
    /// The developer token.
    pub token: Secret,
    /// Whether the keychain holds it for the next start.
    pub kept: bool,
}
