//! The shape of a text that should be a key. A pure rule; nothing of the text leaves it but a whole key.

use zeroize::Zeroizing;

use crate::keys::{ApiKey, Environment};
use crate::secret::Secret;

/// Something that was copied along with a key, and that an app takes for a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extra {
    /// Spaces or tabs.
    Spaces,
    /// Line breaks.
    LineBreaks,
    /// Characters that nobody sees.
    Invisible,
    /// Quotation marks.
    Quotes,
    /// A name before it, such as `DHMAD_API_KEY=`.
    VariableName,
    /// The words of a request's header.
    HeaderName,
}

/// Whose key it is, if it is not DHMAD's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Provider {
    /// Its secret keys begin with `sk_live_` too.
    Stripe,
    /// GitHub.
    GitHub,
    /// Amazon Web Services.
    Aws,
    /// Google.
    Google,
    /// Slack.
    Slack,
}

/// Why a text is no whole key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// Nothing in it looks like a DHMAD key.
    NotAKey,
    /// A key of somebody else.
    Foreign(Provider),
    /// A part is missing, or something was typed behind it.
    Length {
        /// What follows the tag, in characters; 64 would be right.
        characters: usize,
    },
    /// A character that no key has.
    NotHex {
        /// It only looks like one that a key has: O for 0, l for 1, a letter of another alphabet.
        looks_alike: bool,
    },
}

/// What a text is.
pub enum Shape {
    /// A whole key, once the extras are taken away.
    Whole {
        /// The key.
        key: ApiKey,
        /// What was around or inside it, each once.
        extras: Vec<Extra>,
    },
    /// None.
    Flawed(Flaw),
}

/// How many hex characters a key has after its tag (documented).
const HEX: usize = 64;
/// Of so many wrong letters a person may have mistyped all.
const MISTYPED: usize = 3;

/// Looks at a text.
pub fn shape(text: &Secret) -> Shape {
    let mut extras = Vec::new();
    let plain = without_blanks(text.expose(), &mut extras);
    let Some((environment, at)) = tag(&plain) else {
        let like = straightened(&plain);
        let looks_alike = tag(&like).is_some();
        let flaw = if looks_alike { Flaw::NotHex { looks_alike } } else { no_tag(&plain) };
        return Shape::Flawed(flaw);
    };
    let (before, rest) = plain.split_at(at);
    let rest = rest.strip_prefix(environment.tag()).unwrap_or_default();
    let body = rest.trim_end_matches(|end: char| is_quote(end) || matches!(end, ',' | ';' | '.'));
    if body.len() < rest.len() {
        note(&mut extras, Extra::Quotes);
    }
    let named = before.trim_end_matches(is_quote);
    if named.len() < before.len() {
        note(&mut extras, Extra::Quotes);
    }
    if !named.is_empty() {
        note(&mut extras, if named.ends_with('=') { Extra::VariableName } else { Extra::HeaderName });
    }
    if let Some(flaw) = flaw(environment, body) {
        return Shape::Flawed(flaw);
    }
    let whole = Secret::new(format!("{}{body}", environment.tag()));
    extras.sort_unstable();
    match ApiKey::parse(&whole) {
        Ok(key) => Shape::Whole { key, extras },
        Err(_) => Shape::Flawed(Flaw::NotAKey),
    }
}

/// What is wrong with the part behind the tag.
fn flaw(environment: Environment, body: &str) -> Option<Flaw> {
    let wrong = body.chars().filter(|letter| !letter.is_ascii_hexdigit());
    let (wrong, alike) =
        wrong.fold((0, true), |(count, alike), letter| (count + 1, alike && like(letter).is_some()));
    let characters = body.chars().count();
    match wrong {
        0 if characters == HEX => None,
        0 => Some(Flaw::Length { characters }),
        // DHMAD writes hex; a text full of other letters under the same tag is Stripe's.
        _ if environment == Environment::Live
            && wrong > MISTYPED
            && characters >= 16
            && body.bytes().all(|byte| byte.is_ascii_alphanumeric()) =>
        {
            Some(Flaw::Foreign(Provider::Stripe))
        }
        _ => Some(Flaw::NotHex { looks_alike: alike }),
    }
}

fn no_tag(plain: &str) -> Flaw {
    let known = [
        (Provider::Stripe, &["sk_test_", "pk_live_", "pk_test_", "rk_live_", "rk_test_", "whsec_"][..]),
        (Provider::GitHub, &["ghp_", "gho_", "ghs_", "github_pat_"]),
        (Provider::Aws, &["AKIA", "ASIA"]),
        (Provider::Google, &["AIza", "ya29."]),
        (Provider::Slack, &["xoxb-", "xoxp-", "xapp-"]),
    ];
    let bare = plain.trim_start_matches(is_quote);
    let found = known.into_iter().find(|(_, tags)| tags.iter().any(|tag| bare.starts_with(tag)));
    found.map_or(Flaw::NotAKey, |(provider, _)| Flaw::Foreign(provider))
}

/// The environment whose tag is in the text, and where.
fn tag(text: &str) -> Option<(Environment, usize)> {
    let environments = [Environment::Live, Environment::Sandbox];
    environments.into_iter().find_map(|one| Some((one, text.find(one.tag())?)))
}

fn without_blanks(text: &str, extras: &mut Vec<Extra>) -> Zeroizing<String> {
    let mut plain = Zeroizing::new(String::with_capacity(text.len()));
    for letter in text.chars() {
        match letter {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => note(extras, Extra::LineBreaks),
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}' => {
                note(extras, Extra::Invisible);
            }
            _ if letter.is_whitespace() => note(extras, Extra::Spaces),
            _ => plain.push(letter),
        }
    }
    plain
}

/// The text with every letter that only looks like another one replaced by that one.
fn straightened(text: &str) -> Zeroizing<String> {
    let mut straight = Zeroizing::new(String::with_capacity(text.len()));
    for letter in text.chars() {
        straight.push(foreign(letter).unwrap_or(letter));
    }
    straight
}

/// The hex digit that a letter is easily taken for.
fn like(letter: char) -> Option<char> {
    match letter {
        'O' | 'o' => Some('0'),
        'I' | 'l' | 'i' | '|' => Some('1'),
        'S' | 's' => Some('5'),
        'Z' | 'z' => Some('2'),
        'G' => Some('6'),
        'q' => Some('9'),
        _ => foreign(letter),
    }
}

/// Letters of other alphabets that look like Latin ones in a tag or a hex text.
fn foreign(letter: char) -> Option<char> {
    Some(match letter {
        '\u{0430}' | '\u{03b1}' => 'a',
        '\u{0432}' => 'b',
        '\u{0441}' => 'c',
        '\u{0435}' => 'e',
        '\u{043e}' | '\u{03bf}' => 'o',
        '\u{0455}' => 's',
        '\u{043a}' | '\u{03ba}' => 'k',
        '\u{0456}' => 'i',
        '\u{ff3f}' => '_',
        '\u{0660}'..='\u{0669}' => char::from_digit(u32::from(letter) - 0x0660, 10)?,
        '\u{06f0}'..='\u{06f9}' => char::from_digit(u32::from(letter) - 0x06f0, 10)?,
        '\u{ff10}'..='\u{ff19}' => char::from_digit(u32::from(letter) - 0xff10, 10)?,
        _ => return None,
    })
}

fn is_quote(letter: char) -> bool {
    matches!(
        letter,
        '"' | '\'' | '`' | '\u{201c}' | '\u{201d}' | '\u{2018}' | '\u{2019}' | '\u{ab}' | '\u{bb}'
    )
}

fn note(extras: &mut Vec<Extra>, extra: Extra) {
    if !extras.contains(&extra) {
        extras.push(extra);
    }
}

#[cfg(test)]
mod tests;
