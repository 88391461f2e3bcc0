//! How the time for a list grows with its keys: reading DHMAD's answer, looking for what needs attention, and the inbox
//! with a month of checks and what was said of it.

use std::hint::black_box;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use jiff::{SignedDuration, Timestamp};
use miftah_core::keys::{AccountId, Key, KnownKey, LastUse};
use miftah_core::remarks::KeyAdvice;
use miftah_core::reminders::{Facts, Item, Mark, Policy, Put, Reason, Seen, inbox, reminders};
use miftah_core::usage::UsageSample;
use miftah_dhmad::read_list;

use crate::bench::{WIDE, header, milliseconds, percentile, row_of};
use crate::rotation::word;

const SIZES: [u32; 2] = [1000, 10_000];
/// How often each is measured.
const ROUNDS: usize = 50;
/// What there is to say of the most keys is worked out in at most so many milliseconds, reading from the store apart.
const MOST_RULES: f64 = 10.0;
/// Checks of a month in which the key's last use moved each day.
const CHECKS: i64 = 30;
/// The time for a key at 10,000 over that at 1,000; 1 is linear, and memory further away costs a little.
const MOST_GROWTH: f64 = 1.5;

/// The size, and the medians of what is measured.
type Medians = (f64, f64, f64, f64, f64);

/// Measures both sizes and prints their ratio.
#[expect(clippy::disallowed_methods, reason = "a benchmark")]
pub(crate) fn run() -> Result<()> {
    let now = Timestamp::now();
    let mut medians = Vec::new();
    header();
    for size in SIZES {
        let (mut decoding, mut looking) = (Vec::new(), Vec::new());
        let (mut judging, mut showing) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            let mut body = dhmad_sandbox::list_answer(size, now).into_bytes();
            let began = Instant::now();
            let keys = read_list(black_box(&mut body)).context("no list")?;
            decoding.push(milliseconds(began.elapsed()));
            ensure!(keys.len() == size as usize, "{} of {size} keys were read", keys.len());
            looking.push(look(keys.clone(), now));
            let (rules, inbox) = evaluate(keys, now);
            judging.push(rules);
            showing.push(inbox);
        }
        row_of(&format!("{size} keys: decode"), &decoding);
        row_of("    look for what needs attention", &looking);
        row_of("    the rules over a month of checks", &judging);
        row_of("    the inbox, what was put off apart", &showing);
        let median = |times: &[f64]| percentile(times, 50);
        medians.push((
            f64::from(size),
            median(&decoding),
            median(&looking),
            median(&judging),
            median(&showing),
        ));
    }
    let [few, many] = medians.as_slice() else { anyhow::bail!("two sizes are compared") };
    let growth = |times: fn(&Medians) -> f64| times(many) / times(few) * few.0 / many.0;
    println!();
    for (name, growth) in [
        ("growth of decode, time per key", growth(|medians| medians.1)),
        ("growth of attention, time per key", growth(|medians| medians.2)),
        ("growth of the rules, time per key", growth(|medians| medians.3)),
        ("growth of the inbox, time per key", growth(|medians| medians.4)),
    ] {
        println!("{name:WIDE$}{growth:>20.2}  at most {MOST_GROWTH}: {}", word(growth <= MOST_GROWTH));
    }
    let kept = word(many.3 <= MOST_RULES);
    println!(
        "{:WIDE$}{:>18.2}ms  at most {MOST_RULES} ms: {kept}",
        format!("the rules over {} keys", many.0),
        many.3
    );
    Ok(())
}

/// The time, in milliseconds, to work out what there is to say of keys with a month of checks each, and to make an inbox
/// of it, one in ten findings put off.
#[expect(clippy::disallowed_methods, reason = "a benchmark")]
fn evaluate(keys: Vec<Key>, now: Timestamp) -> (f64, f64) {
    let facts: Vec<Facts> = keys.into_iter().map(|key| facts(key, now)).collect();
    let dismissed = |item: &Item| Mark {
        account: item.known.account.clone(),
        key: item.known.key.id.clone(),
        kind: item.reminder.kind(),
        instance: item.reminder.instance,
        told: Some(now),
        put: Some(Put::Dismissed(Reason::Needed)),
    };
    let marks: Vec<Mark> = inbox(&facts, &[], now, now).open.iter().step_by(10).map(dismissed).collect();
    let began = Instant::now();
    let said = |fact: &Facts| reminders(&fact.seen(), &fact.thresholds, now).len();
    black_box(black_box(&facts).iter().map(said).sum::<usize>());
    let rules = milliseconds(began.elapsed());
    let began = Instant::now();
    let inbox = black_box(inbox(black_box(&facts), black_box(&marks), now, now));
    let took = milliseconds(began.elapsed());
    drop(inbox);
    (rules, took)
}

fn facts(key: Key, now: Timestamp) -> Facts {
    let known = KnownKey::first_seen(AccountId::unconfirmed(), key, now);
    let ago = |days: i64| now.saturating_sub(SignedDuration::from_hours(24 * days)).unwrap_or(now);
    let check = |days: i64| UsageSample {
        account: known.account.clone(),
        key: known.key.id.clone(),
        at: ago(days),
        // What it says in the end is what the list says now.
        last_use: if days == 0 { known.key.last_use } else { LastUse::At(ago(days + 1)) },
        status: known.key.status,
    };
    let samples = (0..CHECKS).rev().map(check).collect();
    let thresholds = Policy::usual().of(known.key.environment, KeyAdvice::default());
    let fresh_for = SignedDuration::from_hours(48);
    Facts { known, samples, own_calls: Vec::new(), rotation: None, thresholds, old: false, fresh_for }
}

/// The time, in milliseconds, to say of each key whether it needs attention.
#[expect(clippy::disallowed_methods, reason = "a benchmark")]
fn look(keys: Vec<Key>, now: Timestamp) -> f64 {
    let first_seen = |key| KnownKey::first_seen(AccountId::unconfirmed(), key, now);
    let known: Vec<_> = keys.into_iter().map(first_seen).collect();
    let began = Instant::now();
    let policy = Policy::usual();
    let found = known.iter().map(|known| {
        let seen = Seen { known, samples: &[], own_calls: &[], rotation: None };
        reminders(&seen, &policy.of(known.key.environment, KeyAdvice::default()), now).len()
    });
    let found: usize = found.sum();
    let took = milliseconds(began.elapsed());
    black_box(found);
    took
}
