//! Makes a name that DHMAD sent fit to be shown: DHMAD lets people put anything into it.

/// More of a name is not shown. What Miftah itself accepts is at most half as long.
const MOST: usize = 200;

/// Marks what could break, hide or reorder the words around the name: control characters (NUL too), line separators,
/// and the characters that steer direction or have no width. Each becomes U+FFFD. A name without end is cut.
pub(crate) fn shown(name: &str) -> String {
    let mut characters = name.chars();
    let mut text: String = characters.by_ref().take(MOST).map(marked).collect();
    if characters.next().is_some() {
        text.push('…');
    }
    text
}

/// The same for a text of several lines. Whoever read it cut it.
pub(crate) fn shown_lines(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| line.chars().map(marked).collect()).collect();
    lines.join("\n")
}

fn marked(character: char) -> char {
    if misleads(character) { '\u{fffd}' } else { character }
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
    use super::{shown, shown_lines};

    #[test]
    fn nothing_breaks_out_of_the_name() {
        assert_eq!(
            shown("a\0b\nc\u{202e}d\u{2069}e\u{200b}"),
            "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e\u{fffd}"
        );
        assert_eq!(shown(&"x".repeat(4096)).chars().count(), 201);
        assert_eq!(shown("متجر الزيتون – Comptabilité"), "متجر الزيتون – Comptabilité");
        assert_eq!(shown_lines("one\r\n\u{202e}two\tx"), "one\n\u{fffd}two\u{fffd}x");
    }
}
