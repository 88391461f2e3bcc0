//! How the time for a list grows with its keys: reading DHMAD's answer, and looking for what needs attention.

use std::hint::black_box;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use jiff::Timestamp;
use miftah_core::keys::{AccountId, Key, KnownKey};
use miftah_core::remarks::KeyAdvice;
use miftah_core::reminders::{Policy, Seen, reminders};
use miftah_dhmad::read_list;

use crate::bench::{WIDE, header, milliseconds, percentile, row_of};
use crate::rotation::word;

const SIZES: [u32; 2] = [1000, 10_000];
/// How often each is measured.
const ROUNDS: usize = 50;
/// The time for a key at 10,000 over that at 1,000; 1 is linear, and memory further away costs a little.
const MOST_GROWTH: f64 = 1.5;

/// Measures both sizes and prints their ratio.
#[expect(clippy::disallowed_methods, reason = "a benchmark")]
pub(crate) fn run() -> Result<()> {
    let now = Timestamp::now();
    let mut medians = Vec::new();
    header();
    for size in SIZES {
        let (mut decoding, mut looking) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            let mut body = dhmad_sandbox::list_answer(size, now).into_bytes();
            let began = Instant::now();
            let keys = read_list(black_box(&mut body)).context("no list")?;
            decoding.push(milliseconds(began.elapsed()));
            ensure!(keys.len() == size as usize, "{} of {size} keys were read", keys.len());
            looking.push(look(keys, now));
        }
        row_of(&format!("{size} keys: decode"), &decoding);
        row_of("    look for what needs attention", &looking);
        medians.push((f64::from(size), percentile(&decoding, 50), percentile(&looking, 50)));
    }
    let [(few, decode_few, look_few), (many, decode_many, look_many)] = medians.as_slice() else {
        anyhow::bail!("two sizes are compared");
    };
    println!();
    for (name, growth) in [
        ("growth of decode, time per key", decode_many / decode_few * few / many),
        ("growth of attention, time per key", look_many / look_few * few / many),
    ] {
        println!("{name:WIDE$}{growth:>20.2}  at most {MOST_GROWTH}: {}", word(growth <= MOST_GROWTH));
    }
    Ok(())
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
