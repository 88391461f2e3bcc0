//! How a key is written on the clipboard.

use crate::secret::Secret;

/// What DHMAD's guide calls the variable.
const VARIABLE: &str = "DHMAD_API_KEY=";
/// The header that DHMAD's guide recommends.
const HEADER: &str = "Authorization: Bearer ";

/// A form of the same key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CopyForm {
    /// The key and nothing else.
    #[default]
    Bare,
    /// A line for a `.env` file: `DHMAD_API_KEY=sk_…`.
    EnvLine,
    /// The line of the request: `Authorization: Bearer sk_…`.
    Header,
}

impl CopyForm {
    /// The text for the clipboard, in a buffer of its final length.
    pub fn text(self, key: &Secret) -> Secret {
        let before = match self {
            Self::Bare => "",
            Self::EnvLine => VARIABLE,
            Self::Header => HEADER,
        };
        let mut text = String::with_capacity(before.len() + key.len());
        text.push_str(before);
        text.push_str(key.expose());
        Secret::new(text)
    }
}

#[cfg(test)]
mod tests {
    use super::CopyForm;
    use crate::secret::Secret;

    #[test]
    fn each_form_is_one_line() {
        let key = Secret::new("sk_live_x".into());
        assert_eq!(CopyForm::Bare.text(&key).expose(), "sk_live_x");
        assert_eq!(CopyForm::EnvLine.text(&key).expose(), "DHMAD_API_KEY=sk_live_x");
        assert_eq!(CopyForm::Header.text(&key).expose(), "Authorization: Bearer sk_live_x");
    }
}
