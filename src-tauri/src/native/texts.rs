//! The words that Rust itself draws, from the Fluent files shared with the window.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use miftah_core::settings::Locale;
use unic_langid::{LanguageIdentifier, langid};

/// The texts of one language.
pub(crate) struct Texts(FluentBundle<FluentResource>);

/// The texts of a language.
pub(crate) fn of(locale: Locale) -> &'static Texts {
    static EN: LazyLock<Texts> =
        LazyLock::new(|| Texts::read(langid!("en"), include_str!("../../../ui/locales/en/native.ftl")));
    static FR: LazyLock<Texts> =
        LazyLock::new(|| Texts::read(langid!("fr"), include_str!("../../../ui/locales/fr/native.ftl")));
    static AR: LazyLock<Texts> =
        LazyLock::new(|| Texts::read(langid!("ar"), include_str!("../../../ui/locales/ar/native.ftl")));
    match locale {
        Locale::En => &EN,
        Locale::Fr => &FR,
        Locale::Ar => &AR,
    }
}

impl Texts {
    fn read(language: LanguageIdentifier, source: &str) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // A test holds that every file parses whole.
        let resource = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        Self(bundle)
    }

    /// A text with its arguments filled in and isolated. The id itself if it is missing: a test holds that
    /// none is.
    pub(crate) fn text(&self, id: &str, arguments: &[(&'static str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.0.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let arguments: FluentArgs<'_> = arguments.iter().cloned().collect();
        self.0.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }
}

/// "14:32", on the person's clock, to be read from left to right in every language.
pub(crate) fn clock_time(at: Timestamp) -> String {
    let at = at.to_zoned(TimeZone::system());
    format!("\u{200e}{:02}:{:02}", at.hour(), at.minute())
}

#[cfg(test)]
mod tests {
    use super::of;
    use fluent_bundle::FluentResource;
    use miftah_core::settings::Locale;

    #[test]
    fn every_language_parses_and_has_the_same_texts() {
        let ids = |source: &str| -> Vec<String> {
            let resource = FluentResource::try_new(source.to_owned()).expect("the file parses whole");
            let mut ids: Vec<String> = resource
                .entries()
                .filter_map(|entry| match entry {
                    fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
                    _ => None,
                })
                .collect();
            ids.sort();
            ids
        };
        let en = ids(include_str!("../../../ui/locales/en/native.ftl"));
        assert_eq!(en, ids(include_str!("../../../ui/locales/fr/native.ftl")));
        assert_eq!(en, ids(include_str!("../../../ui/locales/ar/native.ftl")));
        for id in ["window-title", "confirm-regenerate-title", "confirm-regenerate-now", "confirm-cancel"] {
            for locale in [Locale::En, Locale::Fr, Locale::Ar] {
                assert_ne!(of(locale).text(id, &[("name", "x".into())]), id);
            }
        }
    }
}
