//! What every client is set to, and the one that sends a thing exactly once.
//!
//! Not here: the client that reads (`reader.rs`).

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use miftah_core::Timings;
use reqwest::{Client, ClientBuilder, redirect, retry};

use super::failure::remote_error;
use super::{Answer, Failure, Outgoing, Sent};
use crate::hosts::Reach;

/// The bounds of every call.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setup {
    /// Names, connecting and the TLS handshake together.
    pub(crate) connect: Duration,
    /// From the start to the last byte of the answer.
    pub(crate) total: Duration,
    /// The largest body of an answer that may hold a secret.
    pub(crate) small_body: usize,
    /// The largest body of a list.
    pub(crate) large_body: usize,
    /// How long the reader keeps a connection that nobody uses.
    pub(crate) keep: Duration,
    /// How far the hosts are.
    pub(crate) reach: Reach,
}

impl Setup {
    /// The bounds of sizes that Miftah ships with, and of time as the product sets them.
    pub(crate) fn new(reach: Reach, timings: &Timings) -> Self {
        Self {
            connect: timings.connect,
            total: timings.call,
            small_body: 64 << 10,
            large_body: 16 << 20,
            keep: Duration::from_secs(30),
            reach,
        }
    }
}

/// What both clients share: rustls whatever else is linked, HTTP/1.1, no redirect followed, nothing sent
/// again, nothing unpacked.
pub(super) fn builder(setup: &Setup) -> ClientBuilder {
    let builder = Client::builder()
        .tls_backend_rustls()
        .http1_only()
        .redirect(redirect::Policy::none())
        .retry(retry::never())
        .referer(false)
        .no_gzip()
        .no_brotli()
        .no_zstd()
        .no_deflate()
        .connect_timeout(setup.connect)
        .timeout(setup.total)
        .user_agent(concat!("Miftah/", env!("CARGO_PKG_VERSION")));
    match setup.reach {
        Reach::Internet => builder.https_only(true),
        #[cfg(any(test, feature = "demo"))]
        Reach::Loopback => builder.no_proxy(),
    }
}

/// Sends each request once, on a connection of its own that goes when the answer is read.
///
/// A client that was built beforehand waits for the next request, without a connection: reading the TLS roots takes
/// longer than everything else between a confirm and the request.
#[derive(Default)]
pub(crate) struct SingleSend {
    ready: Mutex<Option<Client>>,
}

impl SingleSend {
    /// Builds the client of the next request.
    pub(crate) fn warm(&self, setup: &Setup) -> Result<(), Failure> {
        *self.ready() = Some(fresh(setup)?);
        Ok(())
    }

    /// Drops what waits.
    pub(crate) fn forget(&self) {
        self.ready().take();
    }

    /// Sends, and gives the client up with its connection.
    pub(crate) async fn send(&self, setup: &Setup, outgoing: &Outgoing) -> Result<Answer, Failure> {
        let ready = self.ready().take();
        let client = ready.map_or_else(|| fresh(setup), Ok)?;
        let response = outgoing.build(&client).send().await.map_err(|error| Failure::of(&error))?;
        Ok(Answer::read(response, setup.small_body).await)
    }

    fn ready(&self) -> MutexGuard<'_, Option<Client>> {
        self.ready.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn fresh(setup: &Setup) -> Result<Client, Failure> {
    let built = builder(setup).pool_max_idle_per_host(0).build();
    built.map_err(|error| Failure { sent: Sent::No, error: remote_error(&error) })
}
