//! The list of keys: read from DHMAD, or as Miftah last knew it.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

use super::{AccountId, KeyId, KnownKey};
use crate::ports::{Ports, RemoteError, StoreError};
use crate::rotation::observe;
use crate::session::Session;
use crate::settings::Access;
use crate::usage;

/// Why the list could not be refreshed. What was known before stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ListKeysError {
    /// DHMAD did not answer with a list.
    #[error(transparent)]
    Remote(#[from] RemoteError),
    /// It did, and it could not be remembered.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What a list covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All keys of the account.
    All,
    /// The keys known to Miftah; others may exist.
    Known,
}

/// A list to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The keys, in the order they were first seen.
    pub keys: Vec<KnownKey>,
    /// What it covers.
    pub scope: Scope,
    /// When DHMAD last answered for all of it.
    pub checked_at: Option<Timestamp>,
    /// Entries that DHMAD sent and Miftah could not read.
    pub unreadable: u32,
    /// Whether DHMAD was asked just now and every page was read. Else nothing follows from a key's absence.
    pub complete: bool,
    /// How far DHMAD's clock was ahead of this computer's, if it said its time just now.
    pub clock_off: Option<SignedDuration>,
}

impl Listing {
    /// What was known before; nobody was asked.
    fn remembered(keys: Vec<KnownKey>, scope: Scope, checked_at: Option<Timestamp>) -> Self {
        Self { keys, scope, checked_at, unreadable: 0, complete: false, clock_off: None }
    }
}

/// Less than this says nothing: answers take their time, and DHMAD's own clock need not be exact.
const CLOCK_OFF: SignedDuration = SignedDuration::from_mins(5);

/// The time by DHMAD's clock, where this computer's is wrong: ages and last uses are DHMAD's dates.
pub fn by_dhmads_clock(now: Timestamp, clock_off: Option<SignedDuration>) -> Timestamp {
    let off = clock_off.filter(|off| is_wrong(*off)).unwrap_or_default();
    now.saturating_add(off).unwrap_or(now)
}

/// Whether a clock that is off by so much is wrong.
pub fn is_wrong(clock_off: SignedDuration) -> bool {
    clock_off.abs() >= CLOCK_OFF
}

/// Asks DHMAD for all keys of the session's account and remembers them.
pub async fn refresh(ports: &Ports, session: &Session) -> Result<Listing, ListKeysError> {
    let asked_at = ports.clock.now();
    let read = ports.portal.list_keys(&session.token).await?;
    let now = ports.clock.now();
    let mut known: HashMap<KeyId, KnownKey> =
        ports.store.keys(&session.account)?.into_iter().map(|known| (known.key.id.clone(), known)).collect();
    let keys: Vec<KnownKey> = read
        .keys
        .into_iter()
        .map(|key| match known.remove(&key.id) {
            Some(mut before) => {
                before.update_as_of(key, asked_at, now);
                before
            }
            None => KnownKey::first_seen(session.account.clone(), key, now),
        })
        .collect();
    ports.store.save_keys(&keys)?;
    if let Some(mut account) = ports.store.accounts()?.into_iter().find(|known| known.id == session.account) {
        account.listed_at = Some(now);
        ports.store.save_account(&account)?;
    }
    // By DHMAD's clock: what is compared with its last uses must not hang on ours.
    if let Err(error) = usage::remember(&*ports.store, &keys, read.server_date.unwrap_or(now)) {
        tracing::warn!(%error, "what this check said of the keys' use was not remembered");
    }
    observe(ports, &keys, asked_at)?;
    Ok(Listing {
        keys,
        scope: Scope::All,
        checked_at: Some(now),
        unreadable: read.unreadable,
        complete: read.complete && read.unreadable == 0,
        clock_off: read.server_date.map(|date| date.duration_since(now)),
    })
}

/// The list as Miftah last knew it, without asking anybody.
pub fn list_known(ports: &Ports, access: &Access) -> Result<Listing, StoreError> {
    match access {
        Access::SignedOut => Ok(Listing::remembered(Vec::new(), Scope::Known, None)),
        Access::Full(account) => of_account(ports, account),
        Access::Guided { .. } => {
            let keys: Vec<KnownKey> =
                ports.store.all_keys()?.into_iter().filter(|known| known.held.is_some()).collect();
            let checked_at = keys.iter().filter(|known| known.tested).map(|known| known.seen_at).max();
            Ok(Listing::remembered(keys, Scope::Known, checked_at))
        }
    }
}

fn of_account(ports: &Ports, account: &AccountId) -> Result<Listing, StoreError> {
    let listed_at = ports
        .store
        .accounts()?
        .into_iter()
        .find(|known| known.id == *account)
        .and_then(|known| known.listed_at);
    // A key that the last whole list did not name is not shown; nothing else is concluded from its absence.
    let keys = ports
        .store
        .keys(account)?
        .into_iter()
        .filter(|known| listed_at.is_none_or(|at| known.seen_at >= at))
        .collect();
    Ok(Listing::remembered(keys, Scope::All, listed_at))
}
