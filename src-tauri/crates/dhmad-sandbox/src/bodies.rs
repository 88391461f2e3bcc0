//! Reading the portal's request bodies: one function a call, 400 with `details` where a field is wrong.
//!
//! Not here: what is done with them. Which fields are required is `[I]`; unknown ones are ignored.

use serde_json::{Map, Value};

use crate::errors::ApiError;
use crate::keys::{Environment, KeyChange, NewKey};
use crate::webhooks::{EVENTS, WebhookChange};

/// The rate limit of a key whose create call names none `[D]`.
const DEFAULT_RATE_LIMIT: u32 = 100;

/// Fields read so far, and the ones at fault.
struct Fields {
    object: Map<String, Value>,
    wrong: Vec<(&'static str, &'static str)>,
}

impl Fields {
    fn read(body: &[u8]) -> Result<Self, ApiError> {
        let object = serde_json::from_slice(body)
            .map_err(|_| ApiError::InvalidParameters(vec![("body", "must be a JSON object")]))?;
        Ok(Self { object, wrong: Vec::new() })
    }

    /// The field as `parse` reads it; `None` when absent, or wrong and noted so.
    fn optional<T>(
        &mut self,
        field: &'static str,
        rule: &'static str,
        parse: impl FnOnce(Value) -> Option<T>,
    ) -> Option<T> {
        let value = self.object.remove(field)?;
        let parsed = parse(value);
        if parsed.is_none() {
            self.wrong.push((field, rule));
        }
        parsed
    }

    /// Like [`Self::optional`], an absent field being at fault as well.
    fn required<T>(
        &mut self,
        field: &'static str,
        rule: &'static str,
        parse: impl FnOnce(Value) -> Option<T>,
    ) -> Option<T> {
        if !self.object.contains_key(field) {
            self.wrong.push((field, rule));
        }
        self.optional(field, rule, parse)
    }

    fn done(self) -> Result<(), ApiError> {
        if self.wrong.is_empty() { Ok(()) } else { Err(ApiError::InvalidParameters(self.wrong)) }
    }
}

/// `{email, password}`
pub(crate) fn login(body: &[u8]) -> Result<(String, String), ApiError> {
    let mut fields = Fields::read(body)?;
    let email = fields.required("email", "is required", text);
    let password = fields.required("password", "is required", text);
    fields.done()?;
    Ok((email.unwrap_or_default(), password.unwrap_or_default()))
}

/// `{name, environment, rateLimit?, metadata?}`
pub(crate) fn new_key(body: &[u8]) -> Result<NewKey, ApiError> {
    let mut fields = Fields::read(body)?;
    let name = fields.required("name", "must be a text that is not empty", text);
    let environment = fields.required("environment", "must be live or sandbox", environment);
    let rate_limit = fields.optional("rateLimit", "must be a positive whole number", positive);
    let metadata = fields.optional("metadata", "must be an object", object);
    fields.done()?;
    Ok(NewKey {
        name: name.unwrap_or_default(),
        environment: environment.unwrap_or(Environment::Sandbox),
        rate_limit: rate_limit.unwrap_or(DEFAULT_RATE_LIMIT),
        metadata: metadata.unwrap_or_default(),
    })
}

/// Any of `{name, isActive, rateLimit, metadata}`
pub(crate) fn key_change(body: &[u8]) -> Result<KeyChange, ApiError> {
    let mut fields = Fields::read(body)?;
    let change = KeyChange {
        name: fields.optional("name", "must be a text that is not empty", text),
        is_active: fields.optional("isActive", "must be true or false", |value| value.as_bool()),
        rate_limit: fields.optional("rateLimit", "must be a positive whole number", positive),
        metadata: fields.optional("metadata", "must be an object", object),
    };
    fields.done()?;
    Ok(change)
}

/// `{url, events[]}`
pub(crate) fn new_webhook(body: &[u8]) -> Result<(String, Vec<String>), ApiError> {
    let mut fields = Fields::read(body)?;
    let url = fields.required("url", "must be an http or https address", address);
    let events = fields.required("events", "must be a list of known events", events);
    fields.done()?;
    Ok((url.unwrap_or_default(), events.unwrap_or_default()))
}

/// Any of `{url, events, isActive}`
pub(crate) fn webhook_change(body: &[u8]) -> Result<WebhookChange, ApiError> {
    let mut fields = Fields::read(body)?;
    let change = WebhookChange {
        url: fields.optional("url", "must be an http or https address", address),
        events: fields.optional("events", "must be a list of known events", events),
        is_active: fields.optional("isActive", "must be true or false", |value| value.as_bool()),
    };
    fields.done()?;
    Ok(change)
}

fn text(value: Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text),
        _ => None,
    }
}

fn address(value: Value) -> Option<String> {
    text(value).filter(|url| url.starts_with("https://") || url.starts_with("http://"))
}

fn environment(value: Value) -> Option<Environment> {
    serde_json::from_value(value).ok()
}

#[expect(clippy::needless_pass_by_value, reason = "same shape as the other parsers")]
fn positive(value: Value) -> Option<u32> {
    value.as_u64().and_then(|number| u32::try_from(number).ok()).filter(|number| *number > 0)
}

fn object(value: Value) -> Option<Map<String, Value>> {
    match value {
        Value::Object(object) => Some(object),
        _ => None,
    }
}

fn events(value: Value) -> Option<Vec<String>> {
    let events: Vec<String> = serde_json::from_value(value).ok()?;
    let known = events.iter().all(|event| EVENTS.contains(&event.as_str()));
    (known && !events.is_empty()).then_some(events)
}
