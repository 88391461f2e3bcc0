//! `/v1/*`: what a key can ask about itself, on the mount of each environment.
//!
//! - `GET /v1/me` `[D]`: the key and its developer; what it does to `lastUsedAt` is `[ND]`, see
//!   [`MeBehaviour`].
//! - any other `/v1/*` `[D]`: 403, since the developer of the stand-in has no associated user account.
//!
//! Not here: the portal's calls, which take a developer token (`portal.rs`).

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use axum::{Json, Router};
use serde_json::json;

use crate::config::MeBehaviour;
use crate::errors::{ApiError, MISSING_KEY};
use crate::keys::Environment;
use crate::pipeline::KeyId;
use crate::state::World;

/// The `/v1` routes of one environment.
pub(crate) fn routes(environment: Environment) -> Router<Arc<World>> {
    Router::new()
        .route(
            "/v1/me",
            get(move |State(world): State<Arc<World>>, headers: HeaderMap| async move {
                me(&world, environment, &headers)
            }),
        )
        .route(
            "/v1/{*rest}",
            any(move |State(world): State<Arc<World>>, headers: HeaderMap| async move {
                other(&world, environment, &headers)
            }),
        )
}

fn me(world: &World, environment: Environment, headers: &HeaderMap) -> Result<Response, ApiError> {
    let secret = secret_of(headers).ok_or(ApiError::Unauthorized(MISSING_KEY))?;
    world.change(|inner, now| {
        let behaviour = inner.settings.me;
        let key = inner.authenticate(environment, secret, now)?;
        let before = key.view();
        let api_key = match behaviour {
            MeBehaviour::Unmoved => before,
            MeBehaviour::Before => {
                key.last_used_at = Some(now);
                before
            }
            MeBehaviour::After => {
                key.last_used_at = Some(now);
                key.view()
            }
        };
        let id = key.id.clone();
        let body = json!({"apiKey": api_key, "developer": inner.account.developer_view()});
        Ok((axum::Extension(KeyId(id)), Json(body)).into_response())
    })
}

/// A real call: it counts as a use, and is refused for want of a user account.
fn other(world: &World, environment: Environment, headers: &HeaderMap) -> Result<Response, ApiError> {
    let secret = secret_of(headers).ok_or(ApiError::Unauthorized(MISSING_KEY))?;
    world.change(|inner, now| {
        inner.authenticate(environment, secret, now)?.last_used_at = Some(now);
        Err(ApiError::Forbidden)
    })
}

/// `Authorization: Bearer` before `X-API-Key` `[D]`.
fn secret_of(headers: &HeaderMap) -> Option<&str> {
    bearer(headers).or_else(|| headers.get("x-api-key")?.to_str().ok())
}

/// The credential of an `Authorization: Bearer` header.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, credential) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(credential.trim())
}
