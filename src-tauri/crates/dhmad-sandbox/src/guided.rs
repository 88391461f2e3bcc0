//! The guided profile: each inferred call answers as if the account's API did not have it.
//!
//! Not here: the documented calls (`/v1/me`, create a webhook), which work in either profile.

use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::config::{GuidedAnswer, Profile};
use crate::errors::ApiError;
use crate::state::Settings;

/// What a single-page portal answers for any path it does not know.
const PAGE: &str = "<!doctype html><html lang=\"en\"><head><title>DHMAD for developers</title></head>\
                    <body><div id=\"app\"></div></body></html>";

/// The answer in place of an inferred call, when the profile has none of them.
pub(crate) fn refuse(settings: &Settings, method: &Method, path: &str) -> Option<Response> {
    if settings.profile == Profile::Full {
        return None;
    }
    let by_call = inferred_call(method, path)?;
    let answer = match settings.guided_answer {
        GuidedAnswer::ByCall => by_call,
        chosen => chosen,
    };
    Some(match answer {
        GuidedAnswer::NotFound | GuidedAnswer::ByCall => ApiError::NotFound("Not found").into_response(),
        GuidedAnswer::MethodNotAllowed => ApiError::MethodNotAllowed("GET, HEAD").into_response(),
        GuidedAnswer::Html => {
            (StatusCode::OK, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], PAGE).into_response()
        }
    })
}

/// Which answer each inferred call gives by default; `None` for a documented one or none at all.
fn inferred_call(method: &Method, path: &str) -> Option<GuidedAnswer> {
    let rest = path.strip_prefix("/api/developer/")?;
    let segments: Vec<&str> = rest.split('/').collect();
    Some(match (method.as_str(), segments.as_slice()) {
        ("POST", ["auth", "login"] | ["api-keys", _, "regenerate"])
        | ("DELETE", ["api-keys", _])
        | ("GET", ["webhooks", _]) => GuidedAnswer::NotFound,
        ("POST", ["api-keys"] | ["webhooks", _, "regenerate-secret"])
        | ("PUT", ["api-keys" | "webhooks", _]) => GuidedAnswer::MethodNotAllowed,
        ("GET", ["api-keys" | "webhooks"]) | ("DELETE", ["webhooks", _]) => GuidedAnswer::Html,
        _ => return None,
    })
}
