//! `/api/developer/*`: the developer's own keys and webhooks, with a developer token `[D]`.
//!
//! - `POST auth/login` `[I]`
//! - `GET|POST api-keys`, `PUT|DELETE api-keys/{id}`, `POST api-keys/{id}/regenerate` `[I]`
//! - `POST webhooks` `[D]`; `GET webhooks`, `GET|PUT|DELETE webhooks/{id}`,
//!   `POST webhooks/{id}/regenerate-secret` `[D-cut]`, paths `[I]`
//!
//! Not here: reading the bodies (`bodies.rs`), what the operations do (`keys.rs`, `webhooks.rs`).

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use axum::{Extension, Json, Router};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::bodies;
use crate::errors::{ApiError, INVALID_TOKEN, WRONG_PASSWORD};
use crate::keys::KeyRecord;
use crate::me::bearer;
use crate::pipeline::KeyId;
use crate::random;
use crate::state::{Inner, Token, World};
use crate::webhooks::Webhook;

type Shared = State<Arc<World>>;
type Answer = Result<Response, ApiError>;

/// The portal's routes.
pub(crate) fn routes() -> Router<Arc<World>> {
    Router::new()
        .route("/auth/login", post(login))
        .route("/api-keys", get(list_keys).post(create_key))
        .route("/api-keys/{id}", put(update_key).delete(delete_key))
        .route("/api-keys/{id}/regenerate", post(regenerate_key))
        .route("/webhooks", get(list_webhooks).post(create_webhook))
        .route("/webhooks/{id}", get(webhook).put(update_webhook).delete(delete_webhook))
        .route("/webhooks/{id}/regenerate-secret", post(regenerate_webhook))
}

async fn login(State(world): Shared, body: Bytes) -> Answer {
    let (email, password) = bodies::login(&body)?;
    world.change(|inner, now| {
        let known = inner.account.email.eq_ignore_ascii_case(&email) && inner.account.password == password;
        if !known {
            return Err(ApiError::Unauthorized(WRONG_PASSWORD));
        }
        let value = format!("dvt_{}", random::make_hex::<22>()?);
        let lifetime = inner.settings.token_lifetime;
        let expires_at = lifetime.and_then(|lifetime| now.checked_add(lifetime).ok());
        inner.account.tokens.push(Token { value: value.clone(), expires_at });
        Ok(ok(&json!({"token": value, "developer": inner.account.developer_view()})))
    })
}

async fn list_keys(State(world): Shared, headers: HeaderMap) -> Answer {
    signed_in(&world, &headers, |inner, _| {
        let keys: Vec<Value> = inner.account.keys.iter().map(KeyRecord::view).collect();
        Ok(ok(&json!({"apiKeys": keys})))
    })
}

async fn create_key(State(world): Shared, headers: HeaderMap, body: Bytes) -> Answer {
    signed_in(&world, &headers, |inner, now| {
        let key = inner.create_key(bodies::new_key(&body)?, now)?;
        let body = json!({"message": "API key created successfully", "apiKey": key.view_with_secret()});
        Ok((StatusCode::CREATED, Extension(KeyId(key.id)), Json(body)).into_response())
    })
}

async fn regenerate_key(State(world): Shared, headers: HeaderMap, Path(id): Path<String>) -> Answer {
    signed_in(&world, &headers, |inner, now| {
        let key = inner.regenerate_key(&id, now)?;
        Ok(ok(&json!({"message": "API key regenerated successfully", "apiKey": key.view_with_secret()})))
    })
}

async fn update_key(State(world): Shared, headers: HeaderMap, Path(id): Path<String>, body: Bytes) -> Answer {
    signed_in(&world, &headers, |inner, now| {
        let key = inner.update_key(&id, bodies::key_change(&body)?, now)?;
        Ok(ok(&json!({"message": "API key updated successfully", "apiKey": key.view()})))
    })
}

async fn delete_key(State(world): Shared, headers: HeaderMap, Path(id): Path<String>) -> Answer {
    signed_in(&world, &headers, |inner, now| {
        inner.delete_key(&id, now)?;
        Ok(ok(&json!({"message": "API key deleted successfully"})))
    })
}

async fn list_webhooks(State(world): Shared, headers: HeaderMap) -> Answer {
    signed_in(&world, &headers, |inner, _| {
        let webhooks: Vec<Value> = inner.account.webhooks.iter().map(Webhook::view).collect();
        Ok(ok(&json!({"webhooks": webhooks})))
    })
}

async fn create_webhook(State(world): Shared, headers: HeaderMap, body: Bytes) -> Answer {
    signed_in(&world, &headers, |inner, now| {
        let (url, events) = bodies::new_webhook(&body)?;
        let webhook = inner.create_webhook(url, events, now)?.view_with_secret();
        let body = json!({"message": "Webhook created successfully", "webhook": webhook});
        Ok((StatusCode::CREATED, Json(body)).into_response())
    })
}

async fn webhook(State(world): Shared, headers: HeaderMap, Path(id): Path<String>) -> Answer {
    signed_in(&world, &headers, |inner, _| Ok(ok(&json!({"webhook": inner.webhook(&id)?.view()}))))
}

async fn update_webhook(
    State(world): Shared,
    headers: HeaderMap,
    Path(id): Path<String>,
    body: Bytes,
) -> Answer {
    signed_in(&world, &headers, |inner, _| {
        let webhook = inner.update_webhook(&id, bodies::webhook_change(&body)?)?;
        Ok(ok(&json!({"message": "Webhook updated successfully", "webhook": webhook.view()})))
    })
}

async fn delete_webhook(State(world): Shared, headers: HeaderMap, Path(id): Path<String>) -> Answer {
    signed_in(&world, &headers, |inner, now| {
        inner.delete_webhook(&id, now)?;
        Ok(ok(&json!({"message": "Webhook deleted successfully"})))
    })
}

async fn regenerate_webhook(State(world): Shared, headers: HeaderMap, Path(id): Path<String>) -> Answer {
    signed_in(&world, &headers, |inner, now| {
        let webhook = inner.regenerate_webhook(&id, now)?.view_with_secret();
        Ok(ok(&json!({"message": "Webhook secret regenerated successfully", "webhook": webhook})))
    })
}

/// Runs `work` if the call carries a developer token that is known and not expired.
fn signed_in(
    world: &World,
    headers: &HeaderMap,
    work: impl FnOnce(&mut Inner, Timestamp) -> Answer,
) -> Answer {
    let token = bearer(headers).ok_or(ApiError::Unauthorized(INVALID_TOKEN))?;
    world.change(|inner, now| {
        let alive = |known: &Token| known.expires_at.is_none_or(|expires| now < expires);
        if !inner.account.tokens.iter().any(|known| known.value == token && alive(known)) {
            return Err(ApiError::Unauthorized(INVALID_TOKEN));
        }
        work(inner, now)
    })
}

fn ok(body: &Value) -> Response {
    Json(body).into_response()
}
