//! The answer of `/v1/me` (documented), and the `developer` object that the sign-in shares.

use miftah_core::ports::{Developer, Me};
use miftah_core::secret::redact;
use serde::de::MapAccess;

use super::key::KeyFields;
use super::loose::{Fields, Loose, Object, skip};
use super::{WrongShape, parse};
use crate::contract::field;

/// Reads the answer. The body is mended in place.
pub(crate) fn read_me(body: &mut [u8]) -> Result<Me, WrongShape> {
    let fields = parse::<Object<MeFields<'_>>>(body)?.0.ok_or(WrongShape)?;
    let key = fields.key.0.and_then(|key| key.key()).ok_or(WrongShape)?;
    Ok(Me {
        key,
        developer: fields.developer.0.and_then(|developer| developer.developer()),
        server_date: None,
    })
}

#[derive(Default)]
struct MeFields<'de> {
    key: Object<KeyFields<'de>>,
    developer: Object<DeveloperFields<'de>>,
}

impl<'de> Fields<'de> for MeFields<'de> {
    fn take<A: MapAccess<'de>>(&mut self, name: &str, object: &mut A) -> Result<(), A::Error> {
        match name {
            field::API_KEY => self.key = object.next_value()?,
            field::DEVELOPER => self.developer = object.next_value()?,
            _ => skip(object)?,
        }
        Ok(())
    }
}

/// The fields of a developer, of whatever type.
#[derive(Default)]
pub(super) struct DeveloperFields<'de> {
    id: Option<Loose<'de>>,
    email: Option<Loose<'de>>,
    company: Option<Loose<'de>>,
}

impl<'de> Fields<'de> for DeveloperFields<'de> {
    fn take<A: MapAccess<'de>>(&mut self, name: &str, object: &mut A) -> Result<(), A::Error> {
        let slot = match name {
            field::ID | field::RAW_ID => &mut self.id,
            field::EMAIL => &mut self.email,
            field::COMPANY => &mut self.company,
            _ => return skip(object),
        };
        *slot = Some(object.next_value()?);
        Ok(())
    }
}

impl DeveloperFields<'_> {
    /// The developer, if the id is known.
    pub(super) fn developer(&self) -> Option<Developer> {
        let id = match self.id.as_ref()? {
            Loose::Whole(number) => number.to_string(),
            other => clean(other)?,
        };
        Some(Developer {
            id,
            email: self.email.as_ref().and_then(clean),
            company: self.company.as_ref().and_then(clean),
        })
    }
}

/// A text that is not empty, without any key in it.
fn clean(value: &Loose<'_>) -> Option<String> {
    value.text().filter(|text| !text.is_empty()).map(|text| redact(text).into_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(body: &str) -> Result<Me, WrongShape> {
        read_me(&mut body.as_bytes().to_vec())
    }

    #[test]
    fn documented_answer() {
        let me = read(
            r#"{"apiKey":{"id":"k","keyPrefix":"sk_live_abc123","environment":"live"},
            "developer":{"id":"d","email":"dev@example.com","companyName":"Example Corp"}}"#,
        )
        .unwrap();
        assert_eq!(me.key.id.as_str(), "k");
        let developer = me.developer.unwrap();
        assert_eq!(developer.id, "d");
        assert_eq!(developer.email.as_deref(), Some("dev@example.com"));
        assert_eq!(developer.company.as_deref(), Some("Example Corp"));
    }

    #[test]
    fn the_key_is_needed_and_the_developer_is_not() {
        for developer in ["", r#","developer":null"#, r#","developer":{"email":"x"}"#, r#","developer":[]"#] {
            let me = read(&format!(r#"{{"apiKey":{{"id":"k","environment":"live"}}{developer}}}"#)).unwrap();
            assert_eq!(me.developer, None, "{developer}");
        }
        for body in ["", "[]", "{}", r#"{"apiKey":7}"#, r#"{"apiKey":{"id":"k"}}"#, "<html>"] {
            assert_eq!(read(body), Err(WrongShape), "{body}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn no_answer_makes_it_panic(body in crate::tests::answers::answer()) {
            let shown = format!("{:?}", read(&body));
            prop_assert!(!shown.contains(crate::tests::answers::MARKER));
        }
    }
}
