//! Texts as the system may have them.

/// Without control characters, in one line.
pub(super) fn line(text: &str) -> String {
    text.chars().filter(|char| !char.is_control()).collect()
}

/// Without control characters but for the ends of lines.
pub(super) fn lines(text: &str) -> String {
    text.chars().filter(|char| *char == '\n' || !char.is_control()).collect()
}

/// Literal where the reader takes markup.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            _ => escaped.push(char),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{escaped, line, lines};

    #[test]
    fn control_characters_go_and_isolates_stay() {
        assert_eq!(line("\u{2068}a\u{1b}[1m\r\nb\u{9b}\u{2069}\0"), "\u{2068}a[1mb\u{2069}");
        assert_eq!(lines("a\nb\tc\u{7f}"), "a\nbc");
    }

    #[test]
    fn markup_is_literal() {
        assert_eq!(escaped(r#"<b>&"x"'y'</b>"#), "&lt;b&gt;&amp;&quot;x&quot;&apos;y&apos;&lt;/b&gt;");
    }
}
