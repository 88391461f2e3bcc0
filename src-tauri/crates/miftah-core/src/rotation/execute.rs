//! R1 to R8: write the intent, send once, keep the new key, put it on the clipboard.

use std::time::Duration;

use jiff::Timestamp;

use crate::keys::{ApiKey, KeyPrefix, KnownKey, refresh};
use crate::ports::{
    ClipboardError, CopiedKey, Issued, Ports, RemoteError, SendError, StoreError,
};
use crate::session::Session;

use super::keep::keep_pending;
use super::prepare::read;
use super::{KeyGuard, PrepareError, Prepared, confirm, keep};

/// Why a confirmed regenerate brought no new key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RegenerateError {
    /// The read before the send failed. Nothing was sent; the old key works.
    #[error(transparent)]
    Preflight(#[from] PrepareError),
    /// Somebody regenerated the key between the preflight and the confirm. Nothing was sent.
    #[error("the key was replaced elsewhere meanwhile")]
    ReplacedElsewhere,
    /// The step could not be written down. Nothing was sent.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The request did not go out; the old key works.
    #[error("nothing was sent")]
    NotSent(#[source] RemoteError),
    /// DHMAD said that it did not do it; the old key works.
    #[error("DHMAD refused")]
    Refused(#[source] RemoteError),
    /// It is not known whether DHMAD did it.
    #[error("the outcome is not known")]
    Unknown(#[source] RemoteError),
    /// The old key is dead and the new one did not arrive.
    #[error("the new key did not arrive")]
    Lost,
    /// The old key is dead and the answer holds no recognisable key.
    #[error("the answer holds no recognisable key")]
    Unreadable,
}

/// A new key, received.
pub struct Regenerated {
    /// The key as Miftah knows it now.
    pub known: KnownKey,
    /// The value that died.
    pub old_prefix: Option<KeyPrefix>,
    /// The value that lives.
    pub new_prefix: KeyPrefix,
    /// When it arrived.
    pub at: Timestamp,
    /// Whether the clipboard took it.
    pub clipboard: Result<(), ClipboardError>,
    /// How long that took from the confirm on.
    pub to_clipboard: Duration,
    /// Whether the keychain holds it. If not, `key` is the only copy: hold it until [`keep`] succeeds.
    pub kept: bool,
    /// The new value, for the check.
    pub key: ApiKey,
    /// Lets go of the key when dropped.
    pub guard: KeyGuard,
}

/// What a confirmed regenerate led to.
pub enum Executed {
    /// A new key.
    Done(Box<Regenerated>),
    /// The key changed its class while the person was deciding: ask again, in the new way. Nothing was sent.
    ConfirmAgain(Box<Prepared>),
}

/// Carries out what the person confirmed. The request is sent at most once.
pub async fn execute(
    ports: &Ports,
    session: &Session,
    prepared: Prepared,
) -> Result<Executed, RegenerateError> {
    let confirmed = ports.clock.uptime();
    let prepared = match still_fresh(ports, session, prepared).await? {
        Fresh::Yes(prepared) => prepared,
        Fresh::Changed(prepared) => return Ok(Executed::ConfirmAgain(Box::new(prepared))),
    };
    let id = prepared.known.key.id.clone();
    let answer = match ports.portal.regenerate(&session.token, &id).await {
        Ok(answer) => answer,
        Err(SendError::NotSent(error)) => return Err(RegenerateError::NotSent(error)),
        Err(SendError::Refused(error)) => return Err(RegenerateError::Refused(error)),
        Err(SendError::Unknown(error)) => return Err(look(ports, session, &prepared, error).await),
    };
    let issued = ports
        .portal
        .read_issued(&answer, prepared.known.key.environment)
        .ok()
        .filter(|issued| is_for(issued, &prepared.known));
    drop(answer);
    let Some(issued) = issued else { return Err(RegenerateError::Unreadable) };
    Ok(Executed::Done(Box::new(receive(ports, prepared, issued.key, confirmed).await)))
}

enum Fresh {
    Yes(Prepared),
    Changed(Prepared),
}

/// A preflight that has waited for the person too long is read again.
async fn still_fresh(ports: &Ports, session: &Session, prepared: Prepared) -> Result<Fresh, RegenerateError> {
    let waited = ports.clock.uptime().saturating_sub(prepared.read_at);
    if waited <= ports.timings.preflight_fresh {
        return Ok(Fresh::Yes(prepared));
    }
    let known = read(ports, session, &prepared.known.key.id).await?;
    if known.key.prefix != prepared.known.key.prefix {
        return Err(RegenerateError::ReplacedElsewhere);
    }
    let confirm = confirm(&known, ports.clock.now());
    let changed = confirm != prepared.confirm;
    let prepared = Prepared { known, confirm, read_at: ports.clock.uptime(), guard: prepared.guard };
    Ok(if changed { Fresh::Changed(prepared) } else { Fresh::Yes(prepared) })
}

/// A valid key of another id, or the value that was there before, is no answer to this request.
fn is_for(issued: &Issued, known: &KnownKey) -> bool {
    issued.id.as_ref().is_none_or(|id| *id == known.key.id)
        && known.key.prefix.as_ref().is_none_or(|before| *before != issued.key.prefix())
}

/// One look at the list after an unknown outcome. A changed prefix is proof; an unchanged one is none.
async fn look(ports: &Ports, session: &Session, prepared: &Prepared, error: RemoteError) -> RegenerateError {
    let Ok(listing) = refresh(ports, session).await else { return RegenerateError::Unknown(error) };
    let now = listing.keys.iter().find(|known| known.key.id == prepared.known.key.id);
    let before = prepared.known.key.prefix.as_ref();
    match (before, now.and_then(|known| known.key.prefix.as_ref())) {
        (Some(before), Some(now)) if before != now => RegenerateError::Lost,
        _ => RegenerateError::Unknown(error),
    }
}

/// From here on there is a new key: nothing may end with an error that drops it.
async fn receive(ports: &Ports, prepared: Prepared, key: ApiKey, confirmed: Duration) -> Regenerated {
    let mut known = prepared.known;
    let at = ports.clock.now();
    let pending = keep_pending(ports, &known, &key).await;
    let clipboard = ports.clipboard.offer(CopiedKey::of(&known), key.secret(), ports.timings.clipboard).await;
    let to_clipboard = ports.clock.uptime().saturating_sub(confirmed);
    let old_prefix = known.key.prefix.clone();
    let current = keep(ports, &mut known, &key).await;
    // One slot is enough: a copy looks into the pending one where the current one is not the newest.
    let kept = current.is_ok() || pending.is_ok();
    if let Err(error) = current {
        tracing::error!(%error, key = known.key.id.as_str(), kept, "the current slot has not taken the new key");
        known.changed_here(key.prefix(), at);
        known.held = kept.then(|| key.prefix());
        if let Err(error) = ports.store.save_keys(std::slice::from_ref(&known)) {
            tracing::error!(%error, "the change was not remembered");
        }
    }
    Regenerated {
        old_prefix,
        new_prefix: key.prefix(),
        at,
        clipboard,
        to_clipboard,
        kept,
        key,
        known,
        guard: prepared.guard,
    }
}
