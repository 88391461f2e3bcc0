//! An answer as it was read: status, what the headers say of waiting, and as much of the body as was let in.
//!
//! Not here: what it means.

use std::time::Duration;

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;
use miftah_core::ports::RemoteError;
use reqwest::Response;
use reqwest::header::{DATE, HeaderMap};
use zeroize::Zeroizing;

use super::failure::remote_error;
use crate::pace;

/// The room a body gets at first; an answer that may hold a secret never needs more.
const ROOM: usize = 64 << 10;

/// How a body ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// As announced.
    Complete,
    /// Before that.
    Cut(RemoteError),
    /// There was more of it than is let in.
    TooLarge,
}

/// What came back. It has no `Debug`: the body may hold a key or a token.
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// How long the headers say to wait.
    pub(crate) wait: Option<Duration>,
    /// When it was given, by the server's own clock.
    pub(crate) date: Option<Timestamp>,
    pub(crate) end: End,
    /// Wiped on drop.
    pub(crate) body: Zeroizing<Vec<u8>>,
}

impl Answer {
    /// Reads at most `cap` bytes of the body, whatever its announced length.
    pub(super) async fn read(mut response: Response, cap: usize) -> Self {
        let (status, wait) = (response.status().as_u16(), pace::wait_of_headers(response.headers()));
        let date = date_of(response.headers());
        let mut body = Zeroizing::new(Vec::with_capacity(cap.min(ROOM)));
        let end = loop {
            match response.chunk().await {
                Ok(Some(chunk)) => {
                    let (kept, over) = chunk.split_at(chunk.len().min(cap - body.len()));
                    body.extend_from_slice(kept);
                    if !over.is_empty() {
                        break End::TooLarge;
                    }
                }
                Ok(None) => break End::Complete,
                Err(error) => break End::Cut(remote_error(&error)),
            }
        };
        Self { status, wait, date, end, body }
    }

    /// Whether the status is 2xx.
    pub(crate) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// Why the body is not all there.
    pub(crate) fn shortage(&self) -> Option<RemoteError> {
        match self.end {
            End::Complete => None,
            End::Cut(error) => Some(error),
            End::TooLarge => Some(RemoteError::Unexpected),
        }
    }
}

/// The `Date` header. One that is no date says nothing.
fn date_of(headers: &HeaderMap) -> Option<Timestamp> {
    DateTimeParser::new().parse_timestamp(headers.get(DATE)?.as_bytes()).ok()
}
