//! Makes a name safe for a dialog that the system draws.

/// Replaces what could break, hide or reorder the dialog's own words: control characters (NUL too), line
/// separators, and the characters that steer direction or have no width.
pub(super) fn escape(name: &str) -> String {
    name.chars().map(|character| if misleads(character) { '\u{fffd}' } else { character }).collect()
}

fn misleads(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{061c}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{2069}'
                | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_breaks_out_of_the_name() {
        assert_eq!(
            escape("a\0b\nc\u{202e}d\u{2069}e\u{200b}"),
            "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e\u{fffd}"
        );
        assert_eq!(escape("متجر الزيتون – Comptabilité"), "متجر الزيتون – Comptabilité");
    }
}
