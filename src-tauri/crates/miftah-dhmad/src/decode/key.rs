//! The `apiKey` object, as `/v1/me` documents it.

use miftah_core::keys::{Environment, Key, KeyId, KeyPrefix, LastUse, Status};
use miftah_core::secret::redact;
use serde::de::MapAccess;

use super::date::read_date;
use super::loose::{Fields, Loose, skip};
use crate::contract::field;

/// The fields of a key, of whatever type. Any other field, one named `key` too, is skipped unread.
#[derive(Default)]
pub(super) struct KeyFields<'de> {
    id: Option<Loose<'de>>,
    raw_id: Option<Loose<'de>>,
    name: Option<Loose<'de>>,
    prefix: Option<Loose<'de>>,
    environment: Option<Loose<'de>>,
    is_active: Option<Loose<'de>>,
    last_used_at: Option<Loose<'de>>,
    expires_at: Option<Loose<'de>>,
    created_at: Option<Loose<'de>>,
    rate_limit: Option<Loose<'de>>,
}

impl<'de> Fields<'de> for KeyFields<'de> {
    fn take<A: MapAccess<'de>>(&mut self, name: &str, object: &mut A) -> Result<(), A::Error> {
        let slot = match name {
            field::ID => &mut self.id,
            field::RAW_ID => &mut self.raw_id,
            field::NAME => &mut self.name,
            field::PREFIX => &mut self.prefix,
            field::ENVIRONMENT => &mut self.environment,
            field::IS_ACTIVE => &mut self.is_active,
            field::LAST_USED_AT => &mut self.last_used_at,
            field::EXPIRES_AT => &mut self.expires_at,
            field::CREATED_AT => &mut self.created_at,
            field::RATE_LIMIT => &mut self.rate_limit,
            _ => return skip(object),
        };
        *slot = Some(object.next_value()?);
        Ok(())
    }
}

impl KeyFields<'_> {
    /// The key, if id and environment are known. The prefix stands in for a missing word.
    pub(super) fn key(&self) -> Option<Key> {
        let prefix = text(self.prefix.as_ref()).and_then(KeyPrefix::parse);
        let word = text(self.environment.as_ref()).and_then(Environment::from_word);
        Some(Key {
            id: key_id(self.id.as_ref()).or_else(|| key_id(self.raw_id.as_ref()))?,
            name: redact(text(self.name.as_ref()).unwrap_or_default()).into_owned(),
            environment: word.or(prefix.as_ref().map(KeyPrefix::environment))?,
            prefix,
            status: match self.is_active {
                Some(Loose::Flag(true)) => Status::Active,
                Some(Loose::Flag(false)) => Status::Inactive,
                _ => Status::Unknown,
            },
            last_use: match &self.last_used_at {
                Some(Loose::Null) => LastUse::Never,
                Some(Loose::Text(text)) => read_date(text).map_or(LastUse::Unknown, LastUse::At),
                _ => LastUse::Unknown,
            },
            created_at: text(self.created_at.as_ref()).and_then(read_date),
            expires_at: text(self.expires_at.as_ref()).and_then(read_date),
            rate_limit: self.rate_limit.as_ref().and_then(Loose::whole).and_then(|rate| rate.try_into().ok()),
        })
    }
}

fn text<'a>(value: Option<&'a Loose<'_>>) -> Option<&'a str> {
    value.and_then(Loose::text)
}

fn key_id(value: Option<&Loose<'_>>) -> Option<KeyId> {
    match value? {
        Loose::Text(text) => KeyId::parse(text).ok(),
        Loose::Whole(number) => KeyId::parse(&number.to_string()).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::loose::Object;
    use super::*;

    fn read(body: &str) -> Option<Key> {
        serde_json::from_str::<Object<KeyFields<'_>>>(body).unwrap().0.and_then(|fields| fields.key())
    }

    #[test]
    fn documented_object() {
        let key = read(
            r#"{"id":"507f1f77bcf86cd799439011","name":"Production API Key","keyPrefix":"sk_live_abc123",
            "environment":"live","isActive":true,"lastUsedAt":"2024-01-15T10:30:00Z","expiresAt":null,
            "rateLimit":100,"metadata":{"appName":"My Application"},"createdAt":"2024-01-01T00:00:00Z"}"#,
        );
        let expect = Key {
            id: KeyId::parse("507f1f77bcf86cd799439011").unwrap(),
            name: "Production API Key".into(),
            environment: Environment::Live,
            prefix: KeyPrefix::parse("sk_live_abc123"),
            status: Status::Active,
            last_use: LastUse::At("2024-01-15T10:30:00Z".parse().unwrap()),
            created_at: Some("2024-01-01T00:00:00Z".parse().unwrap()),
            expires_at: None,
            rate_limit: Some(100),
        };
        assert_eq!(key, Some(expect));
    }

    #[test]
    fn missing_null_and_retyped_fields_are_unknown() {
        for body in [
            r#"{"id":"k","environment":"sandbox"}"#,
            r#"{"id":"k","environment":"sandbox","name":null,"keyPrefix":null,"isActive":null,"rateLimit":null,
                "createdAt":null,"expiresAt":null,"lastUsedAt":0}"#,
            r#"{"id":"k","environment":"sandbox","name":7,"keyPrefix":["x"],"isActive":"yes","rateLimit":-1,
                "createdAt":1705314600,"expiresAt":{},"lastUsedAt":"0001-01-01T00:00:00Z"}"#,
        ] {
            let key = read(body).unwrap();
            assert_eq!((key.name.as_str(), key.prefix, key.status), ("", None, Status::Unknown), "{body}");
            assert_eq!((key.last_use, key.rate_limit), (LastUse::Unknown, None), "{body}");
            assert_eq!((key.created_at, key.expires_at), (None, None), "{body}");
        }
        let never = read(r#"{"id":"k","environment":"live","lastUsedAt":null}"#).unwrap();
        assert_eq!(never.last_use, LastUse::Never);
    }

    #[test]
    fn id_and_environment_have_substitutes() {
        let key =
            read(r#"{"_id":"k1","id":null,"environment":"LIVE?","keyPrefix":"sk_sandbox_0a1b2c"}"#).unwrap();
        assert_eq!((key.id.as_str(), key.environment), ("k1", Environment::Sandbox));
        assert_eq!(read(r#"{"id":42,"environment":"live"}"#).unwrap().id.as_str(), "42");
        for body in [
            "7",
            "[]",
            r#"{"environment":"live"}"#,
            r#"{"id":"../x","environment":"live"}"#,
            r#"{"id":"k","environment":"test"}"#,
        ] {
            assert_eq!(read(body), None, "{body}");
        }
    }

    #[test]
    fn a_whole_key_reaches_neither_name_nor_prefix() {
        let secret = format!("sk_live_{}", "5eC".repeat(21) + "0");
        let body = format!(
            r#"{{"id":"k","environment":"live","key":"{secret}","name":"old {secret}","keyPrefix":"{secret}"}}"#
        );
        let shown = format!("{:?}", read(&body).unwrap());
        assert!(!shown.contains("5eC5eC5eC"), "{shown}");
    }
}
