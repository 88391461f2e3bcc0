//! Cuts anything that looks like a key out of a text that is about to be shown or logged.

use std::borrow::Cow;

use crate::keys::{Environment, PREFIX_HEX};

/// Replaces every run that begins like a key and goes on for more hex than a prefix shows by that prefix
/// and "…". DHMAD lets people type anything into a name, a whole key too.
pub fn redact(text: &str) -> Cow<'_, str> {
    let mut rest = text;
    let mut out = String::new();
    while let Some((before, tag, after)) = first_tag(rest) {
        let hex = after.bytes().take_while(u8::is_ascii_hexdigit).count();
        let kept = hex.min(PREFIX_HEX);
        let (shown, _) = after.split_at(kept);
        let (_, remaining) = after.split_at(hex);
        out.push_str(before);
        out.push_str(tag);
        out.push_str(shown);
        if hex > PREFIX_HEX {
            out.push('…');
        }
        rest = remaining;
    }
    if out.is_empty() {
        return Cow::Borrowed(text);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn first_tag(text: &str) -> Option<(&str, &'static str, &str)> {
    [Environment::Live.tag(), Environment::Sandbox.tag()]
        .into_iter()
        .filter_map(|tag| text.split_once(tag).map(|(before, after)| (before, tag, after)))
        .min_by_key(|(before, _, _)| before.len())
}

#[cfg(test)]
mod tests {
    use super::redact;

    #[test]
    fn a_whole_key_is_cut_to_its_prefix() {
        let key = format!("sk_live_{}", "a1".repeat(32));
        assert_eq!(redact(&format!("old {key} and {key}!")), "old sk_live_a1a1a1… and sk_live_a1a1a1…!");
    }

    #[test]
    fn a_prefix_and_plain_text_stay() {
        for text in ["sk_live_a1b2c3", "متجر الزيتون", "", "sk_sandbox_"] {
            assert_eq!(redact(text), text);
        }
    }
}
