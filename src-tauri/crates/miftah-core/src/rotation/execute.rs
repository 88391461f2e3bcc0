//! R1 to R8: write the intent, send once, seal the answer, put the new key on the clipboard, keep it.

use std::time::Duration;

use jiff::Timestamp;

use crate::keys::{ApiKey, KeyPrefix, KnownKey};
use crate::operations::{Event, Kind, Operation, Stage, Subject};
use crate::ports::{ClipboardError, CopiedKey, Issued, Ports, RemoteError, SendError, StoreError};
use crate::secret::RawAnswer;
use crate::session::Session;

use super::commit::{CommitError, commit};
use super::create::keep_made;
use super::prepare::read;
use super::spooled::fits;
use super::step::{StepError, begin, note, open_operations, step};
use super::{KeyGuard, PrepareError, Prepared, confirm};

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
    /// It is not known whether DHMAD did it. The operation is open: see [`super::Resolver`].
    #[error("the outcome is not known")]
    Unknown(#[source] RemoteError),
    /// The answer is sealed and holds no recognisable key. The operation is open: see [`super::Resolver`].
    #[error("the answer holds no recognisable key")]
    Unreadable,
}

/// Where a received value rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// In the keychain, read back.
    Keychain,
    /// Sealed on this computer; the keychain has not taken it, or nothing proves yet that it is this key's.
    Sealed,
    /// In memory alone: both the disk and the keychain failed after DHMAD had answered.
    Nowhere,
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
    /// Where it rests. If nowhere, `key` is the only copy: hold it until [`keep_again`] succeeds.
    pub kept: Kept,
    /// The new value, for the check.
    pub key: ApiKey,
    /// The operation.
    pub operation: Operation,
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
    let mut prepared = match still_fresh(ports, session, prepared).await? {
        Fresh::Yes(prepared) => prepared,
        Fresh::Changed(prepared) => return Ok(Executed::ConfirmAgain(Box::new(prepared))),
    };
    let mut operation = write_down(ports, &prepared)?;
    let answer = match ports.portal.regenerate(&session.token, &operation.subject.key).await {
        Ok(answer) => answer,
        Err(SendError::NotSent(error)) => {
            note(ports, &mut operation, Event::NotSent);
            return Err(RegenerateError::NotSent(error));
        }
        Err(SendError::Refused(error)) => {
            note(ports, &mut operation, Event::Refused);
            return Err(RegenerateError::Refused(error));
        }
        Err(SendError::Unknown(error)) => {
            prepared.room.leave();
            return Err(RegenerateError::Unknown(error));
        }
    };
    receive(ports, prepared, operation, answer, confirmed).await
}

/// R1 and R2: nothing is sent that is not written down.
fn write_down(ports: &Ports, prepared: &Prepared) -> Result<Operation, RegenerateError> {
    let subject = Subject::of(Kind::Regenerate, &prepared.known, ports.clock.now());
    let mut operation = begin(ports, prepared.room.id.clone(), subject, None).map_err(not_written)?;
    step(ports, &mut operation, Event::Sending).map_err(not_written)?;
    Ok(operation)
}

fn not_written(error: StepError) -> RegenerateError {
    match error {
        StepError::Store(error) => RegenerateError::Store(error),
        // The first two steps of a new operation are legal, unless its record was not what was written.
        StepError::Illegal(_) => RegenerateError::Store(StoreError::Corrupt),
    }
}

/// A new value that is kept takes the place of what was lost before. Not earlier: if the new request comes to nothing,
/// the key is as lost as it was.
fn supersede(ports: &Ports, by: &Operation) {
    let key = &by.subject.key;
    for mut open in open_operations(ports).unwrap_or_default().into_iter().filter(|open| open.id != by.id) {
        let lost = open.subject.key == *key && matches!(open.stage, Stage::Lost | Stage::Replaced);
        // A key that was made and whose value never arrived has one now.
        let orphan = open.subject.kind == Kind::Create && open.issued_id.as_ref() == Some(key);
        if lost || (orphan && open.stage == Stage::Orphan) {
            note(ports, &mut open, Event::Closed);
            super::spooled::wipe(&*ports.spool, &open.id);
        }
    }
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
    let (known, at) = read(ports, session, &prepared.known.key.id).await?;
    if known.key.prefix != prepared.known.key.prefix {
        return Err(RegenerateError::ReplacedElsewhere);
    }
    let confirm = confirm(&known, at);
    let changed = confirm != prepared.confirm;
    let prepared = Prepared { known, confirm, read_at: ports.clock.uptime(), ..prepared };
    Ok(if changed { Fresh::Changed(prepared) } else { Fresh::Yes(prepared) })
}

/// From here on there may be a new key: nothing may end with an error that drops it.
async fn receive(
    ports: &Ports,
    mut prepared: Prepared,
    mut operation: Operation,
    answer: RawAnswer,
    confirmed: Duration,
) -> Result<Executed, RegenerateError> {
    let sealed = prepared.room.seal(&operation.subject.key, &answer);
    if let Err(error) = sealed {
        tracing::error!(%error, "the answer was not sealed");
    }
    let found = ports.portal.read_issued(&answer, operation.subject.environment).ok();
    let Some(issued) = found.filter(|issued| fits(issued, &operation)) else {
        note(ports, &mut operation, Event::Unreadable);
        return Err(RegenerateError::Unreadable);
    };
    let proven = answer.complete && issued.id.as_ref() == Some(&operation.subject.key);
    drop(answer);
    let Issued { key, id, .. } = issued;
    note(ports, &mut operation, Event::Received { prefix: key.prefix(), id });
    let at = ports.clock.now();
    let old_prefix = prepared.known.key.prefix.clone();
    let mut known = prepared.known;
    let label = CopiedKey::of(&known);
    let lasting = ports.timings.clipboard;
    // What is not on the disk goes into the keychain first: durable before shown.
    let early =
        if sealed.is_err() { Some(commit(ports, &mut operation, &mut known, &key).await) } else { None };
    let clipboard = ports.clipboard.offer(label, key.secret(), lasting).await;
    let to_clipboard = ports.clock.uptime().saturating_sub(confirmed);
    let committed = match early {
        Some(committed) => Some(committed),
        None if proven => Some(commit(ports, &mut operation, &mut known, &key).await),
        None => None,
    };
    let kept = match committed {
        Some(Ok(())) => Kept::Keychain,
        // The keychain has it; what was not written down is found out at the next start.
        Some(Err(CommitError::Step(_) | CommitError::Store(_))) if sealed.is_err() => Kept::Keychain,
        _ if sealed.is_ok() => Kept::Sealed,
        _ => Kept::Nowhere,
    };
    if kept == Kept::Keychain {
        supersede(ports, &operation);
    } else {
        tracing::error!(key = known.key.id.as_str(), ?kept, "the keychain has not taken the new key");
        remember_change(ports, &mut known, key.prefix(), at);
    }
    Ok(Executed::Done(Box::new(Regenerated {
        old_prefix,
        new_prefix: key.prefix(),
        at,
        clipboard,
        to_clipboard,
        kept,
        key,
        known,
        operation,
        guard: prepared.guard,
    })))
}

/// The value changed, even if it is not in the keychain yet: a list read later must not call that a stranger's.
fn remember_change(ports: &Ports, known: &mut KnownKey, prefix: KeyPrefix, at: Timestamp) {
    let held = known.held.clone();
    known.changed_here(prefix, at);
    known.held = held;
    if let Err(error) = ports.store.save_keys(std::slice::from_ref(known)) {
        tracing::error!(%error, "the change was not remembered");
    }
}

/// Offers the keychain again what it has not taken yet.
pub async fn keep_again(ports: &Ports, regenerated: &Regenerated) -> Result<(), CommitError> {
    let (mut operation, mut known) = (regenerated.operation.clone(), regenerated.known.clone());
    if operation.stage == Stage::Sending {
        // The journal refused the step before; it has to be there for the next one.
        let event = Event::Received { prefix: regenerated.new_prefix.clone(), id: None };
        step(ports, &mut operation, event)?;
    }
    if operation.subject.kind == Kind::Create {
        return keep_made(ports, &mut operation, &regenerated.key).await;
    }
    commit(ports, &mut operation, &mut known, &regenerated.key).await
}
