//! The part that reminders, timed switch-offs and their settings keep.

use std::slice;

use anyhow::Result;
use jiff::civil::time;
use miftah_core::keys::{AccountId, KeyId, KeyPrefix};
use miftah_core::ports::Store;
use miftah_core::reminders::{Kind, Manners, Mark, Policy, Put, Quiet, Reason, Thresholds};
use miftah_core::settings::{Reminding, Settings};
use miftah_core::timed_off::{Stage, TimedOff};

use super::moment;

pub(super) fn run(store: &dyn Store) -> Result<()> {
    the_settings_of_reminders_come_back(store)?;
    marks_come_back_and_a_new_occasion_replaces_the_one_before(store)?;
    timed_offs_come_back_in_order_and_go(store)?;
    memos_come_back(store)
}

fn the_settings_of_reminders_come_back(store: &dyn Store) -> Result<()> {
    let all = Thresholds { never_used: Some(1), unused: Some(3_650), stale: Some(60), expiry: true };
    let none = Thresholds { never_used: None, unused: None, stale: None, expiry: false };
    let quiet = Quiet { from: time(22, 30, 0, 0), to: time(7, 5, 0, 0) };
    for reminding in [
        Reminding { policy: Policy { live: all, sandbox: none }, ..Reminding::usual() },
        Reminding {
            policy: Policy { live: none, sandbox: all },
            manners: Manners { digest_at: time(0, 0, 0, 0), quiet: Some(quiet), hide_names: true },
            background: false,
            autostart: true,
        },
        Reminding { policy: Policy { live: none, sandbox: none }, ..Reminding::usual() },
        Reminding::usual(),
    ] {
        store.save_settings(&Settings { reminding, ..store.settings()? })?;
        assert_eq!(store.settings()?.reminding, reminding);
    }
    Ok(())
}

fn marks_come_back_and_a_new_occasion_replaces_the_one_before(store: &dyn Store) -> Result<()> {
    let told = moment("2026-11-20T08:00:00.000000001Z")?;
    let mark = Mark {
        account: AccountId::parse("dev-1")?,
        key: KeyId::parse("k1")?,
        kind: Kind::Expires,
        instance: moment("2026-11-19T23:59:59.999999999Z")?,
        told: Some(told),
        put: Some(Put::Until(moment("2026-12-01T00:00:00.5Z")?)),
    };
    assert_eq!(store.marks()?, []);
    let other = Mark { kind: Kind::Stale, told: None, put: None, ..mark.clone() };
    store.save_mark(&mark)?;
    store.save_mark(&other)?;
    assert_eq!(store.marks()?, [mark.clone(), other.clone()]);
    for reason in Reason::ALL {
        let dismissed = Mark { put: Some(Put::Dismissed(reason)), ..mark.clone() };
        store.save_mark(&dismissed)?;
        assert_eq!(store.marks()?, [dismissed, other.clone()]);
    }
    // Nothing of the occasion before is left.
    let next = Mark { instance: told, told: None, put: None, ..mark };
    store.save_mark(&next)?;
    assert_eq!(store.marks()?, [next, other]);
    for kind in Kind::ALL {
        let mark = Mark {
            account: AccountId::unconfirmed(),
            key: KeyId::parse(kind.word())?,
            kind,
            instance: told,
            told: None,
            put: None,
        };
        store.save_mark(&mark)?;
        assert!(store.marks()?.contains(&mark), "{kind:?}");
    }
    Ok(())
}

fn timed_offs_come_back_in_order_and_go(store: &dyn Store) -> Result<()> {
    let timed = TimedOff {
        account: AccountId::parse("dev-1")?,
        // An id that sorts the other way round: the order is that of saving.
        key: KeyId::parse("z9")?,
        prefix: KeyPrefix::parse("sk_live_abc123"),
        off_at: moment("2026-11-20T08:00:00.000000001Z")?,
        on_at: moment("2026-11-20T09:00:00.5Z")?,
        stage: Stage::Arming,
    };
    let other = TimedOff { key: KeyId::parse("a1")?, prefix: None, stage: Stage::Off, ..timed.clone() };
    assert_eq!(store.timed_offs()?, []);
    store.save_timed_off(&timed)?;
    store.save_timed_off(&other)?;
    let off = TimedOff { stage: Stage::Off, ..timed };
    store.save_timed_off(&off)?;
    assert_eq!(store.timed_offs()?, [off.clone(), other.clone()], "it keeps its place");
    store.remove_timed_off(&AccountId::unconfirmed(), &off.key)?;
    store.remove_timed_off(&off.account, &off.key)?;
    store.remove_timed_off(&off.account, &off.key)?;
    assert_eq!(store.timed_offs()?, slice::from_ref(&other));
    store.save_timed_off(&off)?;
    assert_eq!(store.timed_offs()?, [other, off], "switched off again, it is the latest");
    Ok(())
}

fn memos_come_back(store: &dyn Store) -> Result<()> {
    assert_eq!(store.memo("a")?, None);
    for value in ["once", "twice \u{202e} \n", ""] {
        store.save_memo("a", value)?;
        assert_eq!(store.memo("a")?.as_deref(), Some(value));
    }
    assert_eq!(store.memo("b")?, None);
    Ok(())
}
