//! What there is to say of the keys, as window, tray and notifications have it.

use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use miftah_core::checklist::{Around, checklist};
use miftah_core::keys::{KnownKey, by_dhmads_clock, list_known};
use miftah_core::reminders::{Facts, Inbox, facts, inbox};
use miftah_core::settings::Settings;
use miftah_core::usage::{Day, days, latest_possible_use};

use super::{App, lock};
use crate::ipc::errors::IpcError;
use crate::ipc::requests::SnoozeUntil;
use crate::ipc::views::{
    ChecklistView, InboxItemView, InboxView, KeychainState, TestResult, UsageView, UsageWeekView,
};

/// What the rules go by is read again when something changed, and at the latest after this: the store is not asked
/// every minute of a day for what stays the same.
const FACTS_FOR: std::time::Duration = std::time::Duration::from_hours(1);

/// What was read, and when by the clock's uptime.
pub(crate) struct Read {
    facts: Arc<Vec<Facts>>,
    at: std::time::Duration,
}

impl App {
    /// The time by this computer's clock, and by DHMAD's.
    pub(crate) fn now(&self) -> (Timestamp, Timestamp) {
        let ours = self.ports.clock.now();
        (ours, by_dhmads_clock(ours, *lock(&self.clock_off)))
    }

    /// What is in the inbox now.
    pub(crate) fn inbox(&self) -> Result<Inbox, IpcError> {
        let (ours, theirs) = self.now();
        Ok(inbox(&self.facts()?, &self.ports.store.marks()?, theirs, ours))
    }

    /// What would be in it with other settings.
    pub(crate) fn inbox_with(&self, settings: &Settings) -> Result<Inbox, IpcError> {
        let (ours, theirs) = self.now();
        let listing = list_known(&self.ports, &settings.access)?;
        let facts = facts(&self.ports, settings, &listing, ours)?;
        Ok(inbox(&facts, &self.ports.store.marks()?, theirs, ours))
    }

    fn facts(&self) -> Result<Arc<Vec<Facts>>, IpcError> {
        let uptime = self.ports.clock.uptime();
        let read = lock(&self.background.read).as_ref().map(|read| (Arc::clone(&read.facts), read.at));
        if let Some((facts, at)) = read
            && uptime.saturating_sub(at) < FACTS_FOR
        {
            return Ok(facts);
        }
        let settings = self.ports.store.settings()?;
        let listing = list_known(&self.ports, &settings.access)?;
        let facts = Arc::new(facts(&self.ports, &settings, &listing, self.ports.clock.now())?);
        *lock(&self.background.read) = Some(Read { facts: Arc::clone(&facts), at: uptime });
        Ok(facts)
    }

    /// The inbox as it is shown now.
    pub(crate) fn inbox_view(&self) -> Result<InboxView, IpcError> {
        let inbox = self.inbox()?;
        let now = self.ports.clock.now();
        let view = |items: &[miftah_core::reminders::Item]| -> Vec<InboxItemView> {
            items.iter().map(|item| InboxItemView::of(item, now)).collect()
        };
        Ok(InboxView {
            open: view(&inbox.open),
            put_off: view(&inbox.put_off),
            checked_at: self.checked_at()?.map(|at| at.to_string()),
            stale: self.all_old()?,
        })
    }

    /// When DHMAD last answered for the keys.
    pub(crate) fn checked_at(&self) -> Result<Option<Timestamp>, IpcError> {
        Ok(list_known(&self.ports, &self.ports.store.settings()?.access)?.checked_at)
    }

    /// Whether nothing that is known of the keys is new enough to alarm anybody.
    pub(crate) fn all_old(&self) -> Result<bool, IpcError> {
        let facts = self.facts()?;
        Ok(!facts.is_empty() && facts.iter().all(|fact| fact.old))
    }

    /// The moment that a person means: on that day, when summaries come.
    pub(crate) fn snoozed_until(&self, until: &SnoozeUntil) -> Result<Timestamp, IpcError> {
        let manners = self.ports.store.settings()?.reminding.manners;
        let zone = TimeZone::system();
        let today = self.ports.clock.now().to_zoned(zone.clone()).date();
        let wrong = || IpcError::field("until", "not_a_date");
        let day: Date = match until {
            SnoozeUntil::Tomorrow => today.checked_add(1.day()).map_err(|_| wrong())?,
            SnoozeUntil::Week => today.checked_add(7.days()).map_err(|_| wrong())?,
            SnoozeUntil::Date { date } => date.parse().map_err(|_| wrong())?,
        };
        let moment = day.to_datetime(manners.digest_at).to_zoned(zone).map_err(|_| wrong())?;
        Ok(moment.timestamp())
    }

    /// On which days of the last year a key was seen in use, week by week.
    pub(crate) fn usage(&self, known: &KnownKey) -> Result<UsageView, IpcError> {
        let zone = TimeZone::system();
        let today = self.ports.clock.now().to_zoned(zone.clone()).date();
        // 53 weeks, the last of which ends today.
        let first = today.checked_sub((53 * 7 - 1).days()).unwrap_or(today);
        let since = first.to_zoned(zone.clone()).map_or(Timestamp::MIN, |first| first.timestamp());
        let (store, account, id) = (&self.ports.store, &known.account, &known.key.id);
        let mut samples: Vec<_> = store.sample_before(account, id, since)?.into_iter().collect();
        samples.extend(store.samples(account, id, since)?);
        let own_calls = store.own_calls(account, id)?;
        let days = days(&samples, &own_calls, (first, today), &zone);
        let weeks = days.chunks(7).filter_map(week).collect();
        Ok(UsageView { weeks, since: samples.first().map(|sample| sample.at.to_string()) })
    }

    /// A key as it was read just now, with the latest moment at which others may have used it.
    pub(crate) fn with_latest_use(&self, known: &KnownKey) -> Result<KnownKey, IpcError> {
        let (store, account, id) = (&self.ports.store, &known.account, &known.key.id);
        let (samples, own_calls) =
            (store.samples(account, id, Timestamp::MIN)?, store.own_calls(account, id)?);
        let mut known = known.clone();
        known.key.last_use = latest_possible_use(&known, &samples, &own_calls, Timestamp::MAX);
        Ok(known)
    }

    /// The security checklist.
    pub(crate) fn checklist(&self) -> Result<ChecklistView, IpcError> {
        let settings = self.ports.store.settings()?;
        let places = self.ports.store.all_places()?;
        let (_, now) = self.now();
        let around = Around {
            places: &places,
            keychain_ready: self.keychain_state() == KeychainState::Ready,
            test_taken: self.last_test()?.map(|test| test.result == TestResult::Taken),
            all_keys: matches!(settings.access, miftah_core::settings::Access::Full(_)),
        };
        let lines = checklist(&self.facts()?, &around, now);
        Ok(ChecklistView {
            lines: lines.into_iter().map(Into::into).collect(),
            checked_at: self.checked_at()?.map(|at| at.to_string()),
        })
    }
}

fn week(days: &[(Date, Day)]) -> Option<UsageWeekView> {
    let count = |kind: Day| u8::try_from(days.iter().filter(|(_, day)| *day == kind).count()).unwrap_or(7);
    let ((from, _), (to, _)) = (days.first()?, days.last()?);
    Some(UsageWeekView {
        from: from.to_string(),
        to: to.to_string(),
        used: count(Day::Used),
        quiet: count(Day::Quiet),
        unchecked: count(Day::NotChecked),
    })
}
