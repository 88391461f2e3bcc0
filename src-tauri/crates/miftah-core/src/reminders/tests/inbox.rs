//! What waits, what was put off, and what old data may still say.

use jiff::{SignedDuration, Timestamp};

use super::super::{DAY, Facts, Finding, Inbox, Kind, Mark, Put, Reason, inbox};
use super::samples::{check, check_at, facts, used};
use super::{at, key};
use crate::keys::sample::now;
use crate::keys::{LastUse, Status};

/// A key of a hundred days, unused for sixty.
fn unused(id: &str) -> Facts {
    facts(id, key(80 * DAY, used(60))).unwrap()
}

fn mark(facts: &Facts, instance: Timestamp, put: Option<Put>) -> Mark {
    let (account, key) = (facts.known.account.clone(), facts.known.key.id.clone());
    Mark { account, key, kind: Kind::Unused, instance, told: Some(at(DAY)), put }
}

/// How many wait and how many are put off.
fn counts(inbox: &Inbox) -> (usize, usize) {
    (inbox.open.len(), inbox.put_off.len())
}

#[test]
fn a_snooze_ends_at_its_second() {
    let facts = unused("k1");
    let marks = [mark(&facts, at(60 * DAY), Some(Put::Until(at(10))))];
    let all = [facts];
    for (ours, expected) in [(at(11), (0, 1)), (at(10), (1, 0)), (at(9), (1, 0))] {
        assert_eq!(counts(&inbox(&all, &marks, now(), ours)), expected, "{ours}");
    }
}

#[test]
fn a_dismissal_holds_for_its_occasion_and_the_next_one_comes_back() {
    let mut facts = unused("k1");
    for reason in Reason::ALL {
        let marks = [mark(&facts, at(60 * DAY), Some(Put::Dismissed(reason)))];
        let shown = inbox(std::slice::from_ref(&facts), &marks, now(), now());
        assert_eq!(counts(&shown), (0, 1), "{reason:?}");
        assert_eq!(shown.put_off[0].put, Some(Put::Dismissed(reason)));
        assert_eq!(shown.keys(), 0);
        // Another kind of finding is not what was dismissed.
        let other = [Mark { kind: Kind::Stale, ..marks[0].clone() }];
        assert_eq!(counts(&inbox(std::slice::from_ref(&facts), &other, now(), now())), (1, 0));
    }
    let marks = [mark(&facts, at(60 * DAY), Some(Put::Dismissed(Reason::Needed)))];
    facts.known.key.last_use = used(50);
    let shown = inbox(&[facts], &marks, now(), now());
    assert_eq!((counts(&shown), shown.open[0].put, shown.open[0].told), ((1, 0), None, None));
}

#[test]
fn what_was_taken_back_waits_again_and_was_told_already() {
    let facts = unused("k1");
    let marks = [mark(&facts, at(60 * DAY), None)];
    let shown = inbox(&[facts], &marks, now(), now());
    assert_eq!((counts(&shown), shown.open[0].told), ((1, 0), Some(at(DAY))));
}

#[test]
fn the_most_severe_comes_first_then_what_is_due_longest_then_the_key() {
    let expiring = |id: &str, left: i64| {
        let mut known = key(DAY, used(0));
        known.key.expires_at = Some(at(-left));
        facts(id, known).unwrap()
    };
    let all =
        [unused("k2"), unused("k1"), expiring("k3", 10 * DAY), expiring("k4", 3600), expiring("k5", 3 * DAY)];
    let shown = inbox(&all, &[], now(), now());
    let ids: Vec<_> = shown.open.iter().map(|item| item.known.key.id.as_str().to_owned()).collect();
    assert_eq!(ids, ["k4", "k5", "k1", "k2", "k3"]);
    assert_eq!(shown.keys(), 5);
}

#[test]
fn a_key_with_two_findings_is_one_key() {
    let facts = facts("k1", key(100 * DAY, used(60))).unwrap();
    let shown = inbox(&[facts], &[], now(), now());
    assert_eq!((shown.open.len(), shown.keys()), (2, 1));
}

#[test]
fn old_data_says_what_it_said_when_it_was_new_and_alarms_nobody() {
    let mut expiring = facts("k1", key(10 * DAY, used(3))).unwrap();
    expiring.known.key.expires_at = Some(at(-DAY / 2));
    expiring.known.seen_at = at(3 * DAY);
    let whole = inbox(&[expiring.clone()], &[], now(), now());
    assert_eq!((whole.fresh().count(), whole.keys()), (1, 1));
    expiring.old = true;
    let shown = inbox(&[expiring.clone()], &[], now(), now());
    assert_eq!((shown.fresh().count(), shown.keys()), (0, 0));
    let days = |inbox: &Inbox| match inbox.open[0].reminder.finding {
        Finding::Expires { days, .. } => days,
        other => panic!("{other:?}"),
    };
    assert_eq!((days(&whole), days(&shown), shown.open[0].old), (0, 3, true));
    // By DHMAD's clock, where this computer's is two days slow.
    let ours = at(2 * DAY);
    assert_eq!(days(&inbox(&[expiring.clone()], &[], now(), ours)), 1);
    // Heard in a time to come: the clock was turned back.
    expiring.known.seen_at = at(-400 * DAY);
    assert_eq!(days(&inbox(&[expiring], &[], now(), now())), 0);
}

/// They may be read some time before they are looked at.
#[test]
fn what_gets_old_while_it_is_known_is_old() {
    let mut waiting = unused("k1");
    waiting.fresh_for = SignedDuration::from_hours(48);
    for (seconds, fresh) in [(2 * DAY, 1), (2 * DAY + 1, 0)] {
        let ours = now() + SignedDuration::from_secs(seconds);
        assert_eq!(inbox(&[waiting.clone()], &[], ours, ours).fresh().count(), fresh, "{seconds} s later");
    }
}

/// DHMAD's clock runs four minutes ahead, which counts as right.
#[test]
fn the_last_check_still_counts_when_it_is_old() {
    let mut off = facts("k1", key(100 * DAY, used(5))).unwrap();
    off.known.key.status = Status::Inactive;
    let seen_at = 5 * DAY;
    off.samples = vec![check(9, used(20)), check_at(seen_at - 240, LastUse::At(at(seen_at + 60)))];
    off.samples.iter_mut().for_each(|sample| sample.status = Status::Inactive);
    off.known.seen_at = at(seen_at);
    off.old = true;
    let shown = inbox(&[off], &[], now(), now());
    assert_eq!(shown.open.len(), 1, "{shown:?}");
}

#[test]
fn a_clock_that_jumped_ten_years_shows_nothing_fresh() {
    let jump = SignedDuration::from_hours(10 * 8_766);
    let mut old = unused("k1");
    old.old = true;
    for ours in [now() + jump, now() - jump] {
        let shown = inbox(&[old.clone()], &[], ours, ours);
        assert_eq!(shown.fresh().count(), 0);
        assert!(shown.open.iter().all(|item| item.reminder.kind() == Kind::Unused), "{shown:?}");
    }
}
