//! Values of a date field whose moment is known, because the text is made from the moment and by other arithmetic than
//! the decoder's.

use jiff::Timestamp;

use super::schema::Draw;

const DAY: i64 = 86_400;
/// 2000-01-01, the first day that is believed, counted in days from 1970.
const FIRST: i64 = 10_957;
/// The days from there to 9999-12-29, the last whole day that a `Timestamp` holds in every offset.
const DAYS: u64 = 2_921_938;
/// 0000-01-01, in the same way.
const BEFORE: i64 = -719_528;
/// 2026-11-26.
const TODAY: i64 = 20_783;

/// What is to be read from a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expected {
    /// This moment and no other.
    At(Timestamp),
    /// That it is `null`.
    Null,
    /// No date.
    Nothing,
}

impl Expected {
    /// The date, if there is one.
    pub(super) fn at(self) -> Option<Timestamp> {
        if let Self::At(at) = self { Some(at) } else { None }
    }
}

/// Texts that are no date and time with an offset, though most look like one.
const INVALID: [&str; 31] = [
    "",
    "never",
    "null",
    "0",
    "2024-01-15",
    "10:30:00Z",
    "2024-01-15T10:30:00",
    "2024-01-15T10:30Z",
    "2024-01-15T10:30:00.Z",
    "2024-01-15T10:30:00+0100",
    "2024-01-15T10:30:00+01",
    "2024-01-15T10:30:00 Z",
    " 2024-01-15T10:30:00Z",
    "2024-01-15T10:30:00Z ",
    "2024-01-15T10:30:00Z[Africa/Tunis]",
    "2024-1-15T10:30:00Z",
    "2024-00-15T10:30:00Z",
    "2024-13-15T10:30:00Z",
    "2024-01-32T10:30:00Z",
    "2023-02-29T10:30:00Z",
    "2100-02-29T10:30:00Z",
    "2024-01-15T24:00:00Z",
    "2024-01-15T10:60:00Z",
    "2024-01-15T10:30:61Z",
    "2024-01-15T10:30:00+01:60",
    "2024-01-15T10:30:00+24:00",
    "15/01/2024 10:30:00",
    "Mon, 15 Jan 2024 10:30:00 GMT",
    "2024-01-15T10:30:0٠Z",
    "10000-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z",
];

/// Values of another type, some with a date inside.
const RETYPED: [&str; 8] = [
    "true",
    "false",
    "[]",
    "[\"2024-01-15T10:30:00Z\"]",
    "{}",
    "{\"$date\":\"2024-01-15T10:30:00Z\"}",
    "1.5e308",
    "-62135596800",
];

/// A field's JSON, `None` if it is missing, and what is to be read from it. 0 is the documented form.
pub(super) fn date(number: u64) -> (Option<String>, Expected) {
    let mut draw = Draw(number);
    let kind = draw.of(12);
    let day = match draw.of(3) {
        0 => TODAY - i64::try_from(draw.of(5000)).unwrap(),
        _ => FIRST + i64::try_from(draw.of(DAYS)).unwrap(),
    };
    let second = day * DAY + i64::try_from(draw.of(86_400)).unwrap();
    match kind {
        0 => written(second, 0, "", "T", 0, "Z"),
        1 => (None, Expected::Nothing),
        2 => (Some("null".to_owned()), Expected::Null),
        3..=5 => any_form(&mut draw, second),
        // A year that servers write for "nothing".
        6 => {
            let past = BEFORE + (second / DAY - FIRST) % (FIRST - BEFORE);
            (written(past * DAY + second % DAY, 0, "", "T", 0, "Z").0, Expected::Nothing)
        }
        // Seconds or milliseconds since 1970: which of them it is would be a guess.
        7 => (Some(second.to_string()), Expected::Nothing),
        8 => (Some((second * 1000).to_string()), Expected::Nothing),
        9 => {
            let number = draw.pick(&[second, second * 1000, -second]);
            let json = if draw.of(2) == 0 { format!("\"{number}\"") } else { format!("{number}.25") };
            (Some(json), Expected::Nothing)
        }
        10 => (Some(format!("\"{}\"", draw.pick(&INVALID))), Expected::Nothing),
        _ => (Some(draw.pick(&RETYPED).to_owned()), Expected::Nothing),
    }
}

/// Every form of RFC 3339: a fraction of any length, an offset, other separators.
fn any_form(draw: &mut Draw, second: i64) -> (Option<String>, Expected) {
    let (nanos, digits) = draw.pick(&[
        (0, ""),
        (500_000_000, ".5"),
        (123_000_000, ".123"),
        (1, ".000000001"),
        (999_999_999, ".999999999"),
        (123_456_789, ".123456789987654321"),
        (0, ".0"),
    ]);
    let between = draw.pick(&["T", "t", " "]);
    let (minutes, offset) = draw.pick(&[
        (0, "Z"),
        (0, "z"),
        (0, "+00:00"),
        (0, "-00:00"),
        (60, "+01:00"),
        (-330, "-05:30"),
        (765, "+12:45"),
        (1439, "+23:59"),
        (-1439, "-23:59"),
    ]);
    // The offset must not lead out of what is believed.
    written(second.max((FIRST + 1) * DAY), nanos, digits, between, minutes, offset)
}

/// The text of a moment as a clock with this offset shows it.
fn written(
    second: i64,
    nanos: i32,
    digits: &str,
    between: &str,
    minutes: i64,
    offset: &str,
) -> (Option<String>, Expected) {
    let shown = second + minutes * 60;
    let (days, rest) = (shown.div_euclid(DAY), shown.rem_euclid(DAY));
    let (year, month, day) = civil(days);
    let (hour, minute, second_of) = (rest / 3600, rest / 60 % 60, rest % 60);
    let text = format!(
        "\"{year:04}-{month:02}-{day:02}{between}{hour:02}:{minute:02}:{second_of:02}{digits}{offset}\""
    );
    (Some(text), Expected::At(Timestamp::new(second, nanos).unwrap()))
}

/// Year, month and day of so many days after 1970-01-01, by counting from 1 March of year 0 as the Gregorian calendar
/// repeats itself: 400 years are 146,097 days.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

#[test]
fn the_calendar_of_the_test_is_right() {
    for (days, date) in
        [(0, (1970, 1, 1)), (FIRST, (2000, 1, 1)), (11_016, (2000, 2, 29)), (TODAY, (2026, 11, 26))]
    {
        assert_eq!(civil(days), date);
    }
    assert_eq!(civil(FIRST + i64::try_from(DAYS).unwrap() - 1), (9999, 12, 29));
}
