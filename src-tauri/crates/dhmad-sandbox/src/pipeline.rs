//! What every API request goes through: record, latency, fault, rate limit, profile, route, headers.
//!
//! Not here: the routes themselves. Control calls and the portal page go past all of this.

use std::net::IpAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, Method, Request, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;
use tower::ServiceExt;

use crate::errors::ApiError;
use crate::fault_actions::{self, Closed};
use crate::faults::When;
use crate::guided;
use crate::limits::Verdict;
use crate::state::World;

/// Left by a route on its answer: the key that called or was made.
#[derive(Debug, Clone)]
pub(crate) struct KeyId(pub(crate) String);

/// Deals with one request of `peer`.
pub(crate) async fn handle(
    world: Arc<World>,
    routes: Router,
    peer: IpAddr,
    request: Request<Body>,
) -> Result<Response, Closed> {
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    if !is_api(&path) {
        return Ok(route(routes, request).await);
    }
    let arrival = world.arrived(&method, &path);
    let latency = world.lock().settings.latency;
    if !latency.is_zero() {
        tokio::time::sleep(latency).await;
    }
    let fault = world.lock().faults.take(&method, &path);
    let mut key_id = key_in_path(&path);
    let result = {
        let effect = carry_out_request(&world, routes, peer, request, &mut key_id);
        match fault {
            None => Ok(effect.await),
            Some((When::BeforeEffect, action)) => {
                if fault_actions::waited(&action, &world, arrival).await {
                    Ok(effect.await)
                } else {
                    fault_actions::carry_out(action, None).await
                }
            }
            Some((When::AfterEffect, action)) => {
                let real = effect.await;
                fault_actions::waited(&action, &world, arrival).await;
                fault_actions::carry_out(action, Some(real)).await
            }
        }
    };
    let result = result.map(|response| dated(response, world.now()));
    let status = result.as_ref().ok().map(|response| response.status().as_u16());
    world.finished(arrival, status, key_id);
    result
}

fn is_api(path: &str) -> bool {
    path.starts_with("/api/") || path.starts_with("/sandbox/api/")
}

/// The real thing: limit, profile, route.
async fn carry_out_request(
    world: &World,
    routes: Router,
    peer: IpAddr,
    request: Request<Body>,
    key_id: &mut Option<String>,
) -> Response {
    let (verdict, refusal) = judge(world, peer, request.method(), request.uri().path());
    let mut response = match refusal {
        Some(refusal) => refusal,
        None => route(routes, request).await,
    };
    if let Some(KeyId(id)) = response.extensions_mut().remove() {
        *key_id = Some(id);
    }
    limited(&mut response, &verdict);
    response
}

fn judge(world: &World, peer: IpAddr, method: &Method, path: &str) -> (Verdict, Option<Response>) {
    let now = world.now();
    let mut inner = world.lock();
    let limit = inner.settings.rate_limit;
    let verdict = inner.limiter.admit(peer, now, limit);
    let refusal = match verdict.retry_after {
        Some(seconds) => Some(ApiError::TooManyRequests(seconds).into_response()),
        None => guided::refuse(&inner.settings, method, path),
    };
    (verdict, refusal)
}

async fn route(routes: Router, request: Request<Body>) -> Response {
    match routes.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}

fn limited(response: &mut Response, verdict: &Verdict) {
    let headers = response.headers_mut();
    let mut set = |name, value| headers.insert(HeaderName::from_static(name), value);
    set("x-ratelimit-limit", HeaderValue::from(verdict.limit));
    set("x-ratelimit-remaining", HeaderValue::from(verdict.remaining));
    set("x-ratelimit-reset", HeaderValue::from(verdict.reset));
}

/// Adds the `Date` of the stand-in's clock, unless a fault set another.
fn dated(mut response: Response, now: Timestamp) -> Response {
    let printed = DateTimePrinter::new().timestamp_to_rfc9110_string(&now).ok();
    if let Some(date) = printed.and_then(|date| HeaderValue::try_from(date).ok()) {
        response.headers_mut().entry(header::DATE).or_insert(date);
    }
    response
}

/// The id in `/api/developer/api-keys/{id}...`.
fn key_in_path(path: &str) -> Option<String> {
    let rest = path.strip_prefix("/api/developer/api-keys/")?;
    rest.split('/').next().filter(|id| !id.is_empty()).map(ToOwned::to_owned)
}
