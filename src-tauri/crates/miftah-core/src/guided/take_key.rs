//! Takes a key from the clipboard: format, keychain, `/v1/me` on its own environment's host, clear.

use crate::keys::{AccountId, ApiKey, Key, KeyId, KnownKey, LastUse, Status};
use crate::operations::{Baseline, Event, Kind, Operation, OperationId, Stage, Subject};
use crate::ports::{ClipboardError, KeychainError, Me, Ports, RemoteError, SpoolError, StoreError};
use crate::rotation::{
    CommitError, Reserved, StepError, Untested, ask, begin, keep, load, load_or_make, note, take_step, wipe,
};
use crate::secret::{RawAnswer, Secret};
use crate::session::Account;
use crate::usage::{self, hand_on_calls};
use zeroize::Zeroizing;

/// Why no key was taken. The clipboard is then as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TakeKeyError {
    /// The clipboard could not be read.
    #[error(transparent)]
    Clipboard(#[from] ClipboardError),
    /// What is on it is not a DHMAD key.
    #[error("not a DHMAD key")]
    NotAKey,
    /// DHMAD does not accept it: wrong, inactive, regenerated, deleted or expired.
    #[error("DHMAD does not accept this key")]
    Refused,
    /// The keychain could not keep it.
    #[error(transparent)]
    Keychain(#[from] KeychainError),
    /// It could not be remembered.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It could not be sealed first.
    #[error(transparent)]
    Spool(#[from] SpoolError),
}

impl From<CommitError> for TakeKeyError {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Keychain(error) => Self::Keychain(error),
            CommitError::Store(error) => Self::Store(error),
            CommitError::Step(error) => error.into(),
            CommitError::Unidentified(_) => Self::Store(StoreError::Corrupt),
        }
    }
}

impl From<StepError> for TakeKeyError {
    fn from(error: StepError) -> Self {
        match error {
            StepError::Store(error) => Self::Store(error),
            StepError::Illegal(_) => Self::Store(StoreError::Corrupt),
        }
    }
}

/// Why the person is asked before a taken key is put in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// It belongs to another developer than the keys known so far.
    OtherAccount,
    /// It is not the key that was expected.
    OtherKey,
}

/// A key that waits for the person's answer. It rests sealed in the spool and stays on the clipboard:
/// whatever the answer, it is not lost.
pub struct Waiting {
    /// What is asked.
    pub question: Question,
    /// What DHMAD says of it, if it could be asked.
    pub me: Option<Me>,
    /// The key.
    pub key: ApiKey,
    text: Secret,
    operation: Operation,
}

/// What became of the key on the clipboard.
pub enum Taken {
    /// It is kept.
    Stored {
        /// As Miftah knows it now.
        known: Box<KnownKey>,
        /// `None`: DHMAD confirmed it. Otherwise why it could not be tested.
        untested: Option<Untested>,
        /// Whose it is, as DHMAD says.
        account: Option<Account>,
    },
    /// The person is asked first; nothing was overwritten.
    Question(Box<Waiting>),
}

/// Takes the key on the clipboard. `expected` is the key whose new value it should be. The key is sealed before
/// anybody is asked about it.
pub async fn take_key(ports: &Ports, expected: Option<&KeyId>) -> Result<Taken, TakeKeyError> {
    let text = ports.clipboard.take().await?;
    let key = ApiKey::parse(&text).map_err(|_| TakeKeyError::NotAKey)?;
    let operation = seal(ports, &key).await?;
    go_on(ports, key, text, operation, expected).await
}

/// Goes on with a key that was sealed when the app ended.
pub async fn resume_take(ports: &Ports, operation: &Operation) -> Result<Option<Taken>, TakeKeyError> {
    let nothing = || {
        close(ports, operation);
        Ok(None)
    };
    let Some(wrapping) = load(ports).await? else { return nothing() };
    let sealed = match ports.spool.open(&operation.id, &operation.subject.key, &wrapping) {
        Ok(sealed) => sealed,
        Err(SpoolError::Sealed) => return nothing(),
        Err(error) => return Err(error.into()),
    };
    let issued =
        sealed.and_then(|sealed| ports.portal.read_issued(&sealed, operation.subject.environment).ok());
    let Some(issued) = issued else { return nothing() };
    let text = issued.key.secret().duplicate();
    let mut operation = operation.clone();
    if operation.stage != Stage::Received {
        // It was sealed, and the step after that was not written down any more.
        take_step(ports, &mut operation, Event::Received { prefix: issued.key.prefix(), id: None })?;
    }
    go_on(ports, issued.key, text, operation, None).await.map(Some)
}

/// Makes the key durable: from here on a crash loses nothing, even if the clipboard is emptied meanwhile.
async fn seal(ports: &Ports, key: &ApiKey) -> Result<Operation, TakeKeyError> {
    let wrapping = load_or_make(ports).await?;
    let id = OperationId::make().map_err(|_| KeychainError::Unavailable)?;
    let mut room = Reserved::make(ports, id.clone(), wrapping)?;
    let subject = Subject {
        kind: Kind::Take,
        account: AccountId::unconfirmed(),
        key: provisional_id(key)?,
        environment: key.environment(),
        baseline: Baseline { prefix: None, works: false, last_use: None },
    };
    let mut operation = begin(ports, id, subject, None)?;
    // In quotes it is JSON, and read as every other answer.
    let mut body = Zeroizing::new(Vec::with_capacity(key.secret().len() + 2));
    body.push(b'"');
    body.extend_from_slice(key.secret().expose().as_bytes());
    body.push(b'"');
    room.seal(&operation.subject.key, &RawAnswer::new(200, true, body))?;
    take_step(ports, &mut operation, Event::Received { prefix: key.prefix(), id: None })?;
    Ok(operation)
}

async fn go_on(
    ports: &Ports,
    key: ApiKey,
    text: Secret,
    operation: Operation,
    expected: Option<&KeyId>,
) -> Result<Taken, TakeKeyError> {
    let me = match ask(ports, &operation.subject.account, &operation.subject.key, &key).await {
        Ok(me) => Ok(me),
        Err(RemoteError::Unauthorized) => {
            // The clipboard still holds it: the person loses nothing and can look again.
            close(ports, &operation);
            return Err(TakeKeyError::Refused);
        }
        Err(error) => Err(Untested::from(error)),
    };
    let question = question(ports, &key, me.as_ref().ok(), expected)?;
    if let Some(question) = question {
        return Ok(Taken::Question(Box::new(Waiting { question, me: me.ok(), key, text, operation })));
    }
    finish(ports, key, me, &text, operation).await
}

/// The person's "yes": keeps the key as what it is, under its own id and account. DHMAD is asked once more:
/// the person may have taken long, and a value that died meanwhile must not replace the present one.
pub async fn accept_key(ports: &Ports, waiting: Waiting) -> Result<Taken, TakeKeyError> {
    let subject = &waiting.operation.subject;
    let me = match ask(ports, &subject.account, &subject.key, &waiting.key).await {
        Ok(me) => Ok(me),
        Err(RemoteError::Unauthorized) => {
            close(ports, &waiting.operation);
            return Err(TakeKeyError::Refused);
        }
        Err(error) => Err(Untested::from(error)),
    };
    finish(ports, waiting.key, me, &waiting.text, waiting.operation).await
}

impl Taken {
    /// Why a key that was kept could not be tested; `None` where it was, or where the person is asked first.
    pub const fn untested(&self) -> Option<Untested> {
        match self {
            Self::Stored { untested, .. } => *untested,
            Self::Question(_) => None,
        }
    }
}

impl Waiting {
    /// The person's "no": forgets the key here. The clipboard still holds it.
    pub fn discard(self, ports: &Ports) {
        close(ports, &self.operation);
    }

    /// Leaves the question open: it is asked again at the next start.
    pub fn operation(&self) -> &Operation {
        &self.operation
    }
}

async fn finish(
    ports: &Ports,
    key: ApiKey,
    me: Result<Me, Untested>,
    text: &Secret,
    mut operation: Operation,
) -> Result<Taken, TakeKeyError> {
    let taken = store(ports, key, me).await?;
    if let Taken::Stored { known, .. } = &taken {
        let subject = &operation.subject;
        hand_on_calls(&*ports.store, (&subject.account, &subject.key), (&known.account, &known.key.id))?;
        note(ports, &mut operation, Event::Kept { id: known.key.id.clone() });
    }
    wipe(&*ports.spool, &operation.id);
    clear(ports, text).await;
    Ok(taken)
}

/// Nothing of this take is needed any more.
fn close(ports: &Ports, operation: &Operation) {
    let event = if operation.stage == Stage::Received { Event::Closed } else { Event::NotSent };
    note(ports, &mut operation.clone(), event);
    wipe(&*ports.spool, &operation.id);
}

fn question(
    ports: &Ports,
    key: &ApiKey,
    me: Option<&Me>,
    expected: Option<&KeyId>,
) -> Result<Option<Question>, StoreError> {
    let known = ports.store.all_keys()?;
    if let Some(expected) = expected.and_then(|id| known.iter().find(|known| known.key.id == *id)) {
        let same_id = me.is_none_or(|me| !expected.tested || me.key.id == expected.key.id);
        if !same_id || expected.key.environment != key.environment() {
            return Ok(Some(Question::OtherKey));
        }
    }
    let Some(developer) = me.and_then(|me| me.developer.as_ref()) else { return Ok(None) };
    let holders: Vec<AccountId> =
        known.into_iter().filter(|known| known.held.is_some()).map(|known| known.account).collect();
    let mut others = ports
        .store
        .accounts()?
        .into_iter()
        .filter(|account| holders.contains(&account.id))
        .filter_map(|account| account.developer_id)
        .peekable();
    let strangers = others.peek().is_some() && !others.any(|id| id == developer.id);
    Ok(strangers.then_some(Question::OtherAccount))
}

/// Puts a key in its place: under DHMAD's id where that is known, else under a provisional one of its own, so
/// that nothing is overwritten on a guess.
pub(super) async fn store(
    ports: &Ports,
    key: ApiKey,
    me: Result<Me, Untested>,
) -> Result<Taken, TakeKeyError> {
    let now = ports.clock.now();
    let asked_at = me.as_ref().ok().map(|me| me.server_date.unwrap_or(now));
    let (mut known, untested, account) = match me {
        Ok(me) => {
            let account = account_of(ports, &me)?;
            let id = account.as_ref().map_or_else(AccountId::unconfirmed, |account| account.id.clone());
            let before = ports.store.keys(&id)?.into_iter().find(|known| known.key.id == me.key.id);
            let known = match before {
                Some(mut known) => {
                    known.update(me.key, now);
                    known
                }
                None => KnownKey::first_seen(id, me.key, now),
            };
            (known, None, account)
        }
        Err(untested) => {
            let mut known = KnownKey::first_seen(AccountId::unconfirmed(), described_by_itself(&key)?, now);
            known.tested = false;
            (known, Some(untested), None)
        }
    };
    if known.held.as_ref() == Some(&key.prefix()) || known.held.is_none() {
        // The same value again, or one that was made long ago and is only new to Miftah: no change to date.
        let change = known.change;
        keep(ports, &mut known, &key).await?;
        known.change = change;
        ports.store.save_keys(std::slice::from_ref(&known))?;
    } else {
        keep(ports, &mut known, &key).await?;
    }
    if let Some(asked_at) = asked_at {
        usage::remember(&*ports.store, std::slice::from_ref(&known), asked_at)?;
    }
    Ok(Taken::Stored { known: Box::new(known), untested, account })
}

/// The account of the developer DHMAD names, made if it is new.
fn account_of(ports: &Ports, me: &Me) -> Result<Option<Account>, StoreError> {
    let Some(developer) = me.developer.clone() else { return Ok(None) };
    let Ok(own_id) = AccountId::parse(&developer.id) else { return Ok(None) };
    let accounts = ports.store.accounts()?;
    // An account opened with a token alone does not know its developer, but it knows its keys.
    let owner = ports.store.all_keys()?.into_iter().find(|known| known.key.id == me.key.id);
    let nameless = |account: &&Account| {
        account.developer_id.is_none() && owner.as_ref().is_some_and(|known| known.account == account.id)
    };
    let known = accounts
        .iter()
        .find(|account| account.developer_id.as_ref() == Some(&developer.id))
        .or_else(|| accounts.iter().find(nameless))
        .cloned();
    let mut account = known.unwrap_or(Account {
        id: own_id,
        developer_id: None,
        email: None,
        company: None,
        listed_at: None,
    });
    account.learn(developer);
    ports.store.save_account(&account)?;
    Ok(Some(account))
}

/// What a key's own text tells of it.
fn described_by_itself(key: &ApiKey) -> Result<Key, KeychainError> {
    Ok(Key {
        id: provisional_id(key)?,
        name: String::new(),
        environment: key.environment(),
        prefix: Some(key.prefix()),
        status: Status::Unknown,
        last_use: LastUse::Unknown,
        created_at: None,
        expires_at: None,
        rate_limit: None,
    })
}

/// The id of a key until DHMAD names its own.
pub(super) fn provisional_id(key: &ApiKey) -> Result<KeyId, KeychainError> {
    KeyId::parse(&format!("untested-{}", key.prefix().as_str())).map_err(|_| KeychainError::Corrupt)
}

async fn clear(ports: &Ports, text: &Secret) {
    if let Err(error) = ports.clipboard.clear_if(text).await {
        tracing::warn!(%error, "the clipboard was not cleared after a key was taken");
    }
}
