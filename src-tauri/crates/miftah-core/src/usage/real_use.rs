//! A key's last use by others than this Miftah.

use super::{OwnCall, UsageSample, explains};
use crate::keys::LastUse;

/// The last use, with Miftah's own calls left out. DHMAD names only the latest use, so an own call can hide an earlier
/// one: then what was seen before stands, and where nothing was seen, nothing is known.
///
/// `samples` oldest first.
pub fn last_real_use(told: LastUse, samples: &[UsageSample], own_calls: &[OwnCall]) -> LastUse {
    let real = |last_use: &LastUse| !matches!(last_use, LastUse::At(at) if explains(own_calls, *at));
    if real(&told) {
        return told;
    }
    let before = samples.iter().rev().map(|sample| sample.last_use);
    before.filter(|last_use| *last_use != LastUse::Unknown).find(real).unwrap_or(LastUse::Unknown)
}

/// The same where only Miftah's own calls tell of a key's use, as in guided mode. An answer that shows the very call that
/// asked for it hides whatever came before: then nothing is known.
///
/// `samples` oldest first.
pub fn last_probed_use(told: LastUse, samples: &[UsageSample], own_calls: &[OwnCall]) -> LastUse {
    let shows_itself = samples.last().is_some_and(|newest| {
        let LastUse::At(at) = newest.last_use else { return false };
        own_calls.iter().any(|call| {
            let call = std::slice::from_ref(call);
            explains(call, at) && explains(call, newest.at)
        })
    });
    if shows_itself { LastUse::Unknown } else { last_real_use(told, samples, own_calls) }
}

#[cfg(test)]
mod tests {
    use super::last_real_use;
    use crate::keys::sample::{before, live_key};
    use crate::keys::{LastUse, Status};
    use crate::usage::{OwnCall, UsageSample};

    const HOUR: i64 = 3600;

    #[test]
    fn an_own_call_is_no_use_and_what_was_seen_before_stands() {
        let known = live_key(before(1000 * HOUR), LastUse::Unknown);
        let (account, key) = (known.account, known.key.id);
        let sample = |hours: i64, last_use| UsageSample {
            account: account.clone(),
            key: key.clone(),
            at: before(hours * HOUR),
            last_use,
            status: Status::Active,
        };
        let at = |hours: i64| LastUse::At(before(hours * HOUR));
        let call = |hours: i64| OwnCall {
            account: account.clone(),
            key: key.clone(),
            from: before(hours * HOUR + 1),
            to: before(hours * HOUR - 1),
        };
        let samples = [sample(90, LastUse::Never), sample(50, at(60)), sample(9, at(10)), sample(2, at(3))];
        assert_eq!(last_real_use(at(3), &samples, &[]), at(3));
        assert_eq!(last_real_use(at(3), &samples, &[call(3)]), at(10));
        assert_eq!(last_real_use(at(3), &samples, &[call(3), call(10)]), at(60));
        assert_eq!(last_real_use(at(3), &samples, &[call(3), call(10), call(60)]), LastUse::Never);
        assert_eq!(last_real_use(at(3), &[], &[call(3)]), LastUse::Unknown);
        assert_eq!(last_real_use(LastUse::Unknown, &samples, &[call(3)]), LastUse::Unknown);
    }
}
