//! What the window is shown.

mod app;
mod key;
mod regenerate;
mod taken;

pub(crate) use app::{
    Access, AccountView, AppView, ClipboardView, GuidedBecause, KeychainState, KeychainView, Locale,
    PasswordSignIn, SignInOptionsView, Theme, TokenView,
};
pub(crate) use key::{Environment, KeyListView, KeyView};
pub(crate) use regenerate::{CancelledWhy, CheckView, RegenerateEvent, RegenerateState, Sent};
pub(crate) use taken::TakenView;
