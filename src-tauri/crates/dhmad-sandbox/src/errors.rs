//! Every error body the API answers with, word for word.
//!
//! Not here: the answers that faults and the guided profile give in place of the API.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

/// `[D]` 401 when no key was sent.
pub const MISSING_KEY: &str = "Missing API key. Please include X-API-Key header.";
/// `[D]` 401 for a wrong, inactive, regenerated, deleted or expired key.
pub const INVALID_KEY: &str = "Invalid or expired API key";
/// `[D]` that there is such a message, `[ND]` its words: a sandbox key was sent to production.
pub const NEEDS_LIVE_KEY: &str = "This endpoint requires a live API key (sk_live_...)";
/// `[D]` that there is such a message, `[ND]` its words: a live key was sent to the sandbox.
pub const NEEDS_SANDBOX_KEY: &str = "This endpoint requires a sandbox API key (sk_sandbox_...)";
/// `[ND]` 401 for a missing, wrong or expired developer token.
pub const INVALID_TOKEN: &str = "Invalid or expired token";
/// `[I]` 401 of the sign-in call.
pub const WRONG_PASSWORD: &str = "Invalid email or password";
/// `[D]` 403 of a call that needs an associated user account.
pub const NEEDS_USER_ACCOUNT: &str =
    "Developer account must be associated with a user account to use this endpoint";
/// `[D]` 400, with `details`.
pub const INVALID_PARAMETERS: &str = "Invalid request parameters";
/// `[D]` 429.
pub const RATE_LIMITED: &str = "Rate limit exceeded. Please try again later.";

/// An answer other than success.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ApiError {
    /// 401 with one of the messages above.
    Unauthorized(&'static str),
    /// 403, `[D]`.
    Forbidden,
    /// 400 with the fields at fault, `[D]`.
    InvalidParameters(Vec<(&'static str, &'static str)>),
    /// 400 with another message.
    BadRequest(&'static str),
    /// 404; the words are `[ND]`.
    NotFound(&'static str),
    /// 405; the words are `[ND]`.
    MethodNotAllowed(&'static str),
    /// 429 with the seconds to wait, `[D]`.
    TooManyRequests(i64),
    /// 500; the words are `[ND]`.
    Internal,
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        match self {
            Self::Unauthorized(message) => answer(StatusCode::UNAUTHORIZED, message),
            Self::Forbidden => answer(StatusCode::FORBIDDEN, NEEDS_USER_ACCOUNT),
            Self::BadRequest(message) => answer(StatusCode::BAD_REQUEST, message),
            Self::NotFound(message) => answer(StatusCode::NOT_FOUND, message),
            Self::Internal => answer(StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong"),
            Self::InvalidParameters(fields) => {
                let details: Map<String, Value> =
                    fields.into_iter().map(|(field, rule)| (field.to_owned(), rule.into())).collect();
                let body = json!({"error": "Bad Request", "message": INVALID_PARAMETERS, "details": details});
                (StatusCode::BAD_REQUEST, Json(body)).into_response()
            }
            Self::MethodNotAllowed(allow) => {
                let mut response = answer(StatusCode::METHOD_NOT_ALLOWED, "Method not allowed");
                response.headers_mut().insert(header::ALLOW, HeaderValue::from_static(allow));
                response
            }
            Self::TooManyRequests(seconds) => {
                let body =
                    json!({"error": "Too Many Requests", "message": RATE_LIMITED, "retryAfter": seconds});
                let mut response = (StatusCode::TOO_MANY_REQUESTS, Json(body)).into_response();
                response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
                response
            }
        }
    }
}

fn answer(status: StatusCode, message: &str) -> Response {
    let error = status.canonical_reason().unwrap_or("Error");
    (status, Json(json!({"error": error, "message": message}))).into_response()
}
