//! The words of the dialog.

use fluent_bundle::FluentValue;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use miftah_core::keys::{Environment, KeyPrefix, KnownKey, LastUse};
use miftah_core::settings::Locale;

use super::{About, Question, Words};
use crate::ipc::shown;
use crate::native::texts::{self, Texts};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// The question in a language.
pub(super) fn of(locale: Locale, question: &Question) -> Words {
    let texts = texts::of(locale);
    let known = &question.known;
    let live = known.key.environment == Environment::Live;
    let (title, act, mut text) = match question.about {
        About::Regenerate { .. } => {
            ("confirm-regenerate-title", "confirm-regenerate-now", what_happens(texts, known, question.now))
        }
        About::Leaked => {
            ("confirm-leaked-title", "confirm-leaked-now", texts.text("confirm-leaked-text", &[]))
        }
        About::SwitchOff { .. } => {
            let id = if live { "confirm-off-text" } else { "confirm-off-text-sandbox" };
            let used = used(texts, known.key.last_use, question.now);
            ("confirm-off-title", "confirm-off-now", texts.text(id, &[("used", used.into())]))
        }
        About::SwitchOffFor { until } => {
            let time = texts::clock_time(until);
            let text = texts.text("confirm-off-for-text", &[("time", time.into())]);
            ("confirm-off-for-title", "confirm-off-now", text)
        }
        About::Delete { off, .. } => {
            ("confirm-delete-title", "confirm-delete-now", gone(texts, question, off))
        }
        About::Forget => {
            ("confirm-forget-title", "confirm-forget-now", texts.text("confirm-forget-text", &[]))
        }
    };
    let warning = match question.about {
        About::Regenerate { untraceable: true } => Some("confirm-regenerate-untraceable"),
        About::SwitchOff { early: true, .. } => Some("confirm-off-early"),
        About::SwitchOff { last: true, .. } if live => Some("confirm-off-last"),
        About::SwitchOff { last: true, .. } => Some("confirm-off-last-sandbox"),
        About::Delete { last: true, .. } if live => Some("confirm-delete-last"),
        About::Delete { last: true, .. } => Some("confirm-delete-last-sandbox"),
        About::Delete { off, soak, .. } if too_early(off, soak, question.now) => Some("confirm-delete-early"),
        _ => None,
    };
    let which = match (&question.about, &known.key.prefix) {
        // Their own sentences name it.
        (About::Regenerate { .. }, _) | (_, None) => None,
        (_, Some(prefix)) => Some(prefix),
    };
    let which = which.map(|prefix| texts.text("confirm-which", &[("prefix", ltr(prefix).into())]));
    for line in which.into_iter().chain(warning.map(|warning| texts.text(warning, &[]))) {
        text.push_str("\n\n");
        text.push_str(&line);
    }
    let instead = match question.about {
        About::Regenerate { .. } if live => Some("confirm-rotate"),
        About::SwitchOff { last: true, .. } | About::Delete { last: true, .. } => {
            Some("confirm-make-another")
        }
        _ => None,
    };
    Words {
        window: texts.text("confirm-window-title", &[]),
        title: texts.text(title, &[("name", shown(known.name()).into())]),
        text,
        act: texts.text(act, &[]),
        instead: instead.map(|instead| texts.text(instead, &[])),
        cancel: texts.text("confirm-cancel", &[]),
    }
}

fn too_early(off: Option<Timestamp>, soak: std::time::Duration, now: Timestamp) -> bool {
    let soak = jiff::SignedDuration::try_from(soak).unwrap_or(jiff::SignedDuration::MAX);
    off.is_none_or(|off| now.duration_since(off) < soak)
}

/// "Switched off for 9 days, not used since."
fn gone(texts: &Texts, question: &Question, off: Option<Timestamp>) -> String {
    let days = off.map_or(0, |off| question.now.duration_since(off).as_secs().div_euclid(DAY));
    let used = match (question.known.key.last_use, off) {
        (LastUse::At(at), Some(off)) => at > off,
        (LastUse::Never, _) => false,
        _ => true,
    };
    let id = if used { "confirm-delete-text-used" } else { "confirm-delete-text" };
    let used = self::used(texts, question.known.key.last_use, question.now);
    texts.text(id, &[("n", FluentValue::from(days)), ("used", used.into())])
}

fn what_happens(texts: &Texts, known: &KnownKey, now: Timestamp) -> String {
    let key = &known.key;
    let used = used(texts, key.last_use, now);
    let young = young(texts, known, now);
    let unknown = key.last_use == LastUse::Unknown;
    let id = match (key.environment, &key.prefix, &young) {
        (Environment::Sandbox, _, _) => "confirm-regenerate-text-sandbox",
        (Environment::Live, None, _) if unknown => "confirm-regenerate-text-unknown-no-prefix",
        (Environment::Live, None, _) => "confirm-regenerate-text-no-prefix",
        (Environment::Live, Some(_), Some(_)) => "confirm-regenerate-text-created",
        (Environment::Live, Some(_), None) if unknown => "confirm-regenerate-text-unknown",
        (Environment::Live, Some(_), None) => "confirm-regenerate-text",
    };
    let prefix = key.prefix.as_ref().map_or_else(String::new, ltr);
    let arguments =
        [("prefix", prefix.into()), ("used", used.into()), ("created", young.unwrap_or_default().into())];
    texts.text(id, &arguments)
}

/// A left-to-right mark first: the prefix must not be turned round in an Arabic sentence.
fn ltr(prefix: &KeyPrefix) -> String {
    format!("\u{200e}{}", prefix.as_str())
}

/// "created 3 days ago", "changed today", for a key younger than a week.
fn young(texts: &Texts, known: &KnownKey, now: Timestamp) -> Option<String> {
    let (id, at) = match (known.change, known.key.created_at) {
        (Some(change), _) => ("changed-days-ago", change.at),
        (None, Some(created)) => ("created-days-ago", created),
        (None, None) => return None,
    };
    let days = now.duration_since(at).as_secs().div_euclid(DAY);
    (0..=7).contains(&days).then(|| texts.text(id, &[("n", FluentValue::from(days))]))
}

/// "last used 4 minutes ago"
fn used(texts: &Texts, last_use: LastUse, now: Timestamp) -> String {
    let at = match last_use {
        LastUse::Never => return texts.text("used-never", &[]),
        LastUse::Unknown => return texts.text("used-unknown", &[]),
        LastUse::At(at) => at,
    };
    let seconds = now.duration_since(at).as_secs();
    let counted = |id: &str, n: i64| texts.text(id, &[("n", FluentValue::from(n))]);
    match seconds {
        0..MINUTE => texts.text("used-just-now", &[]),
        MINUTE..HOUR => counted("used-minutes-ago", seconds / MINUTE),
        HOUR..DAY => counted("used-hours-ago", seconds / HOUR),
        DAY..2_592_000 => counted("used-days-ago", seconds / DAY),
        // Long ago, or in the future: a clock is wrong somewhere. Say the date, count nothing.
        _ => on(texts, at),
    }
}

fn on(texts: &Texts, at: Timestamp) -> String {
    let date = at.to_zoned(TimeZone::system()).date();
    let date = format!("\u{200e}{:02}/{:02}/{}", date.day(), date.month(), date.year());
    texts.text("used-on", &[("date", date.into())])
}
