//! A request before it is sent, and its secrets' way into it.
//!
//! Not here: sending.

use bytes::Bytes;
use miftah_core::keys::Environment;
use miftah_core::secret::Secret;
use reqwest::Method;
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, HeaderValue};
use zeroize::Zeroizing;

use super::Failure;
use crate::contract::Call;
use crate::hosts::Hosts;

const SCHEME: &[u8] = b"Bearer ";
const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// One request. It has no `Debug`: it may hold a key or a password.
pub(crate) struct Outgoing {
    pub(crate) call: &'static Call,
    pub(crate) host: Environment,
    url: String,
    bearer: Option<HeaderValue>,
    body: Option<Bytes>,
}

impl Outgoing {
    /// A request to `path` on the API of `host`, without credential and body.
    pub(crate) fn new(hosts: &Hosts, host: Environment, call: &'static Call, path: &str) -> Self {
        Self { call, host, url: format!("{}{path}", hosts.api(host)), bearer: None, body: None }
    }

    /// Adds the credential. Fails, with nothing sent, on one that cannot stand in a header.
    pub(crate) fn bearer(mut self, credential: &Secret) -> Result<Self, Failure> {
        let mut text = Zeroizing::new(Vec::with_capacity(SCHEME.len() + credential.len()));
        text.extend_from_slice(SCHEME);
        text.extend_from_slice(credential.expose().as_bytes());
        let mut value = HeaderValue::from_bytes(&text).map_err(|_| Failure::bad_credential())?;
        value.set_sensitive(true);
        self.bearer = Some(value);
        Ok(self)
    }

    /// Adds a JSON body, which is wiped as soon as the connection lets go of it.
    pub(crate) fn json(mut self, body: Zeroizing<Vec<u8>>) -> Self {
        self.body = Some(Bytes::from_owner(body));
        self
    }

    /// The request as a client takes it.
    pub(super) fn build(&self, client: &reqwest::Client) -> reqwest::RequestBuilder {
        let mut request = client.request(self.call.method.clone(), &self.url).header(ACCEPT, JSON);
        if let Some(bearer) = &self.bearer {
            request = request.header(AUTHORIZATION, bearer.clone());
        }
        match &self.body {
            Some(body) => request.header(CONTENT_TYPE, JSON).body(body.clone()),
            // Gateways refuse a POST that does not say its length with a 411.
            None if self.call.method == Method::POST => request.header(CONTENT_LENGTH, 0),
            None => request,
        }
    }
}

#[cfg(test)]
mod tests {
    use static_assertions::assert_not_impl_any;

    use super::*;
    use crate::contract::ME;

    assert_not_impl_any!(Outgoing: std::fmt::Debug, Clone);

    #[test]
    fn credential_is_marked_and_a_broken_one_is_not_sent() {
        let request = || Outgoing::new(&Hosts::dhmad(), Environment::Live, &ME, "/v1/me");
        let good =
            request().bearer(&Secret::new("olive".into())).map(|out| out.bearer.unwrap()).ok().unwrap();
        assert!(good.is_sensitive());
        assert_eq!(good.as_bytes(), b"Bearer olive");
        assert!(request().bearer(&Secret::new("olive\r\nHost: x".into())).is_err());
    }
}
