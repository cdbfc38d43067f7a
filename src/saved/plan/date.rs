//! Dates as spreadsheets hold them, and as people in Britain type them.

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// The day before the first one that is read, of the days that a spreadsheet counts.
///
/// Excel counts a 29 February 1900 that never was, as day 60; and a small number in a column of dates
/// is a slip, not a day of that year.
const TOO_EARLY: i32 = 60;
/// The last day that a spreadsheet counts, 31 December 9999. The library stops the program at numbers far beyond.
const LAST: i32 = 2_958_465;

/// The day that a spreadsheet counts with that number, whatever the time of day.
pub(super) fn counted(number: &str, from_1904: bool) -> Option<Date> {
    let (days, time) = number.split_once('.').unwrap_or((number, "0"));
    let days: i32 = days.parse().ok().filter(|days| (TOO_EARLY + 1..=LAST).contains(days))?;
    let start = if from_1904 { date(1904, 1, 1) } else { date(1899, 12, 30) };
    time.bytes().all(|b| b.is_ascii_digit()).then(|| start.checked_add(days.days()).ok())?
}

/// The day that a text writes out: `31/03/2027`, `31 March 2027`, `2027-03-31`.
///
/// The day stands before the month, or the year before both. A year has four digits.
pub(super) fn typed(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let separates = |c: char| c.is_whitespace() || matches!(c, '/' | '.' | '-' | ',');
    let words: Vec<&str> = text.split(separates).filter(|word| !word.is_empty()).take(4).collect();
    let [first, second, third] = words[..] else { return None };
    let (day, year) = if first.len() == 4 && is_digits(first) { (third, first) } else { (first, third) };
    let year = Some(year).filter(|year| year.len() == 4 && is_digits(year))?;
    Date::new(year.parse().ok()?, month(second)?, day_of_month(day)?).ok()
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn day_of_month(word: &str) -> Option<i8> {
    let day = ["st", "nd", "rd", "th"].into_iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    is_digits(day).then(|| day.parse().ok())?
}

fn month(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    if is_digits(word) {
        return word.parse().ok();
    }
    let word = word.to_lowercase();
    let at = MONTHS.iter().position(|month| word.len() >= 3 && month.starts_with(&word))?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_typed_as_people_in_britain_do_is_understood() {
        for text in [
            "31/03/2027",
            "31/3/2027",
            " 31.03.2027 ",
            "31-Mar-2027",
            "31 March 2027",
            "31st march, 2027",
            "31 MAR 2027",
            "2027-03-31",
            "2027/03/31",
            "2027-03-31T00:00:00",
            "2027-03-31 00:00:00",
        ] {
            assert_eq!(typed(text), Some(date(2027, 3, 31)), "{text}");
        }
        assert_eq!(typed("1 Sept 2027"), Some(date(2027, 9, 1)));
        assert_eq!(typed("3/4/2027"), Some(date(2027, 4, 3)), "the day stands first");
    }

    #[test]
    fn what_is_no_date_or_could_be_several_is_not_one() {
        for text in [
            "",
            "soon",
            "Q2 2027",
            "March 2027",
            "31/03/27",
            "03/31/2027",
            "March 31, 2027",
            "29/02/2027",
            "31 Ma 2027",
            "1 2 3 2027",
            "+1/+2/2027",
            "46112",
            "/ /2027",
        ] {
            assert_eq!(typed(text), None, "{text:?}");
        }
    }

    #[test]
    fn days_are_counted_as_excel_counts_them() {
        assert_eq!(counted("46477", false), Some(date(2027, 3, 31)));
        assert_eq!(counted("46477.75", false), Some(date(2027, 3, 31)));
        assert_eq!(counted("45015", true), Some(date(2027, 3, 31)));
        assert_eq!(counted("61", false), Some(date(1900, 3, 1)));
        assert_eq!(counted("2958465", false), Some(date(9999, 12, 31)));
        for text in ["2958466", "60", "12", "-5", "1e5", "4.6E4", "", "7304485", "99999999999"] {
            assert_eq!(counted(text, false), None, "{text:?}");
        }
    }
}
