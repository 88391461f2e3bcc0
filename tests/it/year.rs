//! A year with two hundred keys: everything is said when it can be known, nothing that is not so, and nobody is bothered.
//!
//! The clock stands still but for the rounds. The keys, the computer's sleep, its journeys and all that fails come from a
//! seed; beside each round an oracle says from the truth what must be in the inbox and what must be told. The third of the
//! keys each has one of the three ways in which `/v1/me` may count.

#![expect(clippy::unwrap_used, reason = "the helpers fail as the tests do")]

mod dhmad;
mod dice;
mod figures;
mod keys;
mod oracle;
mod run;
mod surroundings;
mod told;
mod truth;

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use miftah_core::Timings;
use miftah_core::guided::{Taken, take_key};
use miftah_core::keys::{AccountId, refresh};
use miftah_core::ports::{Clock, Ports};
use miftah_core::reminders::Kind;
use miftah_core::secret::Secret;
use miftah_core::session::{Account, Session};
use miftah_core::settings::{Access, GuidedBecause, Settings};
use miftah_tests::fakes::{
    clipboard::FakeClipboard, clock::TestClock, journal::FakeJournal, keychain::FakeKeychain,
    spool::FakeSpool, store::FakeStore,
};

use dhmad::{Dhmad, value};
use dice::Dice;
use figures::{Figures, a_day, assert_apart};
use oracle::Known;
use run::Year;
use surroundings::Surroundings;
use told::Told;

/// A Monday, midnight in Tunis.
const START: &str = "2026-11-22T23:00:00Z";
const DAYS: usize = 365;

/// The ports, the stand-in among them, and the person's clipboard.
fn wired(seed: u64, guided: bool) -> (Ports, Arc<Dhmad>, Arc<FakeClipboard>) {
    let start: Timestamp = START.parse().unwrap();
    let clock = Arc::new(TestClock::at(start));
    let surroundings = Surroundings::of(seed, start);
    let dhmad = Arc::new(Dhmad::new(Arc::clone(&clock), surroundings, keys::keys(seed, start), guided));
    let clipboard = Arc::new(FakeClipboard::new(Arc::clone(&clock) as Arc<dyn Clock>));
    let ports = Ports {
        portal: Arc::clone(&dhmad) as _,
        keychain: Arc::new(FakeKeychain::new()),
        clipboard: Arc::clone(&clipboard) as _,
        clock: clock as _,
        store: Arc::new(FakeStore::new()),
        journal: Arc::new(FakeJournal::new()),
        spool: Arc::new(FakeSpool::new()),
        timings: Timings::product(),
    };
    (ports, dhmad, clipboard)
}

fn year(seed: u64, ports: Ports, dhmad: Arc<Dhmad>, session: Option<Session>) -> Year {
    let known = (0..keys::COUNT).map(|_| Known::default()).collect();
    let (dice, told, figures) = (Dice::new(seed ^ 0xD1CE), Told::default(), Figures::default());
    Year { ports, dhmad, session, dice, known, told, figures }
}

#[expect(clippy::print_stdout, reason = "the figures of the year")]
fn report(mode: &str, year: &Year) -> (f64, usize) {
    let (mean, most) = a_day(&year.dhmad.truth().asked, DAYS);
    let Year { figures, told, .. } = year;
    println!(
        "{mode}: {} rounds, {} checks, {mean:.2} calls a day ({most} at most in 24 h), {} summaries, {} urgent, \
         {} told again by rule, began: {:?}; 0 false, 0 missing",
        figures.rounds,
        figures.checks,
        told.digests.len(),
        told.urgent,
        told.again,
        figures.began
    );
    assert_apart(&told.digests);
    (mean, most)
}

#[track_caller]
fn assert_began(year: &Year, kinds: &[Kind]) {
    for kind in kinds {
        let began = year.figures.began.get(kind).copied().unwrap_or(0);
        assert!(began >= 3, "{kind:?} began {began} times: the year says nothing of it");
    }
}

#[tokio::test]
async fn a_year_in_full_mode() {
    let (ports, dhmad, _) = wired(1, false);
    let account = AccountId::parse("dev-1").unwrap();
    let (developer_id, email) = (Some("dev-1".to_owned()), None);
    let entry = Account { id: account.clone(), developer_id, email, company: None, listed_at: None };
    ports.store.save_account(&entry).unwrap();
    let access = Access::Full(account.clone());
    ports.store.save_settings(&Settings { access, ..Settings::first_start() }).unwrap();
    let session = Session { account, token: Secret::new("a token of the year".into()), kept: true };
    refresh(&ports, &session).await.unwrap();
    let mut year = year(1, ports, dhmad, Some(session));
    hold_some(&mut year).await;
    year.pass().await;
    let (mean, most) = report("full mode", &year);
    assert!((2.0..=5.0).contains(&mean), "{mean} calls a day");
    assert!(most <= 12, "{most} calls in 24 hours");
    assert_began(
        &year,
        &[
            Kind::ReplacedElsewhere,
            Kind::Expired,
            Kind::UsedThoughOff,
            Kind::Expires,
            Kind::UsedAgain,
            Kind::NeverUsed,
            Kind::Unused,
            Kind::Stale,
        ],
    );
}

/// Every fourth key has its value in the keychain: the person may try whether it works.
async fn hold_some(year: &mut Year) {
    for mut known in year.ports.store.all_keys().unwrap() {
        let index: usize = known.key.id.as_str().trim_start_matches("key-").parse().unwrap();
        if index.is_multiple_of(4) {
            let text = value(index, &year.dhmad.truth().keys[index], 0);
            let slot = miftah_core::ports::Slot::Current(known.account.clone(), known.key.id.clone());
            year.ports.keychain.write(&slot, &Secret::new(text)).await.unwrap();
            known.held.clone_from(&known.key.prefix);
            year.ports.store.save_keys(&[known]).unwrap();
            year.known[index].held = Some(0);
        }
    }
}

#[tokio::test]
async fn a_year_in_guided_mode() {
    let (ports, dhmad, clipboard) = wired(2, true);
    let access = Access::Guided { because: GuidedBecause::Chosen };
    ports.store.save_settings(&Settings { access, ..Settings::first_start() }).unwrap();
    let values: Vec<String> =
        dhmad.truth().keys.iter().enumerate().map(|(index, key)| value(index, key, 0)).collect();
    let mut taken = 0;
    for value in values {
        clipboard.copy_elsewhere(&value);
        // A key that is not made yet is refused.
        taken += usize::from(matches!(take_key(&ports, None).await, Ok(Taken::Stored { .. })));
    }
    assert!(taken > 100, "{taken} keys were taken in");
    let before = dhmad.truth().asked.len();
    let mut year = year(2, ports, dhmad, None);
    year.pass().await;
    year.dhmad.truth().asked.drain(..before);
    report("guided mode", &year);
    assert_began(
        &year,
        &[Kind::Expired, Kind::Expires, Kind::UsedAgain, Kind::NeverUsed, Kind::Unused, Kind::Stale],
    );
    // Each key is called once a week at most.
    for (index, key) in year.dhmad.truth().keys.iter().enumerate() {
        for (before, after) in key.called.iter().zip(key.called.iter().skip(1)) {
            assert!(after.duration_since(*before) >= SignedDuration::from_hours(7 * 24), "key {index}");
        }
    }
}
