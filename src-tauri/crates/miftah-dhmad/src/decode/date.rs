//! Dates: RFC 3339 or unknown, never a guess.

use std::sync::LazyLock;

use jiff::Timestamp;

/// How many digits of a fraction are kept.
const NANOS: usize = 9;

/// Before this there was no DHMAD: year 1, 1970 and the like stand for "nothing" in many servers.
static EARLIEST: LazyLock<Timestamp> = LazyLock::new(|| Timestamp::constant(946_684_800, 0));

/// Reads a date and time with its offset; `None` for anything else.
pub(crate) fn read_date(text: &str) -> Option<Timestamp> {
    let (seconds, rest) = text.split_at_checked("2024-01-15T10:30:00".len())?;
    if !follows(seconds, "0000-00-00T00:00:00") {
        return None;
    }
    let digits = rest.strip_prefix('.').map_or("", |fraction| {
        fraction.split(|character: char| !character.is_ascii_digit()).next().unwrap_or_default()
    });
    let offset = if digits.is_empty() { rest } else { rest.get(1 + digits.len()..)? };
    // The parser below takes offsets of more than a day, which RFC 3339 does not have.
    let shifted = follows(offset, "+00:00") && offset.get(1..3) < Some("24");
    if !(shifted || offset.eq_ignore_ascii_case("z")) {
        return None;
    }
    let kept = digits.get(..digits.len().min(NANOS))?;
    let dot = if kept.is_empty() { "" } else { "." };
    let date: Timestamp = format!("{seconds}{dot}{kept}{offset}").parse().ok()?;
    (date >= *EARLIEST).then_some(date)
}

/// Whether a text has a digit for each `0` of the pattern, and else what the pattern has.
fn follows(text: &str, pattern: &str) -> bool {
    text.len() == pattern.len()
        && text.bytes().zip(pattern.bytes()).all(|(byte, wanted)| match wanted {
            b'0' => byte.is_ascii_digit(),
            b'T' => matches!(byte, b'T' | b't' | b' '),
            b'+' => matches!(byte, b'+' | b'-'),
            other => byte == other,
        })
}

#[cfg(test)]
mod tests {
    use jiff::tz::{Offset, TimeZone};
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expect: Option<&str>) {
        assert_eq!(read_date(text), expect.map(|text| text.parse().unwrap()), "{text}");
    }

    #[test]
    fn every_form_of_rfc_3339() {
        check("2024-01-15T10:30:00Z", Some("2024-01-15T10:30:00Z"));
        check("2024-01-15t10:30:00z", Some("2024-01-15T10:30:00Z"));
        check("2024-01-15 10:30:00.5Z", Some("2024-01-15T10:30:00.5Z"));
        check("2024-01-15T10:30:00.123456789012+01:00", Some("2024-01-15T09:30:00.123456789Z"));
        check("2024-01-15T10:30:00-00:00", Some("2024-01-15T10:30:00Z"));
        check("2024-01-15T23:30:00-05:30", Some("2024-01-16T05:00:00Z"));
        check("2024-02-29T00:00:00Z", Some("2024-02-29T00:00:00Z"));
    }

    #[test]
    fn anything_else_is_unknown() {
        for text in [
            "",
            "never",
            "1705314600",
            "2024-01-15",
            "2024-01-15T10:30:00",
            "2024-01-15T10:30Z",
            "2024-01-15T10:30:00.Z",
            "2024-01-15T10:30:00+0100",
            "2024-01-15T10:30:00+24:00",
            "2024-01-15T10:30:00-25:00",
            "2024-01-15T10:30:00 Z",
            "2024-01-15T10:30:00Z[Africa/Tunis]",
            "2024-13-15T10:30:00Z",
            "2023-02-29T10:30:00Z",
            "2024-01-15T25:30:00Z",
            "0001-01-01T00:00:00Z",
            "1970-01-01T00:00:00Z",
            "15/01/2024 10:30:00",
            "Mon Jan 15 2024 10:30:00",
            "2024-01-15T10:30:0٠Z",
        ] {
            check(text, None);
        }
    }

    proptest! {
        #[test]
        fn a_date_read_is_the_date_written(
            second in 946_684_800_i64..32_503_680_000, nano in 0..1_000_000_000_i32, minutes in -720..=720_i32,
        ) {
            let date = Timestamp::new(second, nano).unwrap();
            let zone = TimeZone::fixed(Offset::from_seconds(minutes * 60).unwrap());
            let text = date.to_zoned(zone).strftime("%Y-%m-%dT%H:%M:%S%.f%:z").to_string();
            prop_assert_eq!(read_date(&text), Some(date));
        }

        #[test]
        fn no_text_makes_it_panic(text in "[0-9TtZz:+. -]{0,40}|\\PC{0,30}") {
            let _ = read_date(&text);
        }
    }
}
