//! Two hundred keys of all ages, each with a life of its own.

use dhmad_sandbox::MeBehaviour;
use jiff::{SignedDuration, Timestamp};
use miftah_core::keys::Environment;

use super::dice::Dice;
use super::truth::TrueKey;

pub(super) const COUNT: usize = 200;
const DAY: i64 = 24 * 3600;
/// How far back lives begin, and how long the year is.
const BEFORE: i64 = 400;
pub(super) const YEAR: i64 = 365;

/// The keys of a seed. Nothing of theirs happens in the first half of a minute, and Miftah's rounds begin with a minute:
/// a use in the very seconds of an own call is the one thing that nobody can tell from it.
pub(super) fn keys(seed: u64, start: Timestamp) -> Vec<TrueKey> {
    let mut dice = Dice::new(seed);
    (0..COUNT).map(|index| key(index, &mut dice, start)).collect()
}

/// A moment so many days after the start, at the end of some minute.
fn on(start: Timestamp, days: i64, dice: &mut Dice) -> Timestamp {
    start + SignedDuration::from_secs(days * DAY + dice.between(0, 1_439) * 60 + 45)
}

fn key(index: usize, dice: &mut Dice, start: Timestamp) -> TrueKey {
    let born = if dice.one_in(4) { dice.between(0, YEAR - 30) } else { dice.between(-BEFORE, -1) };
    let created = on(start, born, dice);
    let mut key = TrueKey {
        environment: if dice.one_in(3) { Environment::Sandbox } else { Environment::Live },
        created,
        expires: dice.one_in(5).then(|| on(start, dice.between(born.max(0) + 1, YEAR + 20), dice)),
        switched: Vec::new(),
        regenerated: Vec::new(),
        uses: uses(index, dice, start, born),
        me: [MeBehaviour::Unmoved, MeBehaviour::Before, MeBehaviour::After][index % 3],
        counted: Vec::new(),
        shown: Vec::new(),
        called: Vec::new(),
    };
    if dice.one_in(5) {
        let off = dice.between(born.max(0) + 1, YEAR - 20);
        key.switched.push((on(start, off, dice), false));
        if dice.one_in(2) {
            key.switched.push((on(start, dice.between(off + 10, YEAR), dice), true));
        }
        // Most of what used it learns of that; of some nobody thinks.
        if !dice.one_in(3) {
            let (from, to) = (key.switched[0].0, key.switched.get(1).map_or(Timestamp::MAX, |on| on.0));
            key.uses.retain(|used| !(from..to).contains(used));
        }
    }
    if dice.one_in(6) {
        key.regenerated.push(on(start, dice.between(born.max(0) + 1, YEAR), dice));
    }
    key
}

/// How others use it: often, seldom, never, no more, or again after months.
fn uses(index: usize, dice: &mut Dice, start: Timestamp, born: i64) -> Vec<Timestamp> {
    let (mut day, mut uses) = (born + 1, Vec::new());
    let given_up = dice.between(born + 1, YEAR);
    while day <= YEAR {
        match index % 10 {
            // A shop.
            0 if index.is_multiple_of(20) => uses.extend((0..8).map(|_| on(start, day, dice))),
            0 | 1 => uses.push(on(start, day, dice)),
            2 | 3 => {
                uses.push(on(start, day, dice));
                day += dice.between(2, 9);
            }
            // A report now and then, right at the edge of what counts as unused.
            4 | 5 => {
                uses.push(on(start, day, dice));
                day += dice.between(30, 60);
            }
            // Some days of work, then months of nothing.
            6 => {
                uses.extend((0..dice.between(1, 6)).map(|_| on(start, day + dice.between(0, 4), dice)));
                day += dice.between(46, 110);
            }
            7 if day < given_up => uses.push(on(start, day, dice)),
            8 => {
                day += dice.between(10, 80);
                uses.push(on(start, day, dice));
                day += dice.between(100, 300);
            }
            _ => {}
        }
        day += 1;
    }
    uses.sort();
    uses.dedup();
    uses
}
