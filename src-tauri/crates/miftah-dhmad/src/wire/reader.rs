//! The client that reads with a developer token. It may keep one connection, which holds copies of the token.
//!
//! Not here: anything that changes something or carries a key (`client.rs`).

use std::sync::{Mutex, MutexGuard, PoisonError};

use reqwest::Client;

use super::client::builder;
use super::{Answer, Failure, Outgoing, Sent, Setup};

/// Reads, keeping a connection for a short while.
#[derive(Default)]
pub(crate) struct Reader(Mutex<Option<Client>>);

impl Reader {
    /// Sends a request whose answer changes nothing; once more if no connection came about.
    pub(crate) async fn read(&self, setup: &Setup, outgoing: &Outgoing) -> Result<Answer, Failure> {
        let client = self.client(setup)?;
        let first = Self::attempt(&client, setup, outgoing).await;
        match first {
            Err(failure) if failure.sent == Sent::No => Self::attempt(&client, setup, outgoing).await,
            done => done,
        }
    }

    /// Drops the kept connection. A request under way ends its own.
    pub(crate) fn forget(&self) {
        drop(self.kept().take());
    }

    async fn attempt(client: &Client, setup: &Setup, outgoing: &Outgoing) -> Result<Answer, Failure> {
        let response = outgoing.build(client).send().await.map_err(|error| Failure::of(&error))?;
        Ok(Answer::read(response, setup.large_body).await)
    }

    fn client(&self, setup: &Setup) -> Result<Client, Failure> {
        let mut kept = self.kept();
        if let Some(client) = &*kept {
            return Ok(client.clone());
        }
        let built = builder(setup).pool_max_idle_per_host(1).pool_idle_timeout(setup.keep).build();
        let client = built.map_err(|error| Failure::of(&error))?;
        *kept = Some(client.clone());
        Ok(client)
    }

    fn kept(&self) -> MutexGuard<'_, Option<Client>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
