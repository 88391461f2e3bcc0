//! The settings of reminders and of the background.

use jiff::civil::Time;
use miftah_core::reminders::{self, Manners, Policy, Quiet};
use miftah_core::settings::Reminding;
use serde::{Deserialize, Serialize};
use specta::Type;

/// For the keys of one environment, in days; `null` is never.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ThresholdsView {
    pub never_used: Option<u32>,
    pub unused: Option<u32>,
    pub stale: Option<u32>,
}

/// Hours in which nothing but an urgent expiry speaks, in minutes after midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub(crate) struct QuietView {
    pub from: u32,
    pub to: u32,
}

/// What the person can choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the page")]
pub(crate) struct ReminderSettings {
    pub live: ThresholdsView,
    pub sandbox: ThresholdsView,
    /// Tell of an expiry 14, 7 and 1 days before.
    pub expiry: bool,
    /// The summary comes from then on, in minutes after midnight.
    pub digest_at: u32,
    pub quiet: Option<QuietView>,
    /// Notifications say "a live key" instead of a name.
    pub hide_names: bool,
    /// Go on when the window is closed.
    pub background: bool,
    /// Start with the session, without a window.
    pub autostart: bool,
}

/// How the last test notification went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TestResult {
    /// The system took it.
    Taken,
    /// There is nothing that shows notifications.
    NoServer,
    /// The system refused it.
    Refused,
    /// The system did not answer.
    TimedOut,
}

/// A test notification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub(crate) struct TestView {
    pub at: String,
    pub result: TestResult,
}

/// The settings, and what the system makes of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub(crate) struct RemindersView {
    pub settings: ReminderSettings,
    /// A tray shows Miftah's icon.
    pub tray: bool,
    pub test: Option<TestView>,
}

/// What these settings would make of the keys now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PreviewView {
    /// So many keys would be in the inbox.
    pub keys: u32,
    /// The summary as it would be told, if there were anything to tell.
    pub title: Option<String>,
    pub body: Option<String>,
}

impl From<reminders::Thresholds> for ThresholdsView {
    fn from(thresholds: reminders::Thresholds) -> Self {
        let reminders::Thresholds { never_used, unused, stale, expiry: _ } = thresholds;
        Self { never_used, unused, stale }
    }
}

impl ThresholdsView {
    fn with(self, expiry: bool) -> reminders::Thresholds {
        let Self { never_used, unused, stale } = self;
        reminders::Thresholds { never_used, unused, stale, expiry }
    }
}

impl From<Reminding> for ReminderSettings {
    fn from(reminding: Reminding) -> Self {
        let Reminding { policy, manners, background, autostart } = reminding;
        Self {
            live: policy.live.into(),
            sandbox: policy.sandbox.into(),
            expiry: policy.live.expiry,
            digest_at: minutes(manners.digest_at),
            quiet: manners.quiet.map(|quiet| QuietView { from: minutes(quiet.from), to: minutes(quiet.to) }),
            hide_names: manners.hide_names,
            background,
            autostart,
        }
    }
}

impl From<ReminderSettings> for Reminding {
    fn from(settings: ReminderSettings) -> Self {
        let quiet = settings.quiet.map(|quiet| Quiet { from: time(quiet.from), to: time(quiet.to) });
        Self {
            policy: Policy {
                live: settings.live.with(settings.expiry),
                sandbox: settings.sandbox.with(settings.expiry),
            },
            manners: Manners { digest_at: time(settings.digest_at), quiet, hide_names: settings.hide_names },
            background: settings.background,
            autostart: settings.autostart,
        }
    }
}

fn minutes(time: Time) -> u32 {
    u32::from(time.hour().unsigned_abs()) * 60 + u32::from(time.minute().unsigned_abs())
}

/// More minutes than a day has count into the next one.
fn time(minutes: u32) -> Time {
    let (hour, minute) = (minutes / 60 % 24, minutes % 60);
    let part = |part: u32| i8::try_from(part).unwrap_or(0);
    Time::new(part(hour), part(minute), 0, 0).unwrap_or(Time::MIN)
}

#[cfg(test)]
mod tests {
    use super::ReminderSettings;
    use miftah_core::settings::Reminding;

    #[test]
    fn settings_cross_and_come_back_as_they_were() {
        let mut reminding = Reminding::usual();
        reminding.policy.sandbox.unused = None;
        reminding.policy.live.expiry = false;
        reminding.policy.sandbox.expiry = false;
        let quiet = super::Quiet { from: super::time(22 * 60 + 30), to: super::time(7 * 60) };
        reminding.manners.quiet = Some(quiet);
        assert_eq!(Reminding::from(ReminderSettings::from(reminding)), reminding);
        assert_eq!(super::minutes(super::time(24 * 60 + 5)), 5);
    }
}
