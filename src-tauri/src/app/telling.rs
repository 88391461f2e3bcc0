//! The words of notifications.

use fluent_bundle::FluentValue;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use miftah_core::keys::Environment;
use miftah_core::reminders::{Finding, Item, Manners, Telling};
use miftah_core::rotation::safe::Awaited;

use crate::ipc::shown;
use crate::native::texts::{Texts, clock_time};

/// How much of a text a notification shows on every system, in characters.
const LONGEST: usize = 110;
/// A name takes no more of it than this.
const LONGEST_NAME: usize = 40;

/// Title and text. `now` is by this computer's clock.
pub(super) fn words(
    texts: &Texts,
    telling: &Telling<'_>,
    manners: &Manners,
    now: Timestamp,
) -> (String, String) {
    match telling {
        Telling::Digest(items) => digest(texts, items, manners),
        Telling::Urgent(item) => {
            let name = name(texts, item, manners);
            let when = match item.reminder.finding {
                Finding::Expires { at, .. } => day_and_time(texts, at, now),
                _ => String::new(),
            };
            let text = texts.text("notify-urgent-text", &[("name", name.into()), ("when", when.into())]);
            (texts.text("notify-urgent-title", &[]), text)
        }
    }
}

fn digest(texts: &Texts, items: &[&Item], manners: &Manners) -> (String, String) {
    // One line a key: what matters most of it.
    let mut of_keys: Vec<&Item> = Vec::new();
    for item in items {
        let same = |other: &&&Item| {
            (&other.known.account, &other.known.key.id) == (&item.known.account, &item.known.key.id)
        };
        if !of_keys.iter().any(|other| same(&other)) {
            of_keys.push(item);
        }
    }
    let title = texts.text("notify-digest-title", &[("n", count(of_keys.len()))]);
    let mut text = String::new();
    for (index, item) in of_keys.iter().enumerate() {
        let line = line(texts, item, manners);
        let rest = of_keys.len() - index;
        if index > 0 && text.chars().count() + 1 + line.chars().count() > LONGEST {
            text.push(' ');
            text.push_str(&texts.text("notify-more", &[("n", count(rest))]));
            break;
        }
        if index > 0 {
            text.push(' ');
        }
        text.push_str(&line);
    }
    (title, text)
}

/// One thing to say of one key, as a sentence.
pub(super) fn line(texts: &Texts, item: &Item, manners: &Manners) -> String {
    let (name, what) = (name(texts, item, manners), what(texts, &item.reminder.finding));
    texts.text("notify-line", &[("name", name.into()), ("what", what.into())])
}

/// A key as a notification may name it.
fn name(texts: &Texts, item: &Item, manners: &Manners) -> String {
    name_of(texts, &item.known, manners)
}

/// The same for a key without a reminder.
pub(super) fn name_of(texts: &Texts, known: &miftah_core::keys::KnownKey, manners: &Manners) -> String {
    let general = match known.key.environment {
        Environment::Live => "notify-a-live-key",
        Environment::Sandbox => "notify-a-sandbox-key",
    };
    let name = shown(known.name());
    if manners.hide_names || name.trim().is_empty() {
        return texts.text(general, &[]);
    }
    let mut cut: String = name.chars().take(LONGEST_NAME).collect();
    if cut.len() < name.len() {
        cut.push('…');
    }
    cut
}

fn what(texts: &Texts, finding: &Finding) -> String {
    let counted = |id: &str, n: i64| texts.text(id, &[("n", FluentValue::from(n))]);
    match *finding {
        Finding::NeverUsed { days } => counted("notify-never-used", days),
        Finding::Unused { days } => counted("notify-unused", days),
        Finding::Stale { days, .. } => counted("notify-stale", days),
        Finding::Expires { days, .. } => counted("notify-expires", days),
        Finding::UsedAgain { silent, .. } => counted("notify-used-again", silent),
        Finding::Expired { .. } => texts.text("notify-expired", &[]),
        Finding::UsedThoughOff { .. } => texts.text("notify-used-though-off", &[]),
        Finding::ReplacedElsewhere { .. } => texts.text("notify-replaced", &[]),
        Finding::RotationWaits { step } => texts.text(
            match step {
                Awaited::Install => "notify-rotation-install",
                Awaited::RareUse => "notify-rotation-rare-use",
                Awaited::SwitchOff => "notify-rotation-switch-off",
                Awaited::Delete => "notify-rotation-delete",
                Awaited::Orphan => "notify-rotation-orphan",
            },
            &[],
        ),
    }
}

/// "tomorrow at 10:00", on the person's clock.
fn day_and_time(texts: &Texts, at: Timestamp, now: Timestamp) -> String {
    let zone = TimeZone::system();
    let (at, now) = (at.to_zoned(zone.clone()), now.to_zoned(zone));
    let tomorrow = now.date().checked_add(1.day()).is_ok_and(|tomorrow| at.date() == tomorrow);
    let id = if tomorrow { "notify-at-tomorrow" } else { "notify-at-today" };
    texts.text(id, &[("time", clock_time(at.timestamp()).into())])
}

fn count(n: usize) -> FluentValue<'static> {
    FluentValue::from(i64::try_from(n).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests;
