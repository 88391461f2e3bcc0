//! What the window is shown.

mod app;
mod asked;
mod diagnosis;
mod key;
mod place;
mod regenerate;
mod rotation;
mod standing;
mod taken;
mod trouble;

pub(crate) use app::{
    Access, AccountView, AppView, ClipboardView, GuidedBecause, KeychainState, KeychainView, Locale,
    PasswordSignIn, SignInOptionsView, Theme, TokenView,
};
pub(crate) use asked::AskedView;
pub(crate) use diagnosis::DiagnosisView;
pub(crate) use key::{Environment, KeyListView, KeyView, LastUse, Now};
pub(crate) use place::PlaceView;
pub(crate) use regenerate::{CancelledWhy, CheckView, KeptWhere, RegenerateEvent, RegenerateState};
pub(crate) use rotation::{
    LanesView, RotationPlaceView, RotationStage, RotationView, UncheckedView, WatchView,
};
pub(crate) use standing::StandingView;
pub(crate) use taken::TakenView;
pub(crate) use trouble::{Around, TroubleView};
