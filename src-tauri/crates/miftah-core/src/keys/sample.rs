//! A key for the tests of the rules.

use jiff::{SignedDuration, Timestamp};

use super::{AccountId, Environment, Key, KeyId, KeyPrefix, KnownKey, LastUse, Status};

/// When the tests of the rules happen.
pub(crate) fn now() -> Timestamp {
    "2026-11-23T10:00:00Z".parse().unwrap()
}

/// A moment before [`now`]; after it if negative.
pub(crate) fn before(seconds: i64) -> Timestamp {
    now() - SignedDuration::from_secs(seconds)
}

/// An active live key, seen for the first time now.
pub(crate) fn live_key(created: Timestamp, last_use: LastUse) -> KnownKey {
    let key = Key {
        id: KeyId::parse("k1").unwrap(),
        name: "Till".into(),
        environment: Environment::Live,
        prefix: KeyPrefix::parse("sk_live_a1b2c3"),
        status: Status::Active,
        last_use,
        created_at: Some(created),
        expires_at: None,
        rate_limit: None,
    };
    KnownKey::first_seen(AccountId::unconfirmed(), key, now())
}
