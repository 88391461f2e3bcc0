//! Finds an issued key in an answer by its documented format, wherever it stands.
//!
//! The walk looks at whole texts only and keeps nothing but what matches. Escapes are decoded by the parser
//! into a buffer of its own, which the wiping allocator wipes. An answer that was cut short still yields a
//! key that had arrived whole; any other fault of the JSON makes the answer unreadable.

use std::fmt;

use miftah_core::keys::{ApiKey, Environment, KeyId, KeyPrefix};
use miftah_core::ports::{Issued, UnreadableAnswer};
use miftah_core::secret::Secret;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::loose::scalars_are;
use crate::contract::field;

const HEX: usize = 64;

/// Finds the one key of `environment`, and what the object around it says of it.
pub(crate) fn read_issued(body: &[u8], environment: Environment) -> Result<Issued, UnreadableAnswer> {
    let mut found =
        Found { environment, key: None, two: false, beside: About::default(), described: About::default() };
    let mut parser = serde_json::Deserializer::from_slice(body);
    let walked = Walk { found: &mut found, name: Name::Other }.deserialize(&mut parser);
    match walked.and_then(|_| parser.end()) {
        Ok(()) => {}
        Err(error) if error.is_eof() => {}
        Err(_) => return Err(UnreadableAnswer),
    }
    let text = found.key.filter(|_| !found.two).ok_or(UnreadableAnswer)?;
    let key = ApiKey::parse(&text).map_err(|_| UnreadableAnswer)?;
    let (beside, described) = (found.beside, found.described);
    Ok(Issued { key, id: beside.id.or(described.id), prefix: beside.prefix.or(described.prefix) })
}

/// What was met so far. It has no `Debug`: it holds a key.
struct Found {
    environment: Environment,
    key: Option<Secret>,
    two: bool,
    /// From the object that holds the key itself.
    beside: About,
    /// From the object named `apiKey`.
    described: About,
}

/// What an object says of a key.
#[derive(Default)]
struct About {
    id: Option<KeyId>,
    prefix: Option<KeyPrefix>,
}

impl Found {
    /// Keeps a text if it is a key, and says whether it is.
    fn offer(&mut self, text: &str) -> bool {
        let hex = text.strip_prefix(self.environment.tag()).unwrap_or_default();
        if hex.len() != HEX || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return false;
        }
        let key = Secret::new(text.to_owned());
        match &self.key {
            Some(known) => self.two |= !known.same_as(&key),
            None => self.key = Some(key),
        }
        true
    }
}

/// The names that matter here. Others are not kept: who knows what a server puts into a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Name {
    ApiKey,
    Id,
    Prefix,
    Other,
}

/// What one value turned out to be.
enum Seen {
    Key,
    Id(KeyId),
    Prefix(KeyPrefix),
    Other,
}

/// Walks the value that stands under `name`.
struct Walk<'a> {
    found: &'a mut Found,
    name: Name,
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = Seen;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Seen, D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = Seen;

    scalars_are!(Seen::Other);

    fn visit_str<E>(self, text: &str) -> Result<Seen, E> {
        if self.found.offer(text) {
            return Ok(Seen::Key);
        }
        Ok(match self.name {
            Name::Id => KeyId::parse(text).map_or(Seen::Other, Seen::Id),
            Name::Prefix => KeyPrefix::parse(text).map_or(Seen::Other, Seen::Prefix),
            Name::ApiKey | Name::Other => Seen::Other,
        })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Seen, A::Error> {
        while list.next_element_seed(Walk { found: self.found, name: Name::Other })?.is_some() {}
        Ok(Seen::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Seen, A::Error> {
        let (mut about, mut holds_key) = (About::default(), false);
        let walked = loop {
            match step(self.found, &mut object) {
                Ok(Some(Seen::Key)) => holds_key = true,
                Ok(Some(Seen::Id(id))) => about.id = Some(id),
                Ok(Some(Seen::Prefix(prefix))) => about.prefix = Some(prefix),
                Ok(Some(Seen::Other)) => {}
                Ok(None) => break Ok(Seen::Other),
                // The end of a cut answer: what was read before it stands.
                Err(error) => break Err(error),
            }
        };
        if holds_key {
            self.found.beside = about;
        } else if self.name == Name::ApiKey {
            self.found.described = about;
        }
        walked
    }
}

/// One name and its value; `None` at the end of the object.
fn step<'de, A: MapAccess<'de>>(found: &mut Found, object: &mut A) -> Result<Option<Seen>, A::Error> {
    let Some(name) = object.next_key_seed(NameSeed)? else { return Ok(None) };
    object.next_value_seed(Walk { found, name }).map(Some)
}

struct NameSeed;

impl<'de> DeserializeSeed<'de> for NameSeed {
    type Value = Name;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Name, D::Error> {
        source.deserialize_str(self)
    }
}

impl Visitor<'_> for NameSeed {
    type Value = Name;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a name")
    }
    fn visit_str<E>(self, text: &str) -> Result<Name, E> {
        Ok(match text {
            field::API_KEY => Name::ApiKey,
            field::ID | field::RAW_ID => Name::Id,
            field::PREFIX => Name::Prefix,
            _ => Name::Other,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn live(digit: char) -> String {
        format!("sk_live_{}", digit.to_string().repeat(HEX))
    }

    type Read = Option<(String, Option<String>, Option<String>)>;

    fn read(body: impl AsRef<[u8]>) -> Read {
        let issued = read_issued(body.as_ref(), Environment::Live).ok()?;
        Some((
            issued.key.secret().expose().to_owned(),
            issued.id.map(|id| id.as_str().to_owned()),
            issued.prefix.map(|prefix| prefix.as_str().to_owned()),
        ))
    }

    #[test]
    fn documented_guess_and_other_places() {
        let key = live('a');
        let full = Some((key.clone(), Some("k1".to_owned()), Some("sk_live_aaaaaa".to_owned())));
        let bare = Some((key.clone(), None, None));
        for (body, expect) in [
            (
                format!(
                    r#"{{"message":"m","apiKey":{{"id":"k1","keyPrefix":"sk_live_aaaaaa","key":"{key}"}}}}"#
                ),
                &full,
            ),
            (format!(r#"{{"apiKey":{{"_id":"k1","keyPrefix":"sk_live_aaaaaa"}},"secret":"{key}"}}"#), &full),
            (format!(r#"{{"id":"k1","x":1.5,"value":"{key}","keyPrefix":"sk_live_aaaaaa","y":-1}}"#), &full),
            (
                format!(r#"{{"requestId":"r","id":"r9","data":[[{{"plain":"{key}"}}]],"n":null,"b":true}}"#),
                &bare,
            ),
            (format!(r#""{key}""#), &bare),
            (format!(r#" ["{key}","{key}"] "#), &bare),
            (format!(r#"["{}"]"#, key.replace('_', r"\u005f")), &bare),
            (format!(r#"["{key}","sk_sandbox_{}"]"#, "b".repeat(HEX)), &bare),
        ] {
            assert_eq!(&read(&body), expect, "{body}");
        }
    }

    #[test]
    fn none_or_two_is_no_key() {
        let (key, other) = (live('a'), live('b'));
        for body in [
            "{}".to_owned(),
            format!(r#"["{key}","{other}"]"#),
            format!(r#"["{key}","{}"]"#, key.replace('a', "A")),
            format!(r#"{{"message":"Your new key is {key}"}}"#),
            format!(r#"["{key} "]"#),
            format!(r#"["{key}0"]"#),
            format!(r#"["sk_live_{key}"]"#),
            format!(r#"["sk_sandbox_{}"]"#, "a".repeat(HEX)),
            format!(r#"{{"{key}":1}}"#),
        ] {
            assert_eq!(read(&body), None, "{body}");
        }
    }

    #[test]
    fn broken_answers() {
        let key = live('a');
        for body in [
            String::new(),
            format!("\u{feff}[\"{key}\"]"),
            format!(r#"["{key}"] x"#),
            format!(r#"<p>"{key}"</p>"#),
            format!(r#"["{key}",}}"#),
            format!(r#"{}"{key}"{}"#, "[".repeat(200), "]".repeat(200)),
        ] {
            assert_eq!(read(&body), None, "{body}");
        }
        let invalid = [format!(r#"["{key}",""#).as_bytes(), b"\xff\"]"].concat();
        assert_eq!(read(invalid), None);
    }

    #[test]
    fn a_cut_answer_yields_what_had_arrived() {
        let key = live('a');
        let whole = format!(r#"{{"apiKey":{{"id":"k1","key":"{key}","isActive":true}},"message":"m"}}"#);
        let arrived = whole.find(&key).unwrap() + key.len() + 1;
        for length in 0..whole.len() {
            let (cut, _) = whole.split_at(length);
            let expect = (length >= arrived).then(|| (key.clone(), Some("k1".to_owned()), None));
            assert_eq!(read(cut), expect, "{cut}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn no_answer_makes_it_panic(body in crate::tests::answers::answer()) {
            if let Some((key, ..)) = read(&body) {
                prop_assert!(body.contains(&key) || body.contains("\\u"));
            }
        }
    }
}
