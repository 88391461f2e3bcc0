//! When the next check is due: a few a day, never two at once, and none while DHMAD wants to be left alone.
//!
//! A pure rule over the clock's uptime, which counts the time the computer slept.

use std::collections::VecDeque;
use std::time::Duration;

use crate::Timings;

/// No more checks than this in any 24 hours, but for those that the person asks for.
const A_DAY: usize = 12;
const DAY: Duration = Duration::from_hours(24);
/// A computer that wakes, or a network that returns, is no reason to ask again what was asked less than this ago.
const RECENT: Duration = Duration::from_hours(1);
/// After a failure the next try comes after this, then after twice as long each time.
const FIRST_RETRY: Duration = Duration::from_mins(2);
/// Where DHMAD does not say how long it wants to be left alone.
const LEFT_ALONE: Duration = Duration::from_mins(15);

/// How a check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// DHMAD answered.
    Checked,
    /// No network, or no answer that says anything.
    Failed,
    /// Too many requests from this address: the whole account is left alone, for so long if DHMAD said it.
    RateLimited(Option<Duration>),
    /// Nothing was asked: the keyring is locked, or nobody is signed in.
    Skipped,
}

/// Why a check may come earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Poke {
    /// The person wants to know now.
    Asked,
    /// The computer woke from sleep.
    Resumed,
    /// The network returned.
    NetworkBack,
    /// The keyring was opened, or somebody signed in.
    Opened,
}

/// A check that runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Running {
    /// It is one of the few of a day.
    counts: bool,
    /// Something was opened meanwhile, which it may have found shut.
    opened: bool,
}

/// The plan. Moments are uptimes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    every: Duration,
    next: Duration,
    /// DHMAD said "not before".
    not_before: Duration,
    checked: Option<Duration>,
    failures: u32,
    /// The next check is the person's.
    asked: bool,
    running: Option<Running>,
    /// The checks of the last 24 hours, without those that the person asked for.
    begun: VecDeque<Duration>,
}

impl Schedule {
    /// At the start of the app.
    pub fn new(timings: &Timings, now: Duration) -> Self {
        Self {
            every: timings.check_every,
            next: now + timings.first_check,
            not_before: now,
            checked: None,
            failures: 0,
            asked: false,
            running: None,
            begun: VecDeque::new(),
        }
    }

    /// What was before the start, so long ago: the checks of the last 24 hours, and the last that went well. An app that
    /// is started again and again asks no more often for it.
    pub fn resume(&mut self, begun: &[Duration], checked: Option<Duration>, now: Duration) {
        let at = |ago: &Duration| now.saturating_sub(*ago);
        self.begun = begun.iter().filter(|ago| **ago < DAY).map(at).collect();
        self.begun.make_contiguous().sort();
        if let Some(checked) = checked.filter(|ago| *ago < RECENT) {
            self.checked = Some(at(&checked));
            self.next = self.next.max(now + self.every.saturating_sub(checked));
        }
    }

    /// When the next check is due. It may move while nothing runs.
    pub fn next(&self) -> Duration {
        // The person need not wait for it.
        let full = self.begun.len().checked_sub(A_DAY).filter(|_| !self.asked);
        let first = full.and_then(|index| self.begun.get(index));
        let room = first.map_or(Duration::ZERO, |first| *first + DAY);
        self.next.max(self.not_before).max(room)
    }

    /// Whether a check is under way.
    pub fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// Whether a check should begin now.
    pub fn is_due(&self, now: Duration) -> bool {
        self.running.is_none() && now >= self.next()
    }

    /// A check begins.
    pub fn begin(&mut self, now: Duration) {
        let counts = !std::mem::take(&mut self.asked);
        self.running = Some(Running { counts, opened: false });
        self.begun.retain(|begun| now.saturating_sub(*begun) < DAY);
        if counts {
            self.begun.push_back(now);
        }
    }

    /// A reason to look earlier. Never earlier than DHMAD allows. A check that runs is the answer to it.
    pub fn poke(&mut self, why: Poke, now: Duration) {
        if let Some(running) = &mut self.running {
            running.opened |= why == Poke::Opened;
            return;
        }
        match why {
            Poke::Asked => {
                self.next = now;
                self.asked = true;
            }
            Poke::Opened => self.next = self.next.min(now),
            Poke::Resumed | Poke::NetworkBack => {
                let recent = self.checked.is_some_and(|checked| now.saturating_sub(checked) < RECENT);
                if !recent {
                    self.next = self.next.min(now);
                }
            }
        }
    }

    /// DHMAD answered for the keys without this schedule: the person looked at the list.
    pub fn heard(&mut self, now: Duration) {
        self.checked = Some(now);
        self.next = self.next.max(now + self.every);
    }

    /// The check ended. `jitter` lies between 0 and 1.
    pub fn ended(&mut self, how: Ended, now: Duration, jitter: f64) {
        let Some(running) = self.running.take() else { return };
        let spread = |span: Duration| span.mul_f64(0.9 + 0.2 * jitter.clamp(0.0, 1.0));
        match how {
            Ended::Checked => {
                self.failures = 0;
                self.checked = Some(now);
                self.next = now + spread(self.every);
            }
            Ended::Skipped => {
                // Nothing was sent, so nothing is used up.
                if running.counts {
                    self.begun.pop_back();
                }
                self.next = if running.opened { now } else { now + spread(self.every) };
            }
            Ended::Failed => {
                let wait = FIRST_RETRY.saturating_mul(2_u32.saturating_pow(self.failures)).min(self.every);
                self.failures = self.failures.saturating_add(1);
                self.next = now + spread(wait);
            }
            Ended::RateLimited(wait) => {
                self.failures = self.failures.saturating_add(1);
                self.not_before = now.saturating_add(wait.unwrap_or(LEFT_ALONE));
                self.next = self.not_before.saturating_add(spread(FIRST_RETRY));
            }
        }
    }
}

#[cfg(test)]
mod tests;
