//! After how long something is worth a word.

use crate::keys::Environment;
use crate::remarks::{KeyAdvice, MOST_DAYS};

/// For the keys of one environment, in days. `None` is never.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// From the base date on, without any use.
    pub never_used: Option<u32>,
    /// From the last use on, or the base date if that is later.
    pub unused: Option<u32>,
    /// From the base date on.
    pub stale: Option<u32>,
    /// Whether an expiry to come is told. One that has come always is.
    pub expiry: bool,
}

/// The thresholds of each environment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// For real money.
    pub live: Thresholds,
    /// For tests.
    pub sandbox: Thresholds,
}

impl Policy {
    /// 14, 45 and 90 days, the last as DHMAD's guide advises.
    pub const fn usual() -> Self {
        let usual = Thresholds { never_used: Some(14), unused: Some(45), stale: Some(90), expiry: true };
        Self { live: usual, sandbox: usual }
    }

    /// Those of one key: what the person decided for it comes before its environment's.
    pub fn of(&self, environment: Environment, advice: KeyAdvice) -> Thresholds {
        let general = match environment {
            Environment::Live => self.live,
            Environment::Sandbox => self.sandbox,
        };
        Thresholds {
            never_used: advice.never_used.or(general.never_used),
            unused: advice.unused.or(general.unused),
            stale: advice.stale.or(general.stale),
            ..general
        }
    }

    /// Whether every number of days lies between one day and ten years.
    pub fn in_bounds(&self) -> bool {
        [self.live, self.sandbox]
            .into_iter()
            .flat_map(|thresholds| [thresholds.never_used, thresholds.unused, thresholds.stale])
            .flatten()
            .all(|days| (1..=MOST_DAYS).contains(&days))
    }
}
