use proptest::prelude::*;

use super::{Extra, Flaw, Provider, Shape, shape};
use crate::keys::ApiKey;
use crate::secret::Secret;

const HEX: &str = "0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9";

fn look(text: &str) -> Result<(String, Vec<Extra>), Flaw> {
    match shape(&Secret::new(text.to_owned())) {
        Shape::Whole { key, extras } => Ok((key.secret().expose().to_owned(), extras)),
        Shape::Flawed(flaw) => Err(flaw),
    }
}

#[test]
fn what_was_copied_along_is_named_and_taken_away() {
    let key = format!("sk_live_{HEX}");
    let half = key.split_at(30);
    for (text, extras) in [
        (key.clone(), vec![]),
        (format!(" {key}\t"), vec![Extra::Spaces]),
        (format!("{}\r\n{}", half.0, half.1), vec![Extra::LineBreaks]),
        (format!("{}\u{200b}{}\u{feff}", half.0, half.1), vec![Extra::Invisible]),
        (format!("\"{key}\","), vec![Extra::Quotes]),
        (format!("«{key}»"), vec![Extra::Quotes]),
        (format!("export DHMAD_API_KEY='{key}'"), vec![Extra::Spaces, Extra::Quotes, Extra::VariableName]),
        (format!("Authorization: Bearer {key}\n"), vec![Extra::Spaces, Extra::LineBreaks, Extra::HeaderName]),
    ] {
        assert_eq!(look(&text), Ok((key.clone(), extras)), "{text}");
    }
}

#[test]
fn what_is_no_whole_key_says_why() {
    let short = HEX.split_at(40).0;
    for (text, flaw) in [
        (String::new(), Flaw::NotAKey),
        ("a shopping list".into(), Flaw::NotAKey),
        (HEX.into(), Flaw::NotAKey),
        (format!("sk_live_{short}"), Flaw::Length { characters: 40 }),
        (format!("sk_sandbox_{HEX}0"), Flaw::Length { characters: 65 }),
        ("sk_live_".into(), Flaw::Length { characters: 0 }),
        (format!("sk_live_{}", HEX.replacen('0', "O", 2)), Flaw::NotHex { looks_alike: true }),
        (format!("sk_live_{}", HEX.replacen('a', "\u{0430}", 1)), Flaw::NotHex { looks_alike: true }),
        (format!("\u{0455}k_live_{HEX}"), Flaw::NotHex { looks_alike: true }),
        (format!("sk_live_{}", HEX.replacen('a', "x", 1)), Flaw::NotHex { looks_alike: false }),
        ("sk_live_51HqLyjWDarjtT1zdp7dcXYZxyzQWERTY".into(), Flaw::Foreign(Provider::Stripe)),
        ("sk_test_4eC39HqLyjWDarjtT1zdp7dc".into(), Flaw::Foreign(Provider::Stripe)),
        ("ghp_16C7e42F292c6912E7710c838347Ae178B4a".into(), Flaw::Foreign(Provider::GitHub)),
        ("AKIAIOSFODNN7EXAMPLE".into(), Flaw::Foreign(Provider::Aws)),
        ("\"xoxb-1234\"".into(), Flaw::Foreign(Provider::Slack)),
    ] {
        assert_eq!(look(&text), Err(flaw), "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,300}|(sk_(live|sandbox)_)?[0-9a-zA-Z \\n\"=]{0,90}") {
        drop(look(&text));
    }

    #[test]
    fn whatever_the_parser_takes_is_whole_and_the_same(before in "[ \\t\\n\"]{0,4}", hex in "[0-9a-fA-F]{64}") {
        let key = format!("sk_sandbox_{hex}");
        let (found, _) = look(&format!("{before}{key}{before}")).unwrap();
        prop_assert_eq!(&found, &key);
        prop_assert!(ApiKey::parse(&Secret::new(found)).is_ok());
    }
}
