//! DHMAD's documented error body: `{error, message, details?}`, with `retryAfter` in a 429.

use serde::de::MapAccess;

use super::loose::{Fields, Loose, Object, skip};
use super::text::without_bom;
use crate::contract::field;

/// What a body says of itself. The message is not kept: nobody reads it, and it may quote the request.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct ErrorBody {
    /// It is a JSON object.
    pub(crate) is_object: bool,
    /// It has the documented shape: two texts, `error` and `message`.
    pub(crate) is_documented: bool,
    /// The documented `retryAfter`.
    pub(crate) retry_after: Option<f64>,
}

impl ErrorBody {
    /// Looks at a body, whatever it is.
    pub(crate) fn read(body: &[u8]) -> Self {
        let parsed: Result<Object<Shape<'_>>, _> = serde_json::from_slice(without_bom(body));
        let Some(shape) = parsed.ok().and_then(|object| object.0) else { return Self::default() };
        Self {
            is_object: true,
            is_documented: shape.error && shape.message,
            retry_after: shape.retry_after.and_then(|value| value.number()),
        }
    }
}

#[derive(Default)]
struct Shape<'de> {
    error: bool,
    message: bool,
    retry_after: Option<Loose<'de>>,
}

impl<'de> Fields<'de> for Shape<'de> {
    fn take<A: MapAccess<'de>>(&mut self, name: &str, object: &mut A) -> Result<(), A::Error> {
        match name {
            field::ERROR => self.error = object.next_value::<Loose<'de>>()?.text().is_some(),
            field::MESSAGE => self.message = object.next_value::<Loose<'de>>()?.text().is_some(),
            field::RETRY_AFTER => self.retry_after = Some(object.next_value()?),
            _ => skip(object)?,
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(body: &str, is_object: bool, is_documented: bool, retry_after: Option<f64>) {
        assert_eq!(
            ErrorBody::read(body.as_bytes()),
            ErrorBody { is_object, is_documented, retry_after },
            "{body}"
        );
    }

    #[test]
    fn documented_shape_and_others() {
        check(r#"{"error":"Unauthorized","message":"Invalid","details":{"field":"x"}}"#, true, true, None);
        check(r#"{"error":"Too Many Requests","message":"m","retryAfter":3600}"#, true, true, Some(3600.0));
        check(r#"{"error":"e","message":"m","retryAfter":"12"}"#, true, true, Some(12.0));
        check(r#"{"error":"e","message":"m","retryAfter":-3}"#, true, true, Some(-3.0));
        check(r#"{"error":"e","message":"m","retryAfter":[1]}"#, true, true, None);
        check(r#"{"error":{"code":1},"message":"m"}"#, true, false, None);
        check(r#"{"message":"m"}"#, true, false, None);
        for body in ["", "[]", "null", "\"error\"", "<html>", r#"{"error":"e","message":"m""#] {
            check(body, false, false, None);
        }
    }
}
