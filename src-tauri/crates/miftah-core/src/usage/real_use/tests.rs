//! What is left of a last use without Miftah's own calls.

use super::{last_probed_use, last_real_use};
use crate::keys::sample::{before, live_key, now};
use crate::keys::{KnownKey, LastUse, Status};
use crate::usage::{OwnCall, UsageSample, latest_possible_use};

const HOUR: i64 = 3600;

fn known(last_use: LastUse) -> KnownKey {
    live_key(before(1000 * HOUR), last_use)
}

fn at(hours: i64) -> LastUse {
    LastUse::At(before(hours * HOUR))
}

/// A check so many hours ago.
fn sample(hours: i64, last_use: LastUse) -> UsageSample {
    let known = known(LastUse::Unknown);
    let (account, key) = (known.account, known.key.id);
    UsageSample { account, key, at: before(hours * HOUR), last_use, status: Status::Active }
}

/// An own call so many hours ago, two seconds long.
fn call(hours: i64) -> OwnCall {
    let known = known(LastUse::Unknown);
    let (from, to) = (before(hours * HOUR + 1), before(hours * HOUR - 1));
    OwnCall { account: known.account, key: known.key.id, from, to }
}

#[test]
fn an_own_call_is_no_use_and_what_was_seen_before_stands() {
    let samples = [sample(90, LastUse::Never), sample(50, at(60)), sample(9, at(10)), sample(2, at(3))];
    assert_eq!(last_real_use(at(3), &samples, &[]), at(3));
    assert_eq!(last_real_use(at(3), &samples, &[call(3)]), at(10));
    assert_eq!(last_real_use(at(3), &samples, &[call(3), call(10)]), at(60));
    assert_eq!(last_real_use(at(3), &samples, &[call(3), call(10), call(60)]), LastUse::Never);
    assert_eq!(last_real_use(at(3), &[], &[call(3)]), LastUse::Unknown);
    assert_eq!(last_real_use(LastUse::Unknown, &samples, &[call(3)]), LastUse::Unknown);
}

/// How DHMAD may count the calls of `/v1/me`: not at all, before its answer, or after it.
#[test]
fn a_probe_tells_of_the_time_before_it_or_of_nothing() {
    let calls = [call(400), call(232), call(64)];
    let unmoved = [sample(400, at(900)), sample(232, at(900)), sample(64, at(900))];
    assert_eq!(last_probed_use(at(900), &unmoved, &calls), at(900));
    let earlier = [sample(400, at(900)), sample(232, at(400)), sample(64, at(232))];
    assert_eq!(last_probed_use(at(232), &earlier, &calls), at(900));
    let itself = [sample(400, at(400)), sample(232, at(232)), sample(64, at(64))];
    assert_eq!(last_probed_use(at(64), &itself, &calls), LastUse::Unknown);
    // Once a use by others shows, it counts.
    let mut used = itself.to_vec();
    used.push(sample(1, at(5)));
    assert_eq!(last_probed_use(at(5), &used, &calls), at(5));
}

#[test]
fn what_may_have_been_hidden_counts_as_possible() {
    let possible = |told, samples: &[UsageSample], calls: &[OwnCall]| {
        latest_possible_use(&known(told), samples, calls, now())
    };
    let seen = [sample(90, at(100)), sample(50, at(100)), sample(2, at(50))];
    assert_eq!(possible(at(100), &seen, &[call(50)]), at(100), "looked at the moment of the call");
    assert_eq!(possible(at(50), &seen, &[call(50)]), at(100), "as DHMAD names it");
    let unseen = [sample(90, at(100)), sample(2, at(50))];
    assert_eq!(possible(at(100), &unseen, &[call(50)]), at(50));
    assert_eq!(possible(at(1), &unseen, &[call(50)]), at(1), "used since the last check");
    assert_eq!(possible(LastUse::Never, &unseen, &[call(50)]), at(50));
    assert_eq!(possible(at(3), &[], &[call(3)]), at(3), "nothing else is known");
    assert_eq!(possible(LastUse::Unknown, &unseen, &[]), LastUse::Unknown);
}
