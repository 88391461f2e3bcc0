//! Bodies as bytes, before they are parsed.

use miftah_core::keys::Environment;

const BOM: &[u8] = b"\xef\xbb\xbf";

/// The body without the mark that some servers put in front of UTF-8.
pub(crate) fn without_bom(body: &[u8]) -> &[u8] {
    body.strip_prefix(BOM).unwrap_or(body)
}

/// Whether the body is a page for a browser.
pub(crate) fn is_page(body: &[u8]) -> bool {
    without_bom(body).trim_ascii_start().starts_with(b"<")
}

/// Whether the beginning of a key stands anywhere in the body.
pub(crate) fn mentions_a_key(body: &[u8]) -> bool {
    [Environment::Live, Environment::Sandbox]
        .into_iter()
        .map(|environment| environment.tag().as_bytes())
        .any(|tag| body.windows(tag.len()).any(|window| window == tag))
}

/// Replaces escaped halves of a character by the replacement character, in place. A name that a server cut
/// in the middle of an emoji would make the whole list unreadable otherwise.
pub(crate) fn mend(body: &mut [u8]) {
    let mut rest = body;
    while let Some(at) = rest.iter().position(|byte| *byte == b'\\') {
        let (_, escape) = std::mem::take(&mut rest).split_at_mut(at);
        let length = match (unit(escape), escape.get(6..).and_then(unit)) {
            (None, _) => 2,
            (Some(0xd800..0xdc00), Some(0xdc00..0xe000)) => 12,
            (Some(0xd800..0xe000), _) => {
                if let Some(hex) = escape.get_mut(2..6) {
                    hex.copy_from_slice(b"fffd");
                }
                6
            }
            (Some(_), _) => 6,
        };
        rest = escape.get_mut(length..).unwrap_or_default();
    }
}

/// The number of a `\uXXXX` at the beginning.
fn unit(text: &[u8]) -> Option<u16> {
    let hex = text.strip_prefix(b"\\u")?.get(..4)?;
    hex.iter().try_fold(0, |number: u16, byte| {
        let digit = char::from(*byte).to_digit(16).and_then(|digit| u16::try_from(digit).ok())?;
        Some(number << 4 | digit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_characters_are_mended_and_nothing_else() {
        for (input, expect) in [
            (r"a\ud83d\ude00b", r"a\ud83d\ude00b"),
            (r"a\ud83d", r"a\ufffd"),
            (r"\ude00\ud83d\ud83d\ude00", r"\ufffd\ufffd\ud83d\ude00"),
            (r"\\ud83d", r"\\ud83d"),
            (r"\n\u0041\", r"\n\u0041\"),
            (r"\ud8", r"\ud8"),
            ("", ""),
        ] {
            let mut body = input.as_bytes().to_vec();
            mend(&mut body);
            assert_eq!(String::from_utf8(body).unwrap(), expect);
        }
    }

    #[test]
    fn pages_and_mentions() {
        for page in ["<!doctype html>", "\u{feff} \n<html>", "<"] {
            assert!(is_page(page.as_bytes()), "{page}");
        }
        for other in ["", "{}", "a <b>", "\"<\""] {
            assert!(!is_page(other.as_bytes()), "{other}");
        }
        assert!(mentions_a_key(b"..sk_sandbox_") && !mentions_a_key(b"sk_test_"));
    }
}
