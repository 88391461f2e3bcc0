//! What the window is shown.

mod app;
mod asked;
mod checklist;
mod diagnosis;
mod inbox;
mod key;
mod place;
mod regenerate;
mod reminding;
mod rotation;
mod standing;
mod taken;
mod trouble;
mod update;
mod usage;

pub(crate) use app::{
    Access, AccountView, AppView, ClipboardView, GoTo, GuidedBecause, KeychainState, KeychainView, Locale,
    PasswordSignIn, SignInOptionsView, Theme, TokenView,
};
pub(crate) use asked::AskedView;
pub(crate) use checklist::ChecklistView;
pub(crate) use diagnosis::DiagnosisView;
pub(crate) use inbox::{DismissReason, InboxItemView, InboxView, ReminderKind};
pub(crate) use key::{AdviceView, Attention, Environment, KeyListView, KeyView, LastUse, Now};
pub(crate) use place::PlaceView;
pub(crate) use regenerate::{CancelledWhy, CheckView, KeptWhere, RegenerateEvent, RegenerateState};
pub(crate) use reminding::{PreviewView, ReminderSettings, RemindersView, TestResult, TestView};
pub(crate) use rotation::{
    LanesView, RotationPlaceView, RotationStage, RotationView, UncheckedView, WatchView,
};
pub(crate) use standing::StandingView;
pub(crate) use taken::TakenView;
pub(crate) use trouble::{Around, TroubleView};
pub(crate) use update::{FoundUpdateView, UpdateProblem, UpdateStage, UpdateView, UpdatesBy};
pub(crate) use usage::{UsageView, UsageWeekView};
