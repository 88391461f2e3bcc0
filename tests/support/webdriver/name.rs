//! Which accessible name an element must have.

use std::fmt;

/// A wish for a name. A string is the whole name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// Exactly this.
    Is(String),
    /// This, somewhere in it.
    Contains(String),
    /// Whatever it is, or none.
    Any,
}

/// A name with this in it.
pub fn containing(part: &str) -> Name {
    Name::Contains(Name::plain(part))
}

/// Any name.
pub fn any() -> Name {
    Name::Any
}

impl Name {
    /// A text as people compare it: one space between words, none of the marks that keep directions apart.
    pub fn plain(text: &str) -> String {
        let visible = |c: &char| !matches!(c, '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}');
        let text: String = text.chars().filter(visible).collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Does a name, already plain, fit?
    pub(super) fn fits(&self, name: &str) -> bool {
        match self {
            Self::Is(whole) => name == whole,
            Self::Contains(part) => name.contains(part.as_str()),
            Self::Any => true,
        }
    }
}

impl From<&str> for Name {
    fn from(whole: &str) -> Self {
        Self::Is(Self::plain(whole))
    }
}

impl From<&String> for Name {
    fn from(whole: &String) -> Self {
        whole.as_str().into()
    }
}

impl fmt::Display for Name {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Is(whole) => write!(out, "\"{whole}\""),
            Self::Contains(part) => write!(out, "with \"{part}\" in its name"),
            Self::Any => write!(out, "of any name"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_odd_spaces_do_not_count() {
        let page = "Copier\u{202f}: \u{2068}Comptabilité\u{2069}\n  live";
        assert_eq!(Name::plain(page), "Copier : Comptabilité live");
        assert!(Name::from("Copier : Comptabilité live").fits(&Name::plain(page)));
        assert!(containing("Comptabilité").fits(&Name::plain(page)));
        assert!(!Name::from("Comptabilité").fits(&Name::plain(page)));
        assert!(any().fits(""));
    }
}
