//! What notifications say, in three languages.

use jiff::{SignedDuration, Timestamp};
use miftah_core::keys::{AccountId, Environment, Key, KeyId, KeyPrefix, KnownKey, LastUse, Status};
use miftah_core::reminders::{Finding, Item, Manners, Reminder, Severity, Telling};
use miftah_core::settings::Locale;

use super::{LONGEST, words};
use crate::native::texts;

fn now() -> Timestamp {
    "2026-11-23T10:00:00Z".parse().unwrap()
}

fn item(id: &str, name: &str, finding: Finding) -> Item {
    let key = Key {
        id: KeyId::parse(id).unwrap(),
        name: name.into(),
        environment: Environment::Live,
        prefix: KeyPrefix::parse("sk_live_a1b2c3"),
        status: Status::Active,
        last_use: LastUse::Never,
        created_at: None,
        expires_at: None,
        rate_limit: None,
    };
    Item {
        known: KnownKey::first_seen(AccountId::unconfirmed(), key, now()),
        reminder: Reminder { finding, due: now(), instance: now(), severity: Severity::Notice },
        put: None,
        told: None,
        old: false,
    }
}

fn told(locale: Locale, items: &[Item], manners: Manners) -> (String, String) {
    let (title, text) = words(texts::of(locale), &Telling::Digest(items.iter().collect()), &manners, now());
    let plain = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
    (plain(title), plain(text))
}

#[test]
fn a_summary_names_each_key_once_and_counts_the_rest() {
    let unused = Finding::Unused { days: 61 };
    let mut items =
        vec![item("k1", "Comptabilité", unused), item("k1", "Comptabilité", Finding::NeverUsed { days: 3 })];
    let (title, text) = told(Locale::En, &items, Manners::usual());
    assert_eq!((title.as_str(), text.as_str()), ("1 key needs you", "Comptabilité: no request for 61 days."));
    items.extend((2..9).map(|n| item(&format!("k{n}"), &format!("Key number {n}"), unused)));
    for (locale, title) in [
        (Locale::En, "8 keys need you"),
        (Locale::Fr, "8 clés à surveiller"),
        (Locale::Ar, "8 مفاتيح تحتاج انتباهك"),
    ] {
        let (told_title, text) = told(locale, &items, Manners::usual());
        assert_eq!(told_title, title);
        let more = text.chars().count().saturating_sub(LONGEST);
        assert!(more < 20, "only the count of the rest goes beyond: {text}");
        assert!(text.contains('5') || text.contains('6'), "the rest is counted: {text}");
    }
}

#[test]
fn names_are_hidden_where_the_person_wants_it_and_never_longer_than_the_screen() {
    let hidden = Manners { hide_names: true, ..Manners::usual() };
    let items = [item("k1", "Comptabilité", Finding::Unused { days: 61 })];
    for locale in [Locale::En, Locale::Fr, Locale::Ar] {
        let (title, text) = told(locale, &items, hidden);
        assert!(!title.contains("Comptabilité") && !text.contains("Comptabilité"), "{text}");
    }
    let (_, text) = told(Locale::En, &items, hidden);
    assert_eq!(text, "a live key: no request for 61 days.");
    let long = [item("k1", &"x".repeat(4096), Finding::Unused { days: 61 })];
    assert!(told(Locale::En, &long, Manners::usual()).1.chars().count() < LONGEST);
}

#[test]
fn an_expiry_within_a_day_says_when() {
    let at = now() + SignedDuration::from_hours(20);
    let mut urgent = item("k1", "Season campaign", Finding::Expires { days: 0, at });
    urgent.reminder.severity = Severity::Urgent;
    for (locale, word) in
        [(Locale::En, "Season campaign expires to"), (Locale::Fr, "expire "), (Locale::Ar, "ينتهي")]
    {
        let (title, text) = words(texts::of(locale), &Telling::Urgent(&urgent), &Manners::usual(), now());
        assert!(title.chars().count() <= 40, "{title}");
        let text = text.replace(['\u{2068}', '\u{2069}'], "");
        assert!(text.contains(word) && text.contains(':'), "{text}");
    }
}
