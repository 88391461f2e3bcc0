//! The answer of a sign-in (inferred): the token goes from the parser into wiped memory.

use miftah_core::ports::SignedIn;
use miftah_core::secret::Secret;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::loose::{Fields, Object, scalars_are, skip};
use super::me::DeveloperFields;
use super::{WrongShape, parse};
use crate::contract::field;

/// How long a developer token may be.
const LENGTHS: std::ops::RangeInclusive<usize> = 16..=4096;

/// Reads the answer. The body is mended in place.
pub(crate) fn read_sign_in(body: &mut [u8]) -> Result<SignedIn, WrongShape> {
    let fields = parse::<Object<SignInFields<'_>>>(body)?.0.ok_or(WrongShape)?;
    let token = fields.token.0.ok_or(WrongShape)?;
    Ok(SignedIn { token, developer: fields.developer.0.and_then(|developer| developer.developer()) })
}

#[derive(Default)]
struct SignInFields<'de> {
    token: Token,
    developer: Object<DeveloperFields<'de>>,
}

impl<'de> Fields<'de> for SignInFields<'de> {
    fn take<A: MapAccess<'de>>(&mut self, name: &str, object: &mut A) -> Result<(), A::Error> {
        match name {
            field::TOKEN => self.token = object.next_value()?,
            field::DEVELOPER => self.developer = object.next_value()?,
            _ => skip(object)?,
        }
        Ok(())
    }
}

/// A token, if the value is one.
#[derive(Default)]
struct Token(Option<Secret>);

struct TokenVisitor;

impl<'de> Visitor<'de> for TokenVisitor {
    type Value = Token;

    scalars_are!(Token(None));

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        let fits = LENGTHS.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic());
        Ok(Token(fits.then(|| Secret::new(text.to_owned()))))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
        IgnoredAny.visit_seq(list).map(|_| Token(None))
    }
    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<Self::Value, A::Error> {
        IgnoredAny.visit_map(object).map(|_| Token(None))
    }
}

impl<'de> Deserialize<'de> for Token {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_any(TokenVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> Option<(String, Option<String>)> {
        let signed_in = read_sign_in(&mut body.as_bytes().to_vec()).ok()?;
        Some((signed_in.token.expose().to_owned(), signed_in.developer.map(|developer| developer.id)))
    }

    #[test]
    fn token_and_developer() {
        let token = "dvt_0123456789ab".to_owned();
        let both = r#"{"token":"dvt_0123456789ab","developer":{"id":"d"}}"#;
        assert_eq!(read(both), Some((token.clone(), Some("d".into()))));
        assert_eq!(read(r#"{"x":[{}],"token":"dvt\u005f0123456789ab"}"#), Some((token, None)));
    }

    #[test]
    fn what_is_no_token() {
        let long = format!(r#"{{"token":"{}"}}"#, "x".repeat(4097));
        for body in [
            "{}",
            "[]",
            r#"{"token":null}"#,
            r#"{"token":123456789012345678}"#,
            r#"{"token":["dvt_0123456789ab"]}"#,
            r#"{"token":"short"}"#,
            r#"{"token":"dvt_01234567 9ab"}"#,
            r#"{"token":"dvt_0123456789é-"}"#,
            &long,
        ] {
            assert_eq!(read(body), None, "{body}");
        }
    }
}
