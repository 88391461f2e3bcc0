//! How the time for a list grows with its keys: reading DHMAD's answer, looking for what needs attention, and the inbox
//! with a month of checks and what was said of it.

use std::hint::black_box;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use jiff::{SignedDuration, Timestamp};
use miftah_core::keys::{AccountId, Key, KnownKey, LastUse};
use miftah_core::remarks::KeyAdvice;
use miftah_core::reminders::{Facts, Mark, Policy, Put, Reason, Seen, inbox, reminders};
use miftah_core::usage::UsageSample;
use miftah_dhmad::read_list;

use crate::bench::{WIDE, header, milliseconds, percentile, row_of};
use crate::rotation::word;

const SIZES: [u32; 2] = [1000, 10_000];
/// How often each is measured.
const ROUNDS: usize = 50;
/// An inbox of the greatest size takes at most so many milliseconds, read from the store apart.
const MOST_INBOX: f64 = 10.0;
/// Checks of a month in which the key's last use moved each day.
const CHECKS: i64 = 30;
/// The time for a key at 10,000 over that at 1,000; 1 is linear, and memory further away costs a little.
const MOST_GROWTH: f64 = 1.5;

/// Measures both sizes and prints their ratio.
#[expect(clippy::disallowed_methods, reason = "a benchmark")]
pub(crate) fn run() -> Result<()> {
    let now = Timestamp::now();
    let mut medians = Vec::new();
    header();
    for size in SIZES {
        let (mut decoding, mut looking, mut evaluating) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            let mut body = dhmad_sandbox::list_answer(size, now).into_bytes();
            let began = Instant::now();
            let keys = read_list(black_box(&mut body)).context("no list")?;
            decoding.push(milliseconds(began.elapsed()));
            ensure!(keys.len() == size as usize, "{} of {size} keys were read", keys.len());
            looking.push(look(keys.clone(), now));
            evaluating.push(evaluate(keys, now));
        }
        row_of(&format!("{size} keys: decode"), &decoding);
        row_of("    look for what needs attention", &looking);
        row_of("    inbox", &evaluating);
        let median = |times: &[f64]| percentile(times, 50);
        medians.push((f64::from(size), median(&decoding), median(&looking), median(&evaluating)));
    }
    let [(few, decode_few, look_few, inbox_few), (many, decode_many, look_many, inbox_many)] =
        medians.as_slice()
    else {
        anyhow::bail!("two sizes are compared");
    };
    println!();
    for (name, growth) in [
        ("growth of decode, time per key", decode_many / decode_few * few / many),
        ("growth of attention, time per key", look_many / look_few * few / many),
        ("growth of the inbox, time per key", inbox_many / inbox_few * few / many),
    ] {
        println!("{name:WIDE$}{growth:>20.2}  at most {MOST_GROWTH}: {}", word(growth <= MOST_GROWTH));
    }
    let kept = word(*inbox_many <= MOST_INBOX);
    println!(
        "{:WIDE$}{inbox_many:>18.2}ms  at most {MOST_INBOX} ms: {kept}",
        format!("inbox of {many} keys")
    );
    Ok(())
}

/// The time, in milliseconds, to work out the inbox of keys with a month of checks each, one in ten findings put off.
#[expect(clippy::disallowed_methods, reason = "a benchmark")]
fn evaluate(keys: Vec<Key>, now: Timestamp) -> f64 {
    let facts: Vec<Facts> = keys.into_iter().map(|key| facts(key, now)).collect();
    let said = inbox(&facts, &[], now, now);
    let marks: Vec<Mark> = said
        .open
        .iter()
        .step_by(10)
        .map(|item| Mark {
            account: item.known.account.clone(),
            key: item.known.key.id.clone(),
            kind: item.reminder.kind(),
            instance: item.reminder.instance,
            told: Some(now),
            put: Some(Put::Dismissed(Reason::Needed)),
        })
        .collect();
    let began = Instant::now();
    let inbox = black_box(inbox(black_box(&facts), black_box(&marks), now, now));
    let took = milliseconds(began.elapsed());
    drop(inbox);
    took
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
