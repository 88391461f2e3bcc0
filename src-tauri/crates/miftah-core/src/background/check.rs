//! One check in the background: the list with a developer token, or in guided mode the keys that are due.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::Ended;
use super::begun::note_begun;
use crate::guided::{CheckKeyError, check_key};
use crate::keys::{KnownKey, ListKeysError, Listing, list_known, refresh};
use crate::ports::{KeychainState, Ports, RemoteError, StoreError};
use crate::rotation::Untested;
use crate::session::Session;
use crate::settings::Access;

/// Guided mode asks about so many keys at one check at most,
const PROBES: usize = 4;
/// or about this part of them, so that each has its turn within a week on a computer that is on for half of it.
const CHECKS_A_WEEK: usize = 14;

/// What a check brought.
#[derive(Debug)]
pub struct Checked {
    /// How it ended, for the schedule.
    pub ended: Ended,
    /// The list, where DHMAD sent one.
    pub listing: Option<Listing>,
    /// DHMAD does not offer the list to this account.
    pub not_offered: bool,
}

impl Checked {
    const fn nothing(ended: Ended) -> Self {
        Self { ended, listing: None, not_offered: false }
    }
}

/// Asks DHMAD. Never raises a password prompt: a locked keyring is left alone.
pub async fn check(ports: &Ports, session: Option<&Session>) -> Result<Checked, StoreError> {
    match (ports.store.settings()?.access, session) {
        (Access::SignedOut, _) | (Access::Full(_), None) => Ok(Checked::nothing(Ended::Skipped)),
        (Access::Full(_), Some(session)) => {
            note_begun(ports)?;
            from_list(refresh(ports, session).await)
        }
        (access @ Access::Guided { .. }, _) => probe(ports, &access).await,
    }
}

fn from_list(listing: Result<Listing, ListKeysError>) -> Result<Checked, StoreError> {
    match listing {
        Ok(listing) => Ok(Checked { ended: Ended::Checked, listing: Some(listing), not_offered: false }),
        Err(ListKeysError::Remote(RemoteError::NotOffered)) => {
            Ok(Checked { ended: Ended::Failed, listing: None, not_offered: true })
        }
        Err(ListKeysError::Remote(RemoteError::RateLimited { retry_after })) => {
            Ok(Checked::nothing(Ended::RateLimited(retry_after)))
        }
        Err(ListKeysError::Remote(_)) => Ok(Checked::nothing(Ended::Failed)),
        Err(ListKeysError::Store(error)) => Err(error),
    }
}

async fn probe(ports: &Ports, access: &Access) -> Result<Checked, StoreError> {
    if !matches!(ports.keychain.state().await, KeychainState::Ready { .. }) {
        return Ok(Checked::nothing(Ended::Skipped));
    }
    let mut due = Vec::new();
    let held = list_known(ports, access)?.keys;
    let most = PROBES.max(held.len().div_ceil(CHECKS_A_WEEK));
    for known in held {
        if is_due(ports, &known)? {
            due.push(known);
        }
    }
    // Those asked about longest ago come first; the rest waits for the next check.
    due.sort_by_key(|known| known.seen_at);
    if !due.is_empty() {
        note_begun(ports)?;
    }
    for known in due.iter().take(most) {
        match check_key(ports, known).await {
            Ok(taken) => match taken.untested() {
                None => {}
                Some(Untested::RateLimited) => return Ok(Checked::nothing(Ended::RateLimited(None))),
                Some(_) => return Ok(Checked::nothing(Ended::Failed)),
            },
            Err(CheckKeyError::Store(error)) => return Err(error),
            // One key that DHMAD does not accept says nothing about the others.
            Err(CheckKeyError::Refused | CheckKeyError::NotHeld) => {}
            Err(CheckKeyError::Keychain(_)) => return Ok(Checked::nothing(Ended::Skipped)),
        }
    }
    Ok(Checked::nothing(Ended::Checked))
}

/// At most one call of Miftah's own a week for each key: each may hide when others used it.
fn is_due(ports: &Ports, known: &KnownKey) -> Result<bool, StoreError> {
    let now = ports.clock.now();
    let lately = |moment: Timestamp| is_near(moment, ports.timings.probe_every, now);
    // By both clocks, since either may be wrong: DHMAD dates a call, and this computer what it heard.
    let heard = known.tested && lately(known.seen_at);
    let called = ports.store.own_calls(&known.account, &known.key.id)?.iter().any(|call| lately(call.to));
    Ok(!heard && !called)
}

fn is_near(moment: Timestamp, every: Duration, now: Timestamp) -> bool {
    now.duration_since(moment).abs() < SignedDuration::try_from(every).unwrap_or(SignedDuration::MAX)
}
