//! After how long something is worth a word.

use crate::keys::Environment;
use crate::remarks::Advice;

/// In days, for the keys of one environment. `None` is never.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// From the base date on, without any use.
    pub never_used: Option<u32>,
    /// From the last use on, or the base date if that is later.
    pub unused: Option<u32>,
    /// From the base date on.
    pub stale: Option<u32>,
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
        let usual = Thresholds { never_used: Some(14), unused: Some(45), stale: Some(90) };
        Self { live: usual, sandbox: usual }
    }

    /// Those of one key: what the person decided for it comes before its environment's.
    pub fn of(&self, environment: Environment, advice: Advice) -> Thresholds {
        let general = match environment {
            Environment::Live => self.live,
            Environment::Sandbox => self.sandbox,
        };
        match advice {
            Advice::Usual => general,
            Advice::After(days) => Thresholds { stale: Some(days), ..general },
            Advice::Never => Thresholds { stale: None, ..general },
        }
    }
}
