//! What the account holds at the first start; every date is counted back from now, every secret derived.
//!
//! Not here: an account of any size (`many.rs`), how a key behaves afterwards (`keys.rs`).

use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value};

use crate::config::Seed;
use crate::keys::{Environment, KeyRecord};
use crate::many;
use crate::random;
use crate::state::{Account, Token};

/// The company of the seed.
pub const COMPANY: &str = "Olea Market";
/// The developer's address.
pub const EMAIL: &str = "amira@olea-market.tn";
/// The developer's password.
pub const PASSWORD: &str = "olive-press-2026";
/// A developer token that works from the start: 48 visible characters.
pub const DEVELOPER_TOKEN: &str = "dvt_OleaMarketDemo2026_7Qm4Zt9Lr2Xc8Vb5Nk1Hs6Wd3";

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// A row of the demo: ages are seconds before now, `expires_in` seconds after.
struct Row {
    name: &'static str,
    environment: Environment,
    /// The first 6 hex characters of the secret.
    shown: &'static str,
    age: i64,
    used: Option<i64>,
    is_active: bool,
    expires_in: Option<i64>,
}

impl Row {
    const fn live(name: &'static str, shown: &'static str, age: i64, used: Option<i64>) -> Self {
        Self { name, environment: Environment::Live, shown, age, used, is_active: true, expires_in: None }
    }

    const fn sandbox(name: &'static str, shown: &'static str, age: i64, used: Option<i64>) -> Self {
        Self { name, environment: Environment::Sandbox, shown, age, used, is_active: true, expires_in: None }
    }

    const fn switched_off(mut self) -> Self {
        self.is_active = false;
        self
    }

    const fn expiring_in(mut self, seconds: i64) -> Self {
        self.expires_in = Some(seconds);
        self
    }
}

const LONG_NAME: &str = "Handheld scanners of the Tunis, Sfax and Sousse depots (until the new application \
                         arrives in January, then to be switched off for good)";

const ROWS: [Row; 16] = [
    Row::live("Production shop", "a1b2c3", 214 * DAY, Some(4 * MINUTE)),
    Row::live("Comptabilité", "7f40de", 88 * DAY, Some(61 * DAY)),
    Row::live(LONG_NAME, "52ce90", 70 * DAY, Some(26 * HOUR)).switched_off(),
    Row::live("Mobile app (iOS)", "c09e51", 40 * DAY, Some(19 * HOUR)),
    Row::live("متجر الزيتون", "5be2a8", 12 * DAY, Some(3 * HOUR)),
    Row::sandbox("Sandbox tests", "9d3f07", 61 * DAY, Some(DAY)),
    Row::sandbox("New colleague training", "e4a61b", 3 * DAY, None),
    Row::sandbox("Webhook trials", "0b77c2", 45 * DAY, Some(20 * DAY)).switched_off(),
    Row::live("Accounting export", "61d0f4", 55 * DAY, Some(2 * DAY)),
    Row::live("Accounting exports", "61d9a3", 54 * DAY, Some(9 * DAY)),
    Row::live("Season campaign", "d84b16", 30 * DAY, Some(5 * HOUR)).expiring_in(5 * DAY),
    Row::live("Partner portal", "2fa5e7", 30 * DAY, None),
    Row::live("Delivery notes printer", "b3961c", 200 * DAY, Some(50 * MINUTE)),
    Row::live("Checkout v2", "f20ad8", 2 * HOUR, Some(10 * MINUTE)),
    Row::sandbox("Load tests", "48ec95", 150 * DAY, Some(95 * DAY)),
    Row::live("Trade fair stand", "9a03be", 60 * DAY, Some(21 * DAY)).expiring_in(-20 * DAY),
];

/// The account of `seed`, as of `now`.
pub(crate) fn account(seed: Seed, now: Timestamp) -> Account {
    let keys = match seed {
        Seed::Empty => Vec::new(),
        Seed::Many(count) => many::keys(count, now),
        Seed::Demo => ROWS.iter().map(|row| key(row, now)).collect(),
    };
    Account {
        developer_id: random::derive_hex(EMAIL, 24),
        email: EMAIL.to_owned(),
        company_name: COMPANY.to_owned(),
        password: PASSWORD.to_owned(),
        tokens: vec![Token { value: DEVELOPER_TOKEN.to_owned(), expires_at: None }],
        keys,
        webhooks: Vec::new(),
    }
}

fn key(row: &Row, now: Timestamp) -> KeyRecord {
    let ago = |seconds: i64| now.saturating_sub(SignedDuration::from_secs(seconds)).unwrap_or(now);
    let id = random::derive_hex(row.name, 24);
    let tail = random::derive_hex(&id, 58);
    KeyRecord {
        secret: format!("{}{}{tail}", row.environment.prefix(), row.shown),
        id,
        name: row.name.to_owned(),
        environment: row.environment,
        is_active: row.is_active,
        last_used_at: row.used.map(ago),
        expires_at: row.expires_in.map(|seconds| ago(-seconds)),
        rate_limit: 100,
        metadata: Map::from_iter([("appName".to_owned(), Value::from(COMPANY))]),
        created_at: ago(row.age),
    }
}
