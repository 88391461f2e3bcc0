//! The port: which call goes out by which client, and what its answer comes to.
//!
//! Not here: the calls themselves (`contract.rs`), reading bodies (`decode`).

use std::collections::HashSet;
use std::sync::Arc;

use async_trait::async_trait;
use jiff::Timestamp;
use miftah_core::Timings;
use miftah_core::keys::{ApiKey, Environment, KeyId, KeyList};
use miftah_core::ports::{
    Clock, Issued, Me, NewKey, Portal, RemoteError, SendError, SignedIn, UnreadableAnswer,
};
use miftah_core::secret::{RawAnswer, Secret};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::contract::{self, field};
use crate::decode::{self, ErrorBody, ListPage, WrongShape};
use crate::hosts::Hosts;
use crate::judge::{self, Objection, judge};
use crate::pace::Gates;
use crate::wire::{Answer, Failure, Outgoing, Reader, Setup, SingleSend};

/// No list is followed further than this.
const MOST_PAGES: u32 = 100;

/// DHMAD over HTTP. Making one does nothing yet and needs no runtime; its calls need tokio's.
pub struct DhmadPortal {
    hosts: Hosts,
    clock: Arc<dyn Clock>,
    setup: Setup,
    reader: Reader,
    single: SingleSend,
    gates: Gates,
}

impl DhmadPortal {
    /// DHMAD at these hosts. The clock tells how long a host that asked to wait is left alone, the timings how
    /// long a connection and a call may take.
    pub fn new(hosts: Hosts, clock: Arc<dyn Clock>, timings: &Timings) -> Self {
        let setup = Setup::new(hosts.reach(), timings);
        Self {
            hosts,
            clock,
            setup,
            reader: Reader::default(),
            single: SingleSend::default(),
            gates: Gates::default(),
        }
    }

    /// The same with other bounds.
    #[cfg(test)]
    pub(crate) fn with_setup(mut self, change: impl FnOnce(&mut Setup)) -> Self {
        change(&mut self.setup);
        self
    }

    /// Sends on a connection of its own.
    async fn once(&self, outgoing: &Outgoing) -> Result<Answer, Failure> {
        self.note(outgoing, self.single.send(&self.setup, outgoing).await)
    }

    /// Reads, on a kept connection perhaps.
    async fn read(&self, outgoing: &Outgoing) -> Result<Answer, Failure> {
        self.note(outgoing, self.reader.read(&self.setup, outgoing).await)
    }

    /// Logs how a call ended, and remembers a host that asks to wait.
    fn note(&self, outgoing: &Outgoing, ended: Result<Answer, Failure>) -> Result<Answer, Failure> {
        let call = outgoing.call.name;
        match &ended {
            Ok(answer) => {
                tracing::debug!(call, status = answer.status, end = ?answer.end, "answered");
                if let (429, Some(wait)) = (answer.status, judge::wait(answer)) {
                    self.gates.close(outgoing.host, self.clock.uptime(), wait);
                }
            }
            Err(failure) => tracing::debug!(call, ?failure, "not answered"),
        }
        ended
    }

    /// Refuses a read of a host that asked to wait.
    fn pass(&self, host: Environment) -> Result<(), RemoteError> {
        match self.gates.wait(host, self.clock.uptime()) {
            Some(wait) => Err(RemoteError::RateLimited { retry_after: Some(wait) }),
            None => Ok(()),
        }
    }

    /// A call to the portal, on the live host.
    fn outgoing(&self, call: &'static contract::Call, path: &str) -> Outgoing {
        Outgoing::new(&self.hosts, Environment::Live, call, path)
    }

    /// What an objection to a read or a sign-in comes to.
    async fn settle(&self, objection: Objection) -> RemoteError {
        match objection {
            Objection::Refused(error) | Objection::Unclear(error) => error,
            Objection::Absent => self.absent().await,
        }
    }

    /// Whether a call that seems absent is so, or something else than DHMAD answered: DHMAD's documented
    /// answer to a call without a key can hardly come from anything else.
    async fn absent(&self) -> RemoteError {
        let outgoing = self.outgoing(&contract::ME, &contract::ME.path());
        let answer = match self.once(&outgoing).await {
            Ok(answer) => answer,
            Err(failure) => return failure.error,
        };
        match judge(&contract::ME, &answer) {
            Err(Objection::Refused(RemoteError::Unauthorized)) => RemoteError::NotOffered,
            Err(Objection::Refused(limited @ RemoteError::RateLimited { .. })) => limited,
            _ => RemoteError::NotDhmad,
        }
    }

    /// A call that issues a key: sent once, and whatever a 2xx brings is handed on unread.
    async fn issue(&self, outgoing: Outgoing, token: &Secret) -> Result<RawAnswer, SendError> {
        let outgoing = outgoing.bearer(token).map_err(Failure::of_change)?;
        let answer = self.once(&outgoing).await.map_err(Failure::of_change)?;
        let objection = match judge(outgoing.call, &answer) {
            // Once DHMAD said 2xx, whatever came may be all that is left of the key. Only a page without a
            // trace of one is none.
            Err(Objection::Absent) if answer.is_success() && decode::mentions_a_key(&answer.body) => None,
            // A page with a 2xx says nothing of what became of the request behind it.
            Err(Objection::Absent) if answer.is_success() => Some(Objection::Unclear(RemoteError::NotDhmad)),
            Err(Objection::Absent) => Some(Objection::Absent),
            _ if answer.is_success() => None,
            judged => judged.err(),
        };
        match objection {
            None => Ok(RawAnswer::new(answer.status, answer.shortage().is_none(), answer.body)),
            Some(objection) => Err(self.settle_change(objection).await),
        }
    }

    /// A call that changes a key and brings nothing back: sent once. Done is what a whole 2xx answer says is done:
    /// a switch that is believed to be off must be off, and the list can always tell.
    async fn change(&self, outgoing: Outgoing, token: &Secret) -> Result<(), SendError> {
        let outgoing = outgoing.bearer(token).map_err(Failure::of_change)?;
        let answer = self.once(&outgoing).await.map_err(Failure::of_change)?;
        match judge(outgoing.call, &answer) {
            Ok(()) if says_done(&answer) => Ok(()),
            Ok(()) => Err(SendError::Unknown(RemoteError::Unexpected)),
            Err(Objection::Absent) if answer.is_success() => Err(SendError::Unknown(RemoteError::NotDhmad)),
            Err(objection) => Err(self.settle_change(objection).await),
        }
    }

    /// What an objection to a change comes to.
    async fn settle_change(&self, objection: Objection) -> SendError {
        match objection {
            Objection::Refused(error) => SendError::Refused(error),
            Objection::Unclear(error) => SendError::Unknown(error),
            Objection::Absent => match self.absent().await {
                RemoteError::NotOffered => SendError::Refused(RemoteError::NotOffered),
                error => SendError::Unknown(error),
            },
        }
    }

    async fn list_page(
        &self,
        token: &Secret,
        path: &str,
    ) -> Result<(ListPage, Option<Timestamp>), RemoteError> {
        self.pass(Environment::Live)?;
        let outgoing = self.outgoing(&contract::LIST_KEYS, path).bearer(token)?;
        let mut answer = self.read(&outgoing).await?;
        match judge(&contract::LIST_KEYS, &answer) {
            Ok(()) => Ok((ListPage::read(&mut answer.body)?, answer.date)),
            Err(objection) => Err(self.settle(objection).await),
        }
    }
}

#[async_trait]
impl Portal for DhmadPortal {
    async fn password_offered(&self) -> Result<bool, RemoteError> {
        self.pass(Environment::Live)?;
        let call = &contract::SIGN_IN;
        let outgoing = self.outgoing(call, &call.path()).json(Zeroizing::new(b"{}".to_vec()));
        let answer = self.once(&outgoing).await?;
        if matches!(answer.status, 400 | 401 | 422) && ErrorBody::read(&answer.body).is_object {
            return Ok(true);
        }
        match judge(call, &answer) {
            Ok(()) => Err(RemoteError::Unexpected),
            Err(objection) => match self.settle(objection).await {
                RemoteError::NotOffered => Ok(false),
                error => Err(error),
            },
        }
    }

    async fn sign_in(&self, email: &str, password: &Secret) -> Result<SignedIn, RemoteError> {
        let call = &contract::SIGN_IN;
        let body = credentials(email, password).ok_or(RemoteError::BadRequest)?;
        let mut answer = self.once(&self.outgoing(call, &call.path()).json(body)).await?;
        match judge(call, &answer) {
            Ok(()) => Ok(decode::read_sign_in(&mut answer.body)?),
            Err(objection) => Err(self.settle(objection).await),
        }
    }

    async fn list_keys(&self, token: &Secret) -> Result<KeyList, RemoteError> {
        let mut list = KeyList { keys: Vec::new(), unreadable: 0, complete: false, server_date: None };
        let mut seen = HashSet::new();
        let mut path = contract::LIST_KEYS.path();
        for _ in 0..MOST_PAGES {
            let (page, date) = self.list_page(token, &path).await?;
            let (next, is_last) = (page.next(), page.is_last());
            list.server_date = date.or(list.server_date);
            let brought_any = page.add_to(&mut list, &mut seen);
            match next {
                None => {
                    list.complete = is_last;
                    break;
                }
                Some(number) if brought_any => path = contract::LIST_KEYS.path_of_page(number),
                // A page that brings nothing new: the server does not page as we think, and may hold more.
                Some(_) => break,
            }
        }
        Ok(list)
    }

    async fn warm_up(&self) -> Result<(), RemoteError> {
        Ok(self.single.warm(&self.setup)?)
    }

    async fn regenerate(&self, token: &Secret, id: &KeyId) -> Result<RawAnswer, SendError> {
        let call = &contract::REGENERATE;
        self.issue(self.outgoing(call, &call.path_of(id)), token).await
    }

    async fn create_key(&self, token: &Secret, new: &NewKey) -> Result<RawAnswer, SendError> {
        let call = &contract::CREATE_KEY;
        let mut body = json!({ field::NAME: new.name, field::ENVIRONMENT: new.environment.word() });
        if let (Some(limit), Some(body)) = (new.rate_limit, body.as_object_mut()) {
            body.insert(field::RATE_LIMIT.into(), limit.into());
        }
        self.issue(self.outgoing(call, &call.path()).json(bytes(&body)), token).await
    }

    async fn set_active(&self, token: &Secret, id: &KeyId, active: bool) -> Result<(), SendError> {
        let call = &contract::UPDATE_KEY;
        let body = bytes(&json!({ field::IS_ACTIVE: active }));
        self.change(self.outgoing(call, &call.path_of(id)).json(body), token).await
    }

    async fn rename_key(&self, token: &Secret, id: &KeyId, name: &str) -> Result<(), SendError> {
        let call = &contract::UPDATE_KEY;
        let body = bytes(&json!({ field::NAME: name }));
        self.change(self.outgoing(call, &call.path_of(id)).json(body), token).await
    }

    async fn limit_key(&self, token: &Secret, id: &KeyId, rate_limit: u32) -> Result<(), SendError> {
        let call = &contract::UPDATE_KEY;
        let body = bytes(&json!({ field::RATE_LIMIT: rate_limit }));
        self.change(self.outgoing(call, &call.path_of(id)).json(body), token).await
    }

    async fn delete_key(&self, token: &Secret, id: &KeyId) -> Result<(), SendError> {
        let call = &contract::DELETE_KEY;
        self.change(self.outgoing(call, &call.path_of(id)), token).await
    }

    fn read_issued(&self, answer: &RawAnswer, environment: Environment) -> Result<Issued, UnreadableAnswer> {
        decode::read_issued(answer.expose(), environment)
    }

    async fn me(&self, key: &ApiKey) -> Result<Me, RemoteError> {
        let (call, host) = (&contract::ME, key.environment());
        self.pass(host)?;
        let outgoing = Outgoing::new(&self.hosts, host, call, &call.path()).bearer(key.secret())?;
        let mut answer = self.once(&outgoing).await?;
        match judge(call, &answer) {
            Ok(()) => Ok(Me { server_date: answer.date, ..decode::read_me(&mut answer.body)? }),
            Err(objection) => Err(self.settle(objection).await),
        }
    }

    fn forget_connections(&self) {
        self.reader.forget();
        self.single.forget();
    }

    fn portal_host(&self) -> String {
        self.hosts.shown().to_owned()
    }

    fn portal_page(&self) -> String {
        self.hosts.page().to_owned()
    }
}

impl From<WrongShape> for RemoteError {
    fn from(WrongShape: WrongShape) -> Self {
        Self::Unexpected
    }
}

/// Whether a 2xx answer is one of DHMAD's: nothing at all, or an object that is not its error.
fn says_done(answer: &Answer) -> bool {
    let body = ErrorBody::read(&answer.body);
    answer.body.trim_ascii().is_empty() || (body.is_object && !body.is_documented)
}

/// A body without a secret.
fn bytes(body: &Value) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(body.to_string().into_bytes())
}

/// `{email, password}` in a buffer that never grows, so that it leaves no copy behind.
fn credentials(email: &str, password: &Secret) -> Option<Zeroizing<Vec<u8>>> {
    const LONGEST_ESCAPE: usize = 6;
    let room = LONGEST_ESCAPE * (email.len() + password.len()) + 64;
    let mut body = Zeroizing::new(Vec::with_capacity(room));
    let pairs = [(field::EMAIL, email), (field::PASSWORD, password.expose())];
    let mut before = b'{';
    for (name, value) in pairs {
        body.push(before);
        serde_json::to_writer(&mut *body, name).ok()?;
        body.push(b':');
        serde_json::to_writer(&mut *body, value).ok()?;
        before = b',';
    }
    body.push(b'}');
    Some(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credentials_are_escaped_and_fit_their_buffer() {
        let password = "\u{1}\"\\é".repeat(50);
        let body = credentials("a\"@b", &Secret::new(password.clone())).unwrap();
        let value: serde_json::Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(value, serde_json::json!({"email": "a\"@b", "password": password}));
        assert!(body.capacity() <= 6 * (4 + password.len()) + 64);
    }
}
