//! What a cell of a sheet holds, and where it stands.

use std::borrow::Cow;

/// A cell that holds something.
pub(super) struct Cell<'a> {
    /// The number of its row, from 1.
    pub(super) row: u32,
    /// The number of its column, from 1.
    pub(super) column: u32,
    /// What it holds.
    pub(super) held: Held<'a>,
}

/// What a cell holds.
pub(super) enum Held<'a> {
    /// A text.
    Text(Cow<'a, str>),
    /// A number, as the file writes it.
    Number(Cow<'a, str>),
    /// A date, as the file writes it out.
    Date(Cow<'a, str>),
    /// True or false.
    Truth(bool),
    /// An error of the spreadsheet's own: `#REF!`.
    Error(Cow<'a, str>),
}

/// The most columns that a sheet has: up to `XFD`.
pub(super) const MOST_COLUMNS: u32 = 16_384;

/// The most rows that a sheet has.
pub(super) const MOST_ROWS: u32 = 1_048_576;

impl Cell<'_> {
    /// What it shows, in words.
    pub(super) fn text(&self) -> &str {
        match &self.held {
            Held::Text(text) | Held::Number(text) | Held::Date(text) | Held::Error(text) => text,
            Held::Truth(true) => "TRUE",
            Held::Truth(false) => "FALSE",
        }
    }
}

/// The name of a place: `K7`.
pub(super) fn place(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = column;
    while left > 0 {
        left -= 1;
        letters.push(char::from_u32('A' as u32 + left % 26).unwrap_or('A'));
        left /= 26;
    }
    letters.iter().rev().chain(row.to_string().chars().collect::<Vec<_>>().iter()).collect()
}

/// The row and the column of a place, where a sheet has it.
pub(super) fn placed(place: &str) -> Option<(u32, u32)> {
    let digits = place.find(|c: char| !c.is_ascii_uppercase())?;
    let (letters, row) = place.split_at(digits);
    let number = |letter: u8| u32::from(letter - b'A') + 1;
    let column = (1..=3).contains(&letters.len()).then(|| letters.bytes().fold(0, |sum, it| sum * 26 + number(it)))?;
    let row = row.bytes().all(|b| b.is_ascii_digit()).then(|| row.parse().ok())??;
    ((1..=MOST_COLUMNS).contains(&column) && (1..=MOST_ROWS).contains(&row)).then_some((row, column))
}

/// A text of the file without the escapes in which spreadsheets write characters: `_x000D_`.
pub(super) fn unescaped(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains("_x") {
        return text;
    }
    let mut plain = String::with_capacity(text.len());
    let mut left = &*text;
    while let Some(at) = left.find("_x") {
        let (before, after) = left.split_at(at);
        plain.push_str(before);
        let digits = after.get(2..6).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
        let unit = digits.filter(|_| after[6..].starts_with('_')).and_then(|it| u32::from_str_radix(it, 16).ok());
        let (character, read) = unit.map_or(('_', 1), |unit| (char::from_u32(unit).unwrap_or('\u{fffd}'), 7));
        plain.push(character);
        left = &after[read..];
    }
    plain.push_str(left);
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_named_as_spreadsheet_programs_name_them() {
        for (name, row, column) in [("A1", 1, 1), ("Z9", 9, 26), ("AA10", 10, 27), ("XFD1048576", 1_048_576, 16_384)] {
            assert_eq!((placed(name), place(row, column).as_str()), (Some((row, column)), name));
        }
        for name in ["", "A", "1", "A0", "A-1", "XFE1", "XFE1048577", "A1048577", "AAAA1", "a1", "A1B", "Ä1", "A+1"] {
            assert_eq!(placed(name), None, "{name:?}");
        }
    }

    #[test]
    fn characters_that_are_written_as_numbers_are_read_as_characters() {
        for (written, read) in [
            ("a_x000A_b", "a\nb"),
            ("_x005F_x000A_", "_x000A_"),
            ("_x00", "_x00"),
            ("_xZZZZ_", "_xZZZZ_"),
            ("_x00410", "_x00410"),
            ("_xD800_", "\u{fffd}"),
            ("_x_x0041_", "_xA"),
            ("_xé41_", "_xé41_"),
        ] {
            assert_eq!(unescaped(Cow::Borrowed(written)), read, "{written}");
        }
    }
}
