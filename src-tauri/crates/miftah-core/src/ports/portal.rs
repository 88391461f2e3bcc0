//! DHMAD, as far as the domain uses it. Which calls are documented and which inferred stands in the
//! adapter's `contract.rs`.

use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;

use crate::keys::{ApiKey, Environment, Key, KeyId, KeyList, KeyPrefix};
use crate::secret::{RawAnswer, Secret};

/// Why a call to DHMAD brought no result. No variant holds a body, a URL or a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RemoteError {
    /// No connection: no network, name not found, refused.
    #[error("DHMAD cannot be reached")]
    Offline,
    /// No answer in time.
    #[error("DHMAD did not answer in time")]
    Timeout,
    /// The certificate is not trusted.
    #[error("the certificate is not trusted")]
    TlsUntrusted,
    /// Something else answered in DHMAD's place, such as the sign-in page of a Wi-Fi.
    #[error("something else than DHMAD answered")]
    NotDhmad,
    /// 401.
    #[error("DHMAD does not accept the credential")]
    Unauthorized,
    /// 403.
    #[error("DHMAD does not allow this")]
    Forbidden,
    /// A documented 404: the thing is not there.
    #[error("DHMAD does not know this")]
    NotFound,
    /// 400 or 422 with DHMAD's error shape.
    #[error("DHMAD found the request wrong")]
    BadRequest,
    /// 429.
    #[error("too many requests from this address")]
    RateLimited {
        /// When it may go on, as the server says, capped.
        retry_after: Option<Duration>,
    },
    /// The account's API has no such call (an inferred one turned out not to exist).
    #[error("DHMAD does not offer this call")]
    NotOffered,
    /// 5xx.
    #[error("DHMAD failed with status {status}")]
    Failed {
        /// The HTTP status.
        status: u16,
    },
    /// An answer that is too large, of the wrong shape, or a redirect.
    #[error("DHMAD answered something unexpected")]
    Unexpected,
}

/// How a call that changes something ended without its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// Not a byte of the request went out.
    #[error("nothing was sent")]
    NotSent(#[source] RemoteError),
    /// DHMAD answered in its documented error shape that it did not do it.
    #[error("DHMAD refused")]
    Refused(#[source] RemoteError),
    /// It went out, and what became of it is not known.
    #[error("the outcome is not known")]
    Unknown(#[source] RemoteError),
}

/// The developer behind a key or a session, as far as DHMAD said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Developer {
    /// DHMAD's id.
    pub id: String,
    /// E-mail.
    pub email: Option<String>,
    /// Company.
    pub company: Option<String>,
}

/// A successful sign-in.
pub struct SignedIn {
    /// The developer token.
    pub token: Secret,
    /// Who signed in, if the answer said.
    pub developer: Option<Developer>,
}

/// What `/v1/me` tells about the key that calls it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Me {
    /// The key.
    pub key: Key,
    /// Its developer.
    pub developer: Option<Developer>,
    /// When DHMAD answered, by its own clock (the `Date` header), if it said.
    pub server_date: Option<Timestamp>,
}

/// What a key to be made should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewKey {
    /// Its name.
    pub name: String,
    /// Live or sandbox.
    pub environment: Environment,
    /// Requests a minute; `None` leaves it to DHMAD.
    pub rate_limit: Option<u32>,
}

/// A key found in the answer to a regenerate.
pub struct Issued {
    /// The new value.
    pub key: ApiKey,
    /// The id the answer names, if it names one.
    pub id: Option<KeyId>,
    /// The prefix the answer names, if it names one.
    pub prefix: Option<KeyPrefix>,
}

/// The answer holds no recognisable key, or two different ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the answer holds no recognisable key")]
pub struct UnreadableAnswer;

/// The calls. Whatever carries a key, a password or a change goes out once, on a connection of its own.
#[async_trait]
pub trait Portal: Send + Sync {
    /// Whether the login call exists: an empty `POST {}` answers JSON with 400, 401 or 422. Inferred call.
    async fn password_offered(&self) -> Result<bool, RemoteError>;

    /// Signs in. Inferred call. [`RemoteError::Unauthorized`] means wrong e-mail or password.
    async fn sign_in(&self, email: &str, password: &Secret) -> Result<SignedIn, RemoteError>;

    /// All keys, all pages. Inferred call.
    async fn list_keys(&self, token: &Secret) -> Result<KeyList, RemoteError>;

    /// Opens what a later [`Portal::regenerate`] needs (TLS roots, runtime) so that nothing of it can fail
    /// between the send and the answer.
    async fn warm_up(&self) -> Result<(), RemoteError>;

    /// Regenerates a key: the old value dies at once. Sent exactly once, never repeated. Inferred call.
    async fn regenerate(&self, token: &Secret, id: &KeyId) -> Result<RawAnswer, SendError>;

    /// Makes a key. Sent exactly once, never repeated. Inferred call.
    async fn create_key(&self, token: &Secret, new: &NewKey) -> Result<RawAnswer, SendError>;

    /// Switches a key on or off. Sent exactly once; the caller may repeat it, the result is the same. Inferred.
    async fn set_active(&self, token: &Secret, id: &KeyId, active: bool) -> Result<(), SendError>;

    /// Gives a key another name. Sent exactly once. Inferred call.
    async fn rename_key(&self, token: &Secret, id: &KeyId, name: &str) -> Result<(), SendError>;

    /// Gives a key another rate limit, in requests a minute. Sent exactly once. Inferred call.
    async fn limit_key(&self, token: &Secret, id: &KeyId, rate_limit: u32) -> Result<(), SendError>;

    /// Deletes a key for good. Sent exactly once. Inferred call. A 404 is [`SendError::Refused`] with
    /// [`RemoteError::NotFound`].
    async fn delete_key(&self, token: &Secret, id: &KeyId) -> Result<(), SendError>;

    /// Finds the one key of `environment` in an answer by its documented format.
    fn read_issued(&self, answer: &RawAnswer, environment: Environment) -> Result<Issued, UnreadableAnswer>;

    /// Describes the key that calls it, on its own environment's host and no other. Documented call.
    async fn me(&self, key: &ApiKey) -> Result<Me, RemoteError>;

    /// Drops kept connections: they hold copies of the developer token.
    fn forget_connections(&self);

    /// The host that a developer token is sent to, as the person reads it.
    fn portal_host(&self) -> String;

    /// The page on which the person manages keys by hand.
    fn portal_page(&self) -> String;
}
