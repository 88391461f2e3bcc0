//! Which keys may be switched off for a while.

use super::{ArmError, may_arm};
use crate::Timings;
use crate::keys::sample::{before, live_key, now};
use crate::keys::{Environment, LastUse, Status};

const WEEK: i64 = 7 * 24 * 3600;

#[test]
fn a_live_key_only_if_it_is_known_to_be_idle_for_a_week() {
    let used = |ago: i64| LastUse::At(before(ago));
    for (environment, last_use, expected) in [
        (Environment::Live, used(WEEK), Ok(())),
        (Environment::Live, used(WEEK - 1), Err(ArmError::UsedLately)),
        (Environment::Live, used(-60), Err(ArmError::UsedLately)),
        (Environment::Live, LastUse::Never, Ok(())),
        (Environment::Live, LastUse::Unknown, Err(ArmError::UsedLately)),
        (Environment::Sandbox, used(0), Ok(())),
        (Environment::Sandbox, LastUse::Unknown, Ok(())),
    ] {
        let mut known = live_key(before(10 * WEEK), last_use);
        known.key.environment = environment;
        assert_eq!(may_arm(&known, &Timings::product(), now()), expected, "{environment:?} {last_use:?}");
        for status in [Status::Inactive, Status::Unknown] {
            known.key.status = status;
            assert_eq!(may_arm(&known, &Timings::product(), now()), Err(ArmError::NotOn), "{status:?}");
        }
    }
}
