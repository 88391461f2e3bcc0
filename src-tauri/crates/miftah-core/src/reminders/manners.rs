//! When and how notifications may speak.

use jiff::civil::Time;

/// Hours of the day in which nothing but an urgent expiry speaks. `from` later than `to` lasts over midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet {
    /// The first quiet moment.
    pub from: Time,
    /// The first moment after it.
    pub to: Time,
}

impl Quiet {
    /// Whether it is quiet then. Two equal ends are no quiet hours.
    pub fn holds(&self, time: Time) -> bool {
        if self.from <= self.to {
            (self.from..self.to).contains(&time)
        } else {
            time >= self.from || time < self.to
        }
    }
}

/// How a person wants to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manners {
    /// From when on in the day the summary may come.
    pub digest_at: Time,
    /// When nothing speaks.
    pub quiet: Option<Quiet>,
    /// Notifications say "a live key" instead of a name.
    pub hide_names: bool,
}

impl Manners {
    /// A summary at nine, with names, and no quiet hours.
    pub const fn usual() -> Self {
        Self { digest_at: Time::constant(9, 0, 0, 0), quiet: None, hide_names: false }
    }
}

#[cfg(test)]
mod tests {
    use super::Quiet;
    use jiff::civil::Time;

    fn at(hour: i8, minute: i8) -> Time {
        Time::constant(hour, minute, 0, 0)
    }

    #[test]
    fn quiet_hours_may_last_over_midnight() {
        let night = Quiet { from: at(22, 0), to: at(7, 0) };
        for (time, quiet) in
            [(at(21, 59), false), (at(22, 0), true), (at(0, 0), true), (at(6, 59), true), (at(7, 0), false)]
        {
            assert_eq!(night.holds(time), quiet, "{time}");
        }
        let noon = Quiet { from: at(12, 0), to: at(14, 0) };
        assert!(noon.holds(at(12, 0)) && noon.holds(at(13, 59)) && !noon.holds(at(14, 0)));
        assert!(!Quiet { from: at(9, 0), to: at(9, 0) }.holds(at(9, 0)));
    }
}
