//! `/__control/*`: the handle over HTTP, for a stand-in that runs as a process of its own.
//!
//! | route | body | answer |
//! |---|---|---|
//! | `GET health` | - | `{"status":"ok"}` |
//! | `GET ledger` | - | `[{"event":"issued",...}]` |
//! | `GET requests?path=/v1/me` | - | `[{"method","path","at","outcome","key_id"}]` |
//! | `GET keys` | - | `[<apiKey object>]` |
//! | `GET current-secret/{id}` | - | `{"secret":"sk_..."}`, 404 for an unknown key |
//! | `POST profile` | `{"profile":"guided","answer":"html"}` (`answer` optional) | `{}` |
//! | `POST me-behaviour` | `{"me":"unmoved"}`, `before` or `after` | `{}` |
//! | `POST refused-use` | `{"refused_use":"moves"}` or `ignored` | `{}` |
//! | `POST latency` | `{"ms":100}` | `{}` |
//! | `POST rate-limit` | `{"per_minute":1000}` | `{}` |
//! | `POST fault` | a [`Fault`] | `{}` |
//! | `GET faults`, `DELETE faults` | - | `[<fault>]`, `{}` |
//! | `POST release` | - | `{}`: answers held by a `hold` fault go out |
//! | `POST expire-tokens` | - | `{}` |
//! | `POST regenerate/{id}` | - | `{"secret":"sk_..."}`, as a colleague would |
//! | `POST use/{id}` | `{"at":"2026-01-02T03:04:05Z"}` or `{}` for now | `{}` |
//!
//! No credential: the stand-in listens on loopback only and holds nothing real. A browser page is kept out
//! by refusing any call with an `Origin`. Not here: the API itself. Control calls meet no rate limit, no
//! fault and no latency, and are not recorded.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path, Query, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::config::{GuidedAnswer, MeBehaviour, Profile, RefusedUse};
use crate::errors::ApiError;
use crate::faults::Fault;
use crate::keys::{KeyChange, KeyRecord, NO_SUCH_KEY};
use crate::ledger::LedgerEvent;
use crate::requests::RequestRecord;
use crate::state::World;

type Shared = State<Arc<World>>;

/// The control routes.
pub(crate) fn routes() -> Router<Arc<World>> {
    Router::new()
        .route("/health", get(|| async { Json(json!({"status": "ok"})) }))
        .route("/ledger", get(ledger))
        .route("/requests", get(requests))
        .route("/keys", get(keys))
        .route("/current-secret/{id}", get(current_secret))
        .route("/profile", post(profile))
        .route("/me-behaviour", post(me_behaviour))
        .route("/refused-use", post(refused_use))
        .route("/latency", post(latency))
        .route("/rate-limit", post(rate_limit))
        .route("/fault", post(fault))
        .route("/faults", get(faults).delete(clear_faults))
        .route("/release", post(release))
        .route("/expire-tokens", post(expire_tokens))
        .route("/regenerate/{id}", post(regenerate))
        .route("/use/{id}", post(use_key))
        .layer(middleware::from_fn(refuse_pages))
}

/// The stand-in of the portal's page: what the guided walk opens in a browser.
pub(crate) async fn dashboard() -> Html<&'static str> {
    Html(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>DHMAD for developers</title>\
         </head><body><h1>API keys</h1><p>This page stands in for the developer portal.</p></body></html>",
    )
}

async fn refuse_pages(request: Request, next: Next) -> Response {
    if request.headers().contains_key(header::ORIGIN) {
        return StatusCode::FORBIDDEN.into_response();
    }
    next.run(request).await
}

#[derive(Deserialize)]
struct RequestsQuery {
    #[serde(default)]
    path: String,
}

#[derive(Deserialize)]
struct ProfileBody {
    profile: Profile,
    answer: Option<GuidedAnswer>,
}

#[derive(Deserialize)]
struct MeBody {
    me: MeBehaviour,
}

#[derive(Deserialize)]
struct RefusedUseBody {
    refused_use: RefusedUse,
}

#[derive(Deserialize)]
struct LatencyBody {
    ms: u64,
}

#[derive(Deserialize)]
struct RateLimitBody {
    per_minute: u32,
}

#[derive(Deserialize)]
struct UseBody {
    at: Option<Timestamp>,
}

async fn ledger(State(world): Shared) -> Json<Vec<LedgerEvent>> {
    Json(world.lock().ledger.snapshot())
}

async fn requests(State(world): Shared, Query(query): Query<RequestsQuery>) -> Json<Vec<RequestRecord>> {
    Json(world.lock().requests.matching(&query.path))
}

async fn keys(State(world): Shared) -> Json<Vec<Value>> {
    Json(world.lock().account.keys.iter().map(KeyRecord::view).collect())
}

async fn current_secret(State(world): Shared, Path(id): Path<String>) -> Result<Json<Value>, ApiError> {
    let secret = world.current_secret(&id).ok_or(NO_SUCH_KEY)?;
    Ok(Json(json!({"secret": secret})))
}

async fn profile(State(world): Shared, Json(body): Json<ProfileBody>) -> Json<Value> {
    let mut inner = world.lock();
    inner.settings.profile = body.profile;
    inner.settings.guided_answer = body.answer.unwrap_or(inner.settings.guided_answer);
    done()
}

async fn me_behaviour(State(world): Shared, Json(body): Json<MeBody>) -> Json<Value> {
    world.lock().settings.me = body.me;
    done()
}

async fn refused_use(State(world): Shared, Json(body): Json<RefusedUseBody>) -> Json<Value> {
    world.lock().settings.refused_use = body.refused_use;
    done()
}

async fn latency(State(world): Shared, Json(body): Json<LatencyBody>) -> Json<Value> {
    world.lock().settings.latency = Duration::from_millis(body.ms);
    done()
}

async fn rate_limit(State(world): Shared, Json(body): Json<RateLimitBody>) -> Json<Value> {
    world.lock().settings.rate_limit = body.per_minute;
    done()
}

async fn fault(State(world): Shared, Json(fault): Json<Fault>) -> Json<Value> {
    world.lock().faults.push(fault);
    done()
}

async fn faults(State(world): Shared) -> Json<Vec<Fault>> {
    Json(world.lock().faults.pending())
}

async fn clear_faults(State(world): Shared) -> Json<Value> {
    world.lock().faults.clear();
    done()
}

async fn release(State(world): Shared) -> Json<Value> {
    world.release_held();
    done()
}

async fn expire_tokens(State(world): Shared) -> Result<Json<Value>, ApiError> {
    world.expire_tokens()?;
    Ok(done())
}

async fn regenerate(State(world): Shared, Path(id): Path<String>) -> Result<Json<Value>, ApiError> {
    Ok(Json(json!({"secret": world.regenerate_elsewhere(&id)?})))
}

async fn use_key(
    State(world): Shared,
    Path(id): Path<String>,
    Json(body): Json<UseBody>,
) -> Result<Json<Value>, ApiError> {
    world.use_key(&id, body.at)?;
    Ok(done())
}

fn done() -> Json<Value> {
    Json(json!({}))
}

/// What the control routes and the handle have in common.
impl World {
    pub(crate) fn current_secret(&self, key_id: &str) -> Option<String> {
        self.lock().key(key_id).ok().map(|key| key.secret.clone())
    }

    pub(crate) fn release_held(&self) {
        self.release.send_modify(|count| *count += 1);
    }

    pub(crate) fn tokens(&self) -> Vec<String> {
        self.lock().account.tokens.iter().map(|token| token.value.clone()).collect()
    }

    pub(crate) fn expire_tokens(&self) -> Result<(), ApiError> {
        self.change(|inner, _| {
            inner.account.tokens.clear();
            Ok(())
        })
    }

    pub(crate) fn regenerate_elsewhere(&self, key_id: &str) -> Result<String, ApiError> {
        self.change(|inner, now| Ok(inner.regenerate_key(key_id, now)?.secret))
    }

    pub(crate) fn switch_elsewhere(&self, key_id: &str, active: bool) -> Result<(), ApiError> {
        self.change(|inner, now| {
            let change = KeyChange { is_active: Some(active), ..KeyChange::default() };
            inner.update_key(key_id, change, now).map(drop)
        })
    }

    pub(crate) fn expire_key(&self, key_id: &str, at: Timestamp) -> Result<(), ApiError> {
        self.change(|inner, _| {
            inner.key(key_id)?.expires_at = Some(at);
            Ok(())
        })
    }

    pub(crate) fn use_key(&self, key_id: &str, at: Option<Timestamp>) -> Result<(), ApiError> {
        self.change(|inner, now| {
            inner.key(key_id)?.last_used_at = Some(at.unwrap_or(now));
            Ok(())
        })
    }
}
