//! On which days a key was seen in use: what DHMAD's one date, asked for again and again, can tell.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use super::{OwnCall, UsageSample, explains};
use crate::keys::LastUse;

/// What is known of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// A use of that day was seen. Others may have been hidden by a later one.
    Used,
    /// Nothing used the key.
    Quiet,
    /// Nobody looked, or a later use hid whatever there was.
    NotChecked,
}

/// The days from `first` to `last`, both included, in a time zone. `samples` in any order.
///
/// A check at `s` that names a last use at `u` tells that there was a use at `u`, and none between `u` and `s`. What lay
/// before `u` it hides. Where `u` is a call of Miftah's own, only the quiet after it is known.
pub fn days(
    samples: &[UsageSample],
    own_calls: &[OwnCall],
    (first, last): (Date, Date),
    zone: &TimeZone,
) -> Vec<(Date, Day)> {
    let mut days: Vec<(Date, Day)> = first
        .series(Span::new().days(1))
        .take_while(|day| *day <= last)
        .map(|day| (day, Day::NotChecked))
        .collect();
    let date = |at: Timestamp| at.to_zoned(zone.clone()).date();
    let index = |day: Date| usize::try_from(first.until(day).map_or(-1, |span| span.get_days())).ok();
    for sample in samples {
        let checked = date(sample.at);
        let from = match sample.last_use {
            LastUse::Unknown => continue,
            LastUse::Never => first,
            // A use after the check that tells of it: one of the two clocks is wrong.
            LastUse::At(at) if at > sample.at => continue,
            LastUse::At(at) => {
                let used = date(at);
                if !explains(own_calls, at)
                    && let Some((_, day)) = index(used).and_then(|index| days.get_mut(index))
                {
                    *day = Day::Used;
                }
                used.tomorrow().unwrap_or(used)
            }
        };
        // The day of the check itself is not over.
        let quiet = days.iter_mut().filter(|(day, _)| (from..checked).contains(day));
        quiet.filter(|(_, day)| *day != Day::Used).for_each(|(_, day)| *day = Day::Quiet);
    }
    days
}

#[cfg(test)]
mod tests;
