//! The year itself: the rounds of the app, and the oracle beside each of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp, Zoned};
use miftah_core::background::{Ended, Poke, Schedule, check, schedule};
use miftah_core::guided::note_switched;
use miftah_core::keys::list_known;
use miftah_core::ports::{Clock, Ports};
use miftah_core::reminders::{
    Facts, Inbox, Item, Kind, Manners, Quiet, Reason, Severity, Telling, dismiss, facts, inbox, note_told,
    snooze, to_tell,
};
use miftah_core::session::Session;

use super::dhmad::Dhmad;
use super::dice::Dice;
use super::figures::Figures;
use super::oracle::{Known, is_so};
use super::told::{Answer, DIGEST_AT, QUIET, Said, Told};

const MINUTE: Duration = Duration::from_mins(1);
const HOUR: Duration = Duration::from_hours(1);

/// A Miftah in its year.
pub(super) struct Year {
    pub(super) ports: Ports,
    pub(super) dhmad: Arc<Dhmad>,
    /// Full mode; else guided.
    pub(super) session: Option<Session>,
    pub(super) dice: Dice,
    pub(super) known: Vec<Known>,
    pub(super) told: Told,
    pub(super) figures: Figures,
}

impl Year {
    pub(super) async fn pass(&mut self) {
        let clock = Arc::clone(&self.dhmad.clock);
        let mut schedule = self.plan();
        let (mut read, mut read_at, mut reached) = (None, Duration::ZERO, true);
        while clock.now() < self.dhmad.surroundings.end() {
            if let Some(wakes) = self.dhmad.surroundings.wakes(clock.now()) {
                clock.advance(wakes.duration_since(clock.now()).unsigned_abs());
                schedule.poke(Poke::Resumed, clock.uptime());
                continue;
            }
            let reaches = self.dhmad.surroundings.trouble(clock.now()).is_none();
            if reaches && !reached {
                schedule.poke(Poke::NetworkBack, clock.uptime());
            }
            reached = reaches;
            // The computer is started anew.
            if self.dice.one_in(150) {
                schedule = self.plan();
            }
            if schedule.is_due(clock.uptime()) {
                schedule.begin(clock.uptime());
                let ended = self.check().await;
                schedule.ended(ended, clock.uptime(), self.dice.part());
                read = None;
            }
            if self.calls_itself().await || clock.uptime().saturating_sub(read_at) >= 6 * HOUR {
                read = None;
            }
            if read.is_none() {
                read_at = clock.uptime();
            }
            let facts = match read.take() {
                Some(facts) => facts,
                None => self.read(),
            };
            self.round(&facts);
            read = Some(facts);
            let wait = schedule.next().saturating_sub(clock.uptime()).min(HOUR);
            // Rounds begin with a minute, as nothing else does.
            let into = clock.uptime() + wait;
            let late = u64::try_from(into.as_nanos() % MINUTE.as_nanos())
                .map_or(Duration::ZERO, Duration::from_nanos);
            clock.advance((wait + MINUTE.saturating_sub(late)).max(MINUTE));
        }
    }

    /// As the app begins.
    fn plan(&self) -> Schedule {
        schedule(&self.ports).unwrap_or_else(|error| panic!("{error}"))
    }

    async fn check(&mut self) -> Ended {
        let checked = check(&self.ports, self.session.as_ref()).await;
        let ended = checked.map_or(Ended::Failed, |checked| checked.ended);
        self.figures.checks += usize::from(ended == Ended::Checked);
        ended
    }

    /// In full mode nothing calls with a key by itself; the person does now and then, to see whether it works.
    async fn calls_itself(&mut self) -> bool {
        if self.session.is_none() || !self.dice.one_in(12) {
            return false;
        }
        let held: Vec<_> = self
            .ports
            .store
            .all_keys()
            .unwrap_or_default()
            .into_iter()
            .filter(|known| known.held.is_some())
            .collect();
        let chosen = self.dice.between(0, 10_000).unsigned_abs();
        let Some(known) =
            usize::try_from(chosen).ok().and_then(|chosen| held.get(chosen % held.len().max(1)))
        else {
            return false;
        };
        // DHMAD's word is the list's: what the call says of its status is left to the next check.
        let before = known.clone();
        let _ = note_switched(&self.ports, known, true).await;
        self.ports.store.save_keys(&[before]).is_ok()
    }

    fn read(&self) -> Vec<Facts> {
        let read = || {
            let settings = self.ports.store.settings()?;
            let listing = list_known(&self.ports, &settings.access)?;
            facts(&self.ports, &settings, &listing, self.ports.clock.now())
        };
        read().unwrap_or_else(|error| panic!("{error}"))
    }

    fn round(&mut self, facts: &[Facts]) {
        let now = self.ports.clock.now();
        let local = now.to_zoned(self.dhmad.surroundings.zone(now));
        let marks = self.ports.store.marks().unwrap_or_else(|error| panic!("{error}"));
        let inbox = inbox(facts, &marks, now, now);
        let (expected, all) = self.expected(now);
        self.compare(&inbox, &expected, now);
        let waiting: BTreeMap<Said, Timestamp> =
            all.into_iter().filter(|(said, occasion)| self.told.waits(*said, *occasion, now)).collect();
        let open: BTreeSet<Said> = inbox.fresh().map(said).collect();
        assert_eq!(open, waiting.keys().copied().collect(), "what waits at {now}");
        self.tell(&inbox, &waiting, &local);
        self.answer(&inbox, &waiting, now);
        self.figures.rounds += 1;
    }

    /// What the oracle expects of each key.
    fn expected(&mut self, now: Timestamp) -> (BTreeSet<Said>, BTreeMap<Said, Timestamp>) {
        let fresh_for = if self.session.is_some() { 48 } else { 9 * 24 };
        let mut all = BTreeMap::new();
        let truth = self.dhmad.truth();
        for (index, (key, known)) in truth.keys.iter().zip(&mut self.known).enumerate() {
            known.learn(key);
            let expected = known.expected(key, SignedDuration::from_hours(fresh_for), now);
            all.extend(expected.into_iter().map(|(kind, occasion)| ((index, kind), occasion)));
        }
        (all.keys().copied().collect(), all)
    }

    fn compare(&mut self, inbox: &Inbox, expected: &BTreeSet<Said>, now: Timestamp) {
        let fresh: Vec<&Item> = inbox.open.iter().chain(&inbox.put_off).filter(|item| !item.old).collect();
        let found: BTreeSet<Said> = fresh.iter().map(|item| said(item)).collect();
        let truth = self.dhmad.truth();
        let shown = |(index, _): &Said| truth.keys[*index].shown.last();
        let false_ones: Vec<_> = found.difference(expected).map(|said| (said, shown(said))).collect();
        let missing: Vec<_> = expected.difference(&found).map(|said| (said, shown(said))).collect();
        assert!(
            false_ones.is_empty() && missing.is_empty(),
            "at {now} too much: {false_ones:?}, lacks: {missing:?}"
        );
        for item in fresh {
            let (index, _) = said(item);
            let finding = &item.reminder.finding;
            assert!(
                is_so(&truth.keys[index], finding, now),
                "at {now} it is not so of key {index}: {finding:?}"
            );
        }
        drop(truth);
        self.figures.see(&found);
    }

    fn tell(&mut self, inbox: &Inbox, waiting: &BTreeMap<Said, Timestamp>, now: &Zoned) {
        let quiet = Some(Quiet { from: QUIET.0, to: QUIET.1 });
        let manners = Manners { digest_at: DIGEST_AT, quiet, hide_names: false };
        let urgent: BTreeSet<Said> = inbox
            .fresh()
            .filter(|item| {
                item.reminder.kind() == Kind::Expires && item.reminder.severity == Severity::Urgent
            })
            .map(said)
            .collect();
        let (urgent, summary) = self.told.due(waiting, |said| urgent.contains(&said), now);
        let tellings = to_tell(&self.ports, inbox, &manners, now).unwrap_or_else(|error| panic!("{error}"));
        let (mut told_urgent, mut told_summary) = (BTreeSet::new(), BTreeSet::new());
        for telling in &tellings {
            note_told(&self.ports, telling, now.timestamp()).unwrap_or_else(|error| panic!("{error}"));
            match telling {
                Telling::Digest(items) => {
                    told_summary.extend(items.iter().map(|item| said(item)));
                    self.told.digests.push(now.clone());
                }
                Telling::Urgent(item) => {
                    told_urgent.insert(said(item));
                    self.told.urgent += 1;
                }
            }
        }
        assert_eq!((&told_urgent, &told_summary), (&urgent, &summary), "what is told at {now}");
        self.told.tell(&told_urgent, waiting, now.timestamp());
        self.told.tell(&told_summary, waiting, now.timestamp());
    }

    /// The person puts something off now and then.
    fn answer(&mut self, inbox: &Inbox, waiting: &BTreeMap<Said, Timestamp>, now: Timestamp) {
        if !self.dice.one_in(10) {
            return;
        }
        let fresh: Vec<&Item> = inbox.fresh().collect();
        let chosen = usize::try_from(self.dice.between(0, 10_000)).unwrap_or(0);
        let Some(item) = fresh.get(chosen % fresh.len().max(1)) else { return };
        let mark = self.ports.store.marks().unwrap_or_default();
        // As the window has it by then, with what was told a moment ago.
        let told = mark.iter().find(|mark| {
            (&mark.key, mark.kind, mark.instance)
                == (&item.known.key.id, item.reminder.kind(), item.reminder.instance)
        });
        let item = Item { told: told.and_then(|mark| mark.told), ..(*item).clone() };
        let answer = match self.dice.between(0, 2) {
            0 => Answer::SnoozedUntil(now + SignedDuration::from_hours(24)),
            1 => Answer::SnoozedUntil(now + SignedDuration::from_hours(7 * 24)),
            _ => Answer::Dismissed,
        };
        let kept = match answer {
            Answer::SnoozedUntil(until) => snooze(&self.ports, &item, until).is_ok(),
            Answer::Dismissed => dismiss(&self.ports, &item, Reason::Other).is_ok(),
        };
        assert!(kept, "the answer is kept");
        self.told.answer(said(&item), waiting[&said(&item)], answer);
    }
}

/// Which key, and what.
fn said(item: &Item) -> Said {
    let index = item.known.key.id.as_str().trim_start_matches("key-").parse();
    (index.unwrap_or(usize::MAX), item.reminder.kind())
}
