//! List answers made from the documented key object, each field as documented or missing, null, of another type or
//! with another content. What is expected of each is known from how it was made, never from reading it.
//!
//! Not here: answers that are no JSON, or far from every documented shape (`answers.rs`).

use miftah_core::keys::{Environment, Key, KeyId, KeyPrefix, LastUse, Status};
use proptest::prelude::*;

use super::written_dates::{Expected, date};
use crate::decode::read_list;

/// How many answers are made.
const ANSWERS: u32 = 100_000;
/// A number for each field of an object, and for what stands around it. 0 is as documented, so that a failure
/// shrinks to what matters of it.
type Numbers = [u64; 16];

/// Small choices out of one number.
pub(super) struct Draw(pub(super) u64);

impl Draw {
    /// One of `count` choices.
    pub(super) fn of(&mut self, count: u64) -> u64 {
        let choice = self.0 % count;
        self.0 /= count;
        choice
    }

    /// One of these.
    pub(super) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[usize::try_from(self.of(from.len() as u64)).unwrap()]
    }
}

/// Values that are of no use to any field but one of their own type.
const RETYPED: [&str; 9] =
    ["true", "false", "[]", "{}", "-1", "1.5", "[\"live\",7,null]", "{\"id\":\"x\"}", "18446744073709551616"];

/// A field's value, `None` if it is missing, and what is to be read from it.
type Made<T> = (Option<String>, T);

fn text(value: &str) -> String {
    format!("\"{value}\"")
}

/// As documented, or missing, null, or of another type; the last three say nothing.
fn field<T>(
    number: u64,
    documented: impl FnOnce(&mut Draw) -> Made<T>,
    nothing: T,
    retyped: &[&str],
) -> Made<T> {
    let mut draw = Draw(number);
    match draw.of(6) {
        0..=2 => documented(&mut draw),
        3 => (None, nothing),
        4 => (Some("null".to_owned()), nothing),
        _ => (Some(draw.pick(retyped).to_owned()), nothing),
    }
}

fn id(number: u64) -> Made<Option<KeyId>> {
    let documented = |draw: &mut Draw| {
        let number = draw.of(1000);
        match draw.of(3) {
            0 => {
                let id = format!("507f1f77bcf86cd79943{number:04x}");
                (Some(text(&id)), Some(id))
            }
            1 => (Some(number.to_string()), Some(number.to_string())),
            _ => (Some(text("../up and away")), None),
        }
    };
    let (json, id) = field(number, documented, None, &RETYPED);
    (json, id.map(|id| KeyId::parse(&id).unwrap()))
}

fn name(number: u64) -> Made<String> {
    let documented = |draw: &mut Draw| {
        let name = draw.pick(&[
            "Production API Key",
            "",
            "متجر الزيتون",
            "Comptabilité",
            "2024-01-15T10:30:00Z",
            "null",
        ]);
        (Some(text(name)), name.to_owned())
    };
    let retyped: Vec<_> = RETYPED.into_iter().chain(["7"]).collect();
    field(number, documented, String::new(), &retyped)
}

fn prefix(number: u64) -> Made<Option<KeyPrefix>> {
    let documented = |draw: &mut Draw| {
        let (written, read) = draw.pick(&[
            ("sk_live_abc123", Some("sk_live_abc123")),
            ("sk_sandbox_0a1b2c", Some("sk_sandbox_0a1b2c")),
            ("sk_live_abc123…", Some("sk_live_abc123")),
            ("sk_live_", None),
            ("pk_live_abc123", None),
        ]);
        (Some(text(written)), read.map(|read| KeyPrefix::parse(read).unwrap()))
    };
    field(number, documented, None, &RETYPED)
}

fn environment(number: u64) -> Made<Option<Environment>> {
    let documented = |draw: &mut Draw| match draw.of(4) {
        0 | 1 => (Some(text("live")), Some(Environment::Live)),
        2 => (Some(text("sandbox")), Some(Environment::Sandbox)),
        _ => (Some(text("staging")), None),
    };
    field(number, documented, None, &RETYPED)
}

fn status(number: u64) -> Made<Status> {
    let documented = |draw: &mut Draw| match draw.of(2) {
        0 => (Some("true".to_owned()), Status::Active),
        _ => (Some("false".to_owned()), Status::Inactive),
    };
    field(
        number,
        documented,
        Status::Unknown,
        &["\"true\"", "1", "0", "[true]", "{\"isActive\":false}", "\"\""],
    )
}

fn rate_limit(number: u64) -> Made<Option<u32>> {
    let documented = |draw: &mut Draw| {
        let rate = u32::try_from(draw.of(1 << 32)).unwrap();
        (Some(rate.to_string()), Some(rate))
    };
    field(
        number,
        documented,
        None,
        &["\"100\"", "-100", "1e300", "4294967296", "100.5", "true", "[100]", "{}"],
    )
}

/// Fields that nobody documented, some of them with the names or values of others.
const EXTRA: [&str; 8] = [
    r#""metadata":{"appName":"My Application","createdAt":"2001-01-01T00:00:00Z"}"#,
    r#""updatedAt":"2024-06-01T00:00:00Z""#,
    r#""created_at":"2002-02-02T00:00:00Z""#,
    r#""createdat":"2003-03-03T00:00:00Z""#,
    r#""key":"x""#,
    r#""scopes":["read",["write",{"lastUsedAt":"2004-04-04T00:00:00Z"}],null]"#,
    r#""":null"#,
    r#""__v":0"#,
];

/// One object, and the key to be read from it: `None` if it says too little.
fn object(numbers: Numbers) -> (String, Option<Key>) {
    let [
        n_id,
        n_raw,
        n_name,
        n_prefix,
        n_environment,
        n_active,
        n_rate,
        used,
        created,
        expires,
        extra,
        order,
        ..,
    ] = numbers;
    // The raw id is no documented field: it is missing where nothing was changed.
    let (raw_json, raw_id) = if n_raw == 0 { (None, None) } else { id(n_raw) };
    let (id_json, id) = id(n_id);
    let (name_json, name) = name(n_name);
    let (prefix_json, prefix) = prefix(n_prefix);
    let (environment_json, environment) = environment(n_environment);
    let (active_json, status) = status(n_active);
    let (rate_json, rate_limit) = rate_limit(n_rate);
    let [(used_json, used), (created_json, created), (expires_json, expires)] =
        [used, created, expires].map(date);

    let mut fields: Vec<String> = [
        ("id", id_json),
        ("_id", raw_json),
        ("name", name_json),
        ("keyPrefix", prefix_json),
        ("environment", environment_json),
        ("isActive", active_json),
        ("lastUsedAt", used_json),
        ("expiresAt", expires_json),
        ("rateLimit", rate_json),
        ("createdAt", created_json),
    ]
    .into_iter()
    .filter_map(|(name, json)| Some(format!("\"{name}\":{}", json?)))
    .collect();
    let mut draw = Draw(extra);
    for _ in 0..draw.of(4) {
        fields.push(draw.pick(&EXTRA).to_owned());
    }
    let mut draw = Draw(order);
    let by = draw.of(fields.len().max(1) as u64);
    fields.rotate_left(usize::try_from(by).unwrap());
    if draw.of(2) == 1 {
        fields.reverse();
    }

    let key = id.or(raw_id).zip(environment.or(prefix.as_ref().map(KeyPrefix::environment)));
    let key = key.map(|(id, environment)| Key {
        id,
        name,
        environment,
        prefix,
        status,
        last_use: match used {
            Expected::At(at) => LastUse::At(at),
            Expected::Null => LastUse::Never,
            Expected::Nothing => LastUse::Unknown,
        },
        created_at: created.at(),
        expires_at: expires.at(),
        rate_limit,
    });
    (format!("{{{}}}", fields.join(",")), key)
}

/// What stands around the list.
fn answer(number: u64, objects: &str) -> String {
    match Draw(number).of(4) {
        0 => format!(r#"{{"apiKeys":[{objects}]}}"#),
        1 => format!("[{objects}]"),
        2 => format!(r#"{{"message":null,"data":{{"keys":[{objects}],"total":"3"}}}}"#),
        _ => format!("\u{feff}{{\"createdAt\":\"2005-05-05T00:00:00Z\",\"keys\":[{objects}]}}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(ANSWERS) })]

    #[test]
    fn what_is_read_is_what_was_written(
        around in any::<u64>(),
        numbers in prop::collection::vec(prop::array::uniform16(any::<u64>()), 1..3),
    ) {
        let (objects, keys): (Vec<_>, Vec<_>) = numbers.into_iter().map(object).unzip();
        let body = answer(around, &objects.join(","));
        let read = read_list(&mut body.clone().into_bytes());
        let keys: Vec<Key> = keys.into_iter().flatten().collect();
        prop_assert_eq!(read, Some(keys), "{}", body);
    }
}
