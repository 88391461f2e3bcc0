//! Makes a key, by the same safe way as a regenerate: tagged and written down, sent once, sealed, copied, kept.
//!
//! Its name carries a tag until the key is kept: if the answer never arrives, that is how it is found.

use std::time::Duration;

use crate::keys::{
    ApiKey, Environment, Key, KeyId, KeyPrefix, KnownKey, LastUse, NameError, Status, check_name, refresh,
};
use crate::operations::{Baseline, Event, Kind, Operation, OperationId, Stage, Subject, Tag};
use crate::ports::{CopiedKey, Issued, NewKey, Ports, RemoteError, StoreError};
use crate::session::Session;

use super::commit::CommitError;
use super::execute::{Kept, Regenerated};
use super::issue::{Arrived, NotMade, issue};
use super::prepare::make_room;
use super::safe::keep_successor;
use super::step::{StepError, begin, step};
use super::{KeyLocks, PrepareError, Resolver};

/// The key that is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// Its name.
    pub name: String,
    /// Live or sandbox.
    pub environment: Environment,
    /// Requests a minute; `None` leaves it to DHMAD.
    pub rate_limit: Option<u32>,
}

/// Why no key was made, or none is known to be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CreateError {
    /// The text is no name.
    #[error(transparent)]
    Name(#[from] NameError),
    /// The preflight failed. Nothing was sent.
    #[error(transparent)]
    Preflight(#[from] PrepareError),
    /// The step could not be written down. Nothing was sent.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// DHMAD did not make it: the account's number of keys may be used up.
    #[error("DHMAD did not make a key")]
    NoRoom,
    /// The request did not go out, or DHMAD refused it.
    #[error("no key was made")]
    NotMade(#[source] RemoteError),
    /// Whether it was made is not known, or its answer cannot be read: the operation is to be resolved.
    #[error("whether a key was made is not known")]
    Unknown(Box<Operation>),
}

/// Makes a key. The request is sent at most once.
pub async fn create(
    ports: &Ports,
    locks: &KeyLocks,
    session: &Session,
    wish: &Wish,
) -> Result<Box<Regenerated>, CreateError> {
    let confirmed = ports.clock.uptime();
    let name = check_name(&wish.name)?.to_owned();
    let provisional = provisional()?;
    let guard = locks.take(&provisional).ok_or(PrepareError::Busy)?;
    let mut room = make_room(ports, Kind::Create, &provisional).await?;
    // Whether DHMAD can be asked at all, and accepts the session.
    refresh(ports, session).await.map_err(PrepareError::from)?;
    let tag = Tag::make().map_err(|_| PrepareError::Random)?;
    let new =
        NewKey { name: tag.name_for(&name), environment: wish.environment, rate_limit: wish.rate_limit };
    let subject = Subject {
        kind: Kind::Create,
        account: session.account.clone(),
        key: provisional.clone(),
        environment: wish.environment,
        baseline: Baseline { prefix: None, works: false, last_use: None },
    };
    let mut operation = begin(ports, room.id.clone(), subject, Some(tag)).map_err(not_written)?;
    step(ports, &mut operation, Event::Sending).map_err(not_written)?;
    let arrived = issue(ports, session, &mut operation, &mut room, &provisional, &new).await;
    let arrived = arrived.map_err(|error| match error {
        NotMade::NotSent(error) | NotMade::Refused(error) => CreateError::NotMade(error),
        NotMade::NoRoom => CreateError::NoRoom,
    })?;
    let Some(Arrived { issued, sealed }) = arrived else {
        return Err(CreateError::Unknown(Box::new(operation)));
    };
    let at = ports.clock.now();
    let mut known = described(session, wish, &name, &issued, provisional, at);
    // What is not on the disk goes into the keychain first: durable before shown.
    let early = if sealed { None } else { Some(keep_unsealed(ports, &mut operation, &issued).await) };
    let label = CopiedKey::of(&known);
    let clipboard = ports.clipboard.offer(label, issued.key.secret(), ports.timings.clipboard).await;
    let to_clipboard: Duration = ports.clock.uptime().saturating_sub(confirmed);
    let key = issued.key;
    if early.is_none() {
        // The list says which key it is: an answer's own word for it is not enough.
        let mut resolver = Resolver::new(operation);
        let outlook = resolver.look(ports, Some(session)).await;
        operation = resolver.operation;
        if operation.stage != Stage::Done {
            tracing::error!(?outlook, "the new key waits in the spool");
        }
    }
    let kept = match (operation.stage, sealed) {
        (Stage::Done, _) => Kept::Keychain,
        (_, true) => Kept::Sealed,
        (_, false) => Kept::Nowhere,
    };
    if kept == Kept::Keychain
        && let Some(id) = &operation.issued_id
        && let Some(stored) = ports.store.keys(&session.account)?.into_iter().find(|one| one.key.id == *id)
    {
        known = stored;
    }
    let new_prefix = key.prefix();
    let (old_prefix, guard) = (None, guard);
    Ok(Box::new(Regenerated {
        known,
        old_prefix,
        new_prefix,
        at,
        clipboard,
        to_clipboard,
        kept,
        key,
        operation,
        guard,
    }))
}

/// No id of DHMAD's: it names the lock and binds the seal until there is one.
fn provisional() -> Result<KeyId, CreateError> {
    let id = OperationId::make().map_err(|_| PrepareError::Random)?;
    Ok(KeyId::parse(&format!("new-{}", id.as_str())).map_err(|_| PrepareError::Random)?)
}

/// What is known of the key until a list describes it.
fn described(
    session: &Session,
    wish: &Wish,
    name: &str,
    issued: &Issued,
    provisional: KeyId,
    at: jiff::Timestamp,
) -> KnownKey {
    let prefix: KeyPrefix = issued.key.prefix();
    let key = Key {
        id: issued.id.clone().unwrap_or(provisional),
        name: name.to_owned(),
        environment: wish.environment,
        prefix: Some(prefix),
        status: Status::Active,
        last_use: LastUse::Never,
        created_at: Some(at),
        expires_at: None,
        rate_limit: wish.rate_limit,
    };
    KnownKey::first_seen(session.account.clone(), key, at)
}

/// Which key it is, by the answer or by the key's own word.
async fn identify(ports: &Ports, id: Option<&KeyId>, key: &ApiKey) -> Result<KeyId, RemoteError> {
    match id {
        Some(id) => Ok(id.clone()),
        None => Ok(ports.portal.me(key).await?.key.id),
    }
}

async fn keep_unsealed(ports: &Ports, operation: &mut Operation, issued: &Issued) -> Result<(), CommitError> {
    let id = identify(ports, issued.id.as_ref(), &issued.key).await.map_err(CommitError::Unidentified)?;
    keep_successor(ports, operation, &id, &issued.key).await
}

/// Offers the keychain a made key that is nowhere but in memory.
pub(super) async fn keep_made(
    ports: &Ports,
    operation: &mut Operation,
    key: &ApiKey,
) -> Result<(), CommitError> {
    let id = identify(ports, operation.issued_id.as_ref(), key).await.map_err(CommitError::Unidentified)?;
    keep_successor(ports, operation, &id, key).await
}

/// The tag has served: the key gets the name that was wished for. Where DHMAD does not change it, Miftah shows it so.
pub(super) async fn finish_name(
    ports: &Ports,
    session: Option<&Session>,
    operation: &Operation,
    listed: &str,
) {
    let (Kind::Create, Some(tag), Some(id)) = (operation.subject.kind, &operation.tag, &operation.issued_id)
    else {
        return;
    };
    let Some(name) = tag.base_of(listed) else { return };
    let renamed = match session {
        Some(session) => ports.portal.rename_key(&session.token, id, name).await.is_ok(),
        None => false,
    };
    let keys = ports.store.keys(&operation.subject.account).unwrap_or_default();
    let Some(mut known) = keys.into_iter().find(|known| known.key.id == *id) else { return };
    if renamed {
        name.clone_into(&mut known.key.name);
    } else {
        known.label = Some(name.to_owned());
    }
    if let Err(error) = ports.store.save_keys(&[known]) {
        tracing::warn!(%error, "a new key keeps its tag");
    }
}

fn not_written(error: StepError) -> CreateError {
    match error {
        StepError::Store(error) => CreateError::Store(error),
        StepError::Illegal(_) => CreateError::Store(StoreError::Corrupt),
    }
}
