//! The rate limit: so many requests a minute from one address, over a sliding window `[D]`.
//!
//! Not here: the 429 body (`errors.rs`). The header names are `[ND]`; `Reset` is an epoch second.

use std::collections::{HashMap, VecDeque};
use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};

const WINDOW: SignedDuration = SignedDuration::from_secs(60);

/// What the window says about one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// The limit in force.
    pub(crate) limit: u32,
    /// What is left after this request.
    pub(crate) remaining: u32,
    /// The epoch second at which the oldest counted request leaves the window.
    pub(crate) reset: i64,
    /// Seconds to wait, when the request is refused.
    pub(crate) retry_after: Option<i64>,
}

/// The requests of the last minute, by address.
#[derive(Debug, Default)]
pub(crate) struct Limiter {
    seen: HashMap<IpAddr, VecDeque<Timestamp>>,
}

impl Limiter {
    /// Counts a request of `address`; a refused one is not counted.
    pub(crate) fn admit(&mut self, address: IpAddr, now: Timestamp, limit: u32) -> Verdict {
        let seen = self.seen.entry(address).or_default();
        while seen.front().is_some_and(|first| now.duration_since(*first) >= WINDOW) {
            seen.pop_front();
        }
        let refused = seen.len() >= limit as usize;
        if !refused {
            seen.push_back(now);
        }
        let oldest = seen.front().copied().unwrap_or(now);
        let wait = WINDOW.saturating_sub(now.duration_since(oldest));
        let seconds = (wait.as_secs() + i64::from(wait.subsec_nanos() > 0)).max(1);
        let used = u32::try_from(seen.len()).unwrap_or(u32::MAX);
        Verdict {
            limit,
            remaining: limit.saturating_sub(used),
            reset: now.as_second() + seconds,
            retry_after: refused.then_some(seconds),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);
    const THERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(127, 0, 0, 2));

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_700_000_000 + seconds).unwrap()
    }

    #[test]
    fn window_slides_instead_of_starting_again() {
        let mut limiter = Limiter::default();
        assert_eq!(limiter.admit(HERE, at(0), 2).remaining, 1);
        assert_eq!(limiter.admit(HERE, at(50), 2).remaining, 0);
        assert_eq!(limiter.admit(HERE, at(59), 2).retry_after, Some(1));
        assert_eq!(limiter.admit(HERE, at(60), 2).retry_after, None);
        assert_eq!(limiter.admit(HERE, at(61), 2).retry_after, Some(49), "the one of second 50 still counts");
    }

    #[test]
    fn addresses_do_not_share_a_window() {
        let mut limiter = Limiter::default();
        limiter.admit(HERE, at(0), 1);
        assert_eq!(limiter.admit(HERE, at(1), 1).retry_after, Some(59));
        assert_eq!(limiter.admit(THERE, at(1), 1).retry_after, None);
    }

    #[test]
    fn reset_is_when_the_oldest_leaves() {
        let mut limiter = Limiter::default();
        limiter.admit(HERE, at(0), 5);
        assert_eq!(limiter.admit(HERE, at(20), 5).reset, at(60).as_second());
    }
}
