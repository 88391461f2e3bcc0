//! Every duration the product promises, in one value, so that tests can scale them together.

use std::time::Duration;

/// How long things may take or last. [`Timings::product`] holds the promised values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timings {
    /// The countdown of the fast path, in which a click or Esc still stops everything.
    pub countdown: Duration,
    /// A countdown ends when the page has not shown a sign of life for this long.
    pub heartbeat: Duration,
    /// How long a copied key stays on the clipboard, and by how much "+30 s" extends it.
    pub clipboard: Duration,
    /// The longest time that a key stays on the clipboard however often it is extended.
    pub clipboard_at_most: Duration,
    /// What the preflight read is older than this at the confirm is read again.
    pub preflight_fresh: Duration,
    /// The check with the new key ends after this, or after [`Timings::check_calls`].
    pub check_total: Duration,
    /// How many `/v1/me` calls the check may spend.
    pub check_calls: u32,
    /// The list is called stale once it is older than this: nothing alarms any more.
    pub list_stale: Duration,
    /// A connection to DHMAD is given up after this.
    pub connect: Duration,
    /// A call to DHMAD is given up after this, connection included.
    pub call: Duration,
    /// How many reads must find a key unchanged before "not carried out" is said.
    pub resolve_reads: u32,
    /// Over how long these reads are spread.
    pub resolve_over: Duration,
    /// How long an operation is watched after "not carried out" was said.
    pub watch_on: Duration,
    /// How long between two reads while it is watched, and between two tries of a keychain that is gone.
    pub try_again: Duration,
    /// A rotation waits at least this long after the old key's last use.
    pub quiet_at_least: Duration,
    /// With samples over less than this, a rotation asks about rare uses, and waits this long for them.
    pub rare_use: Duration,
    /// How long a switched-off key stays before its deletion is offered.
    pub soak: Duration,
    /// The first check in the background comes so long after the start.
    pub first_check: Duration,
    /// A check in the background comes so long after the one before, give or take a tenth.
    pub check_every: Duration,
    /// Guided mode: a key is asked about by itself so long after Miftah last asked.
    pub probe_every: Duration,
    /// Guided mode: what was heard of a key is called stale once it is older than this.
    pub probe_stale: Duration,
    /// What a minute of a timed switch-off lasts.
    pub minute: Duration,
    /// A live key that was used within this time is not switched off for a while.
    pub in_use: Duration,
    /// How long after its window was closed the app gives the window's memory back.
    pub window_closed: Duration,
}

impl Timings {
    /// The values the product promises.
    pub const fn product() -> Self {
        Self {
            countdown: Duration::from_secs(3),
            heartbeat: Duration::from_secs(1),
            clipboard: Duration::from_secs(30),
            clipboard_at_most: Duration::from_mins(5),
            preflight_fresh: Duration::from_secs(15),
            check_total: Duration::from_secs(30),
            check_calls: 6,
            list_stale: Duration::from_hours(48),
            connect: Duration::from_secs(10),
            call: Duration::from_secs(30),
            resolve_reads: 3,
            resolve_over: Duration::from_mins(1),
            watch_on: Duration::from_mins(10),
            try_again: Duration::from_mins(2),
            quiet_at_least: Duration::from_hours(24),
            rare_use: Duration::from_hours(35 * 24),
            soak: Duration::from_hours(7 * 24),
            first_check: Duration::from_secs(20),
            check_every: Duration::from_hours(6),
            probe_every: Duration::from_hours(7 * 24),
            probe_stale: Duration::from_hours(9 * 24),
            minute: Duration::from_mins(1),
            in_use: Duration::from_hours(7 * 24),
            window_closed: Duration::from_secs(30),
        }
    }
}
