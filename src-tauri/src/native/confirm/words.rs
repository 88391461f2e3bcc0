//! The words of the dialog.

use fluent_bundle::FluentValue;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use miftah_core::keys::{Environment, KnownKey, LastUse};
use miftah_core::settings::Locale;

use super::escape::escape;
use super::{Question, Words};
use crate::native::texts::{self, Texts};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// The question in a language.
pub(super) fn of(locale: Locale, question: &Question) -> Words {
    let texts = texts::of(locale);
    let name = escape(question.known.name());
    let mut text = what_happens(texts, &question.known, question.now);
    if question.untraceable {
        text.push_str("\n\n");
        text.push_str(&texts.text("confirm-regenerate-untraceable", &[]));
    }
    Words {
        window: texts.text("confirm-window-title", &[]),
        title: texts.text("confirm-regenerate-title", &[("name", name.into())]),
        text,
        act: texts.text("confirm-regenerate-now", &[]),
        cancel: texts.text("confirm-cancel", &[]),
    }
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
    // A left-to-right mark first: the prefix must not be turned round in an Arabic sentence.
    let prefix =
        key.prefix.as_ref().map_or_else(String::new, |prefix| format!("\u{200e}{}", prefix.as_str()));
    let arguments =
        [("prefix", prefix.into()), ("used", used.into()), ("created", young.unwrap_or_default().into())];
    texts.text(id, &arguments)
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
