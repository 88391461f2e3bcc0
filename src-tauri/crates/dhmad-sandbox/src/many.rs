//! As many keys as one asks for: names in several scripts, all ages and states. The same ones for the same count.
//!
//! Not here: the account around them (`seed.rs`).

use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};

use crate::keys::{Environment, KeyRecord};
use crate::random;

const DAY: i64 = 24 * 60 * 60;

/// What a key is for.
const USES: [&str; 20] = [
    "Production shop",
    "Comptabilité",
    "متجر الزيتون",
    "Mobile app",
    "Delivery notes printer",
    "Sandbox tests",
    "Accounting export",
    "تطبيق التوصيل",
    "Webhook trials",
    "Partner portal",
    "Caisse n° 4",
    "Checkout",
    "Loyalty cards",
    "Бухгалтерия",
    "Season campaign",
    "Entrepôt frigorifique",
    "倉庫システム",
    "Load tests",
    "Handheld scanners",
    "المحاسبة",
];

/// And where.
const PLACES: [&str; 12] = [
    "Tunis",
    "Sfax",
    "Sousse",
    "صفاقس",
    "Bizerte",
    "Gabès",
    "قابس",
    "Kairouan",
    "Nabeul",
    "Béja",
    "Monastir",
    "تونس",
];

/// So many keys, as of `now`.
pub(crate) fn keys(count: u32, now: Timestamp) -> Vec<KeyRecord> {
    (0..count).map(|number| key(number, now)).collect()
}

/// What the list call answers for so many keys, as of `now`.
pub fn list_answer(count: u32, now: Timestamp) -> String {
    let keys: Vec<Value> = keys(count, now).iter().map(KeyRecord::view).collect();
    json!({"apiKeys": keys}).to_string()
}

fn key(number: u32, now: Timestamp) -> KeyRecord {
    let ago = |seconds: i64| now.saturating_sub(SignedDuration::from_secs(seconds)).unwrap_or(now);
    let of = |words: &[&'static str]| words.get(number as usize % words.len()).copied().unwrap_or_default();
    let number_i = i64::from(number);
    // Strides without a common divisor: each sort of key comes with every age.
    let age = DAY + number_i * 7919 % (400 * DAY);
    let environment = if number % 3 == 2 { Environment::Sandbox } else { Environment::Live };
    let id = random::derive_hex(&format!("many {number}"), 24);
    KeyRecord {
        secret: format!("{}{}", environment.prefix(), random::derive_hex(&id, 64)),
        id,
        name: format!("{} {} {}", of(&USES), of(&PLACES), number + 1),
        environment,
        is_active: number % 11 != 5,
        last_used_at: (number % 7 != 3).then(|| ago(number_i * 104_729 % age)),
        expires_at: (number % 13 == 4).then(|| ago((number_i % 90 - 70) * DAY)),
        rate_limit: 100,
        metadata: Map::new(),
        created_at: ago(age),
    }
}
