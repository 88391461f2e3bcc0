//! How a fault is carried out: the answer it makes, or the connection it closes.
//!
//! Not here: which request meets a fault (`faults.rs`).

use std::io;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use http_body_util::BodyExt;

use crate::errors::ApiError;
use crate::faults::FaultAction;
use crate::requests::Arrival;
use crate::state::World;

/// The body of a cut, trickled or rewritten answer to a request that was not carried out.
const STOCK_BODY: &str = r#"{"message":"The service is being updated. Please try again in a few minutes."}"#;
const FILLER: &[u8] = &[b'x'; 64 * 1024];

/// The connection is to be closed without an answer.
#[derive(Debug, thiserror::Error)]
#[error("closed on demand")]
pub(crate) struct Closed;

/// Waits, when the action only delays the real answer; says whether it did.
pub(crate) async fn waited(action: &FaultAction, world: &World, arrival: Arrival) -> bool {
    match action {
        FaultAction::Delay { ms } => tokio::time::sleep(Duration::from_millis(*ms)).await,
        FaultAction::Hold => {
            let mut released = world.release.subscribe();
            // Only now: whoever waits for this outcome may release at once.
            world.held(arrival);
            // The sender lives as long as the world: an error can only mean shutdown.
            let _ = released.changed().await;
        }
        _ => return false,
    }
    true
}

/// Makes the answer of `action`; `real` is there when the request was carried out.
pub(crate) async fn carry_out(action: FaultAction, real: Option<Response>) -> Result<Response, Closed> {
    let real = real.unwrap_or_else(stock);
    match action {
        FaultAction::Close => Err(Closed),
        FaultAction::Delay { .. } | FaultAction::Hold => Ok(real),
        FaultAction::TooManyRequests { retry_after } => {
            Ok(ApiError::TooManyRequests(retry_after).into_response())
        }
        FaultAction::Respond { status, content_type, body, headers } => {
            let mut response = (status_of(status), body).into_response();
            let named = headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
            for (name, value) in [("content-type", content_type.as_str())].into_iter().chain(named) {
                set(&mut response, name, value);
            }
            Ok(response)
        }
        FaultAction::Redirect { status, location } => {
            let mut response = status_of(status).into_response();
            set(&mut response, "location", &location);
            Ok(response)
        }
        FaultAction::CutBody { keep } => {
            let (mut parts, body) = collect(real).await?;
            let whole = body.len();
            parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(whole));
            // A cut after the last byte would be no cut.
            let kept = body.slice(..keep.min(whole.saturating_sub(1)));
            Ok(Response::from_parts(parts, cut_after(kept)))
        }
        FaultAction::HugeBody { bytes, declared } => {
            let mut response = filler(bytes).into_response();
            set(&mut response, "content-type", "application/json");
            if declared {
                response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(bytes));
            }
            Ok(response)
        }
        FaultAction::Rewrite { find, replace } => {
            let (mut parts, body) = collect(real).await?;
            let body = String::from_utf8_lossy(&body).replace(&find, &replace);
            parts.headers.remove(header::CONTENT_LENGTH);
            Ok(Response::from_parts(parts, body.into()))
        }
        FaultAction::Trickle { interval_ms } => {
            let (mut parts, body) = collect(real).await?;
            parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
            Ok(Response::from_parts(parts, trickle(body, Duration::from_millis(interval_ms))))
        }
    }
}

fn stock() -> Response {
    let mut response = STOCK_BODY.into_response();
    set(&mut response, "content-type", "application/json");
    response
}

fn status_of(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

fn set(response: &mut Response, name: &str, value: &str) {
    if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
        response.headers_mut().insert(name, value);
    }
}

async fn collect(response: Response) -> Result<(axum::http::response::Parts, Bytes), Closed> {
    let (parts, body) = response.into_parts();
    let body = body.collect().await.map_err(|_| Closed)?;
    Ok((parts, body.to_bytes()))
}

/// The bytes, then an error; the pause between them lets the bytes go out first.
fn cut_after(kept: Bytes) -> Body {
    Body::from_stream(stream::unfold(Some(kept), |kept| async move {
        if let Some(kept) = kept.filter(|kept| !kept.is_empty()) {
            return Some((Ok(kept), Some(Bytes::new())));
        }
        tokio::task::yield_now().await;
        Some((Err(io::Error::from(io::ErrorKind::ConnectionAborted)), None))
    }))
}

fn filler(bytes: u64) -> Body {
    Body::from_stream(stream::unfold(bytes, |left| async move {
        if left == 0 {
            return None;
        }
        let chunk = usize::try_from(left).unwrap_or(usize::MAX).min(FILLER.len());
        let sent = Bytes::from_static(FILLER).slice(..chunk);
        Some((Ok::<_, io::Error>(sent), left - chunk as u64))
    }))
}

fn trickle(body: Bytes, interval: Duration) -> Body {
    Body::from_stream(stream::unfold(body, move |mut rest| async move {
        if rest.is_empty() {
            return None;
        }
        tokio::time::sleep(interval).await;
        let byte = rest.split_to(1);
        Some((Ok::<_, io::Error>(byte), rest))
    }))
}
