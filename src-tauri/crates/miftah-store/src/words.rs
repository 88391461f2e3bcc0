//! The words and forms in which enums and times are stored, and what an unknown one is read as.

use jiff::Timestamp;
use jiff::civil::Time;
use miftah_core::keys::{ChangedBy, LastUse, Status};
use miftah_core::remarks::MOST_DAYS;
use miftah_core::settings::{GuidedBecause, Locale, Theme};
use miftah_core::timed_off::Stage;

/// RFC 3339 in UTC with as many digits as the moment has.
pub(crate) fn of_time(time: Timestamp) -> String {
    time.to_string()
}

/// `None` for what is not a time.
pub(crate) fn time(text: &str) -> Option<Timestamp> {
    text.parse().ok()
}

/// "HH:MM": whole minutes are all that is offered.
pub(crate) fn of_time_of_day(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// `None` for what is no time of the day.
pub(crate) fn time_of_day(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

/// `None` for a number of days that nobody can choose.
pub(crate) fn days(days: i64) -> Option<u32> {
    u32::try_from(days).ok().filter(|days| (1..=MOST_DAYS).contains(days))
}

pub(crate) fn of_timed_stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Arming => "arming",
        Stage::Off => "off",
    }
}

/// "Off" from damaged data: the key is brought back in either case.
pub(crate) fn timed_stage(word: &str) -> Stage {
    match word {
        "arming" => Stage::Arming,
        _ => Stage::Off,
    }
}

pub(crate) fn of_status(status: Status) -> &'static str {
    match status {
        Status::Active => "active",
        Status::Inactive => "inactive",
        Status::Unknown => "unknown",
    }
}

pub(crate) fn status(word: &str) -> Status {
    match word {
        "active" => Status::Active,
        "inactive" => Status::Inactive,
        _ => Status::Unknown,
    }
}

pub(crate) fn of_last_use(last_use: LastUse) -> (&'static str, Option<String>) {
    match last_use {
        LastUse::Never => ("never", None),
        LastUse::At(time) => ("at", Some(of_time(time))),
        LastUse::Unknown => ("unknown", None),
    }
}

/// Never "never used" from damaged data.
pub(crate) fn last_use(word: &str, at: Option<&str>) -> LastUse {
    match (word, at.and_then(time)) {
        ("never", None) => LastUse::Never,
        ("at", Some(time)) => LastUse::At(time),
        _ => LastUse::Unknown,
    }
}

pub(crate) fn of_changed_by(by: ChangedBy) -> &'static str {
    match by {
        ChangedBy::Miftah => "miftah",
        ChangedBy::Elsewhere => "elsewhere",
    }
}

pub(crate) fn changed_by(word: &str) -> Option<ChangedBy> {
    match word {
        "miftah" => Some(ChangedBy::Miftah),
        "elsewhere" => Some(ChangedBy::Elsewhere),
        _ => None,
    }
}

/// `None` follows the system.
pub(crate) fn locale(tag: &str) -> Option<Locale> {
    [Locale::En, Locale::Fr, Locale::Ar].into_iter().find(|locale| locale.tag() == tag)
}

pub(crate) fn of_theme(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    }
}

pub(crate) fn theme(word: &str) -> Theme {
    match word {
        "light" => Theme::Light,
        "dark" => Theme::Dark,
        _ => Theme::System,
    }
}

pub(crate) fn of_because(because: GuidedBecause) -> &'static str {
    match because {
        GuidedBecause::Chosen => "chosen",
        GuidedBecause::NotOffered => "not_offered",
    }
}

pub(crate) fn because(word: &str) -> GuidedBecause {
    match word {
        "not_offered" => GuidedBecause::NotOffered,
        _ => GuidedBecause::Chosen,
    }
}
